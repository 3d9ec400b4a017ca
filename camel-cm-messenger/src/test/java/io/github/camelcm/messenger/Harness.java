package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with the component, and a gateway that behaves as a test wants. */
public final class Harness implements AutoCloseable {

    public static final String TOKEN = "00000000-1111-2222-3333-444444444444";
    public static final String PAGE = "1234567890";
    public static final String PSID = "6789012345678901";

    public final FaultServer gateway;
    public final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    public Harness(FaultServer.Behaviour behaviour) {
        gateway = new FaultServer(behaviour);
        CmMessengerConfiguration options = component().getConfiguration();
        options.setProductToken(TOKEN);
        options.setGatewayUrl(gateway.url());
        context.start();
        template = context.createProducerTemplate();
    }

    public static Harness accepting() {
        return new Harness(Answers.accepting());
    }

    public CmMessengerComponent component() {
        return context.getComponent("cm-messenger", CmMessengerComponent.class);
    }

    /** Sends to {@code cm-messenger:PAGE?options}; the result is the exchange, whatever became of it. */
    public Exchange send(String options, Consumer<Exchange> fill) {
        return template.request(uri(options), fill::accept);
    }

    public Exchange send(Object body) {
        return send("to=" + PSID, exchange -> exchange.getIn().setBody(body));
    }

    public Exchange sendAsync(String options, Consumer<Exchange> fill) {
        CompletableFuture<Exchange> done = template.asyncSend(uri(options), fill::accept);
        try {
            return done.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static String uri(String options) {
        return "cm-messenger:" + PAGE + (options.isEmpty() ? "" : "?" + options);
    }

    /** The only message of the last request. */
    public JsonNode lastMessage() {
        return Answers.messages(gateway.requests().get(gateway.requests().size() - 1))
                .get(0);
    }

    @Override
    public void close() throws Exception {
        template.close();
        context.close();
        gateway.close();
    }
}
