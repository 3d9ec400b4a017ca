package io.github.camelcm.messenger.simulator.junit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.simulator.CmSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** An application as small as can be: a webhook that runs what the test says, and a client of the gateway. */
final class Bot implements AutoCloseable {

    static final String PAGE = "1234567890";
    static final String PSID = "6789012345678901";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Consumer<InboundMessage> onMessage = message -> {};
    private volatile int status = 200;

    Bot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals("/messages")) {
            onMessage.accept(JsonMapper.builder().build().readValue(body, InboundMessage.class));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.gatewayUrl()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(InboundMessage message) {
        return Objects.requireNonNullElse(message.text(), "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
