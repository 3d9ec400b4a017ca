package io.github.camelcm.messenger.simulator.junit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.LocalServer;
import io.github.camelcm.messenger.simulator.SimulatorClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** An application as small as can be: a webhook that runs what the test says, and a client of the gateway. */
final class Bot implements AutoCloseable {

    static final String PAGE = "1234567890";
    static final String PSID = "6789012345678901";

    private volatile Consumer<InboundMessage> onMessage = message -> {};
    private volatile int status = 200;
    private final LocalServer server = new LocalServer(this::handle);

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals("/messages")) {
            onMessage.accept(JsonMapper.builder().build().readValue(body, InboundMessage.class));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url(String path) {
        return server.url(path);
    }

    void onMessage(Consumer<InboundMessage> handler) {
        onMessage = handler;
    }

    void answersHttp(int httpStatus) {
        status = httpStatus;
    }

    /** A message to Jane. */
    static MessageBuilder message(String reference) {
        return OutboundMessage.builder()
                .from(PAGE)
                .to(PSID)
                .fallbackText("-")
                .reference(reference)
                .allowedChannels("Facebook Messenger");
    }

    int send(CmSimulator simulator, MessageBuilder message) {
        try {
            return post(simulator, MessengerJson.writeRequest(List.of(message.build())));
        } catch (JsonShapeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    int post(CmSimulator simulator, byte[] body) {
        return new SimulatorClient(simulator)
                .send(BodyPublishers.ofByteArray(body))
                .status();
    }

    static String text(InboundMessage message) {
        return Objects.requireNonNullElse(message.text(), "");
    }

    @Override
    public void close() {
        server.close();
    }
}
