package io.github.camelcm.messenger.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.camelcm.messenger.CmMessengerConstants;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.telegram.TelegramComponent;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Everybody who is measured: the component in its ways, and what a user would take instead. Each in the way its users
 * would use it; those of Camel by their producers, with an exchange of its own for each message.
 */
final class Contestants implements AutoCloseable {

    static final String TOKEN = "8a1f6d3e-52c7-4b0e-9d14-6f0c2b7e5a91";
    static final String BARE = "bare HttpClient 5";
    static final String CAMEL_HTTP = "camel-http";
    static final String SINGLE = "cm-messenger single";
    static final String BATCHED = "cm-messenger batchSize=";
    static final String LIST = "cm-messenger list of ";
    static final String JACKSON = "Jackson alone, list of 1000";
    static final String TELEGRAM = "camel-telegram";
    static final String WHATSAPP = "camel-whatsapp";

    /** Lists that are under way at most: further ones would only wait, and hold memory. */
    private static final int LISTS = 16;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Contestant> all = new ArrayList<>();
    private final String gateway;
    private final int connections;
    private final BareClient bare;

    Contestants(int port, SendSettings settings) throws Exception {
        this.gateway = "http://127.0.0.1:" + port;
        this.connections = settings.connections();
        this.bare = new BareClient(gateway + GatewayServer.CM_PATH, connections);
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setMaxTotalConnections(connections);
        http.setConnectionsPerRoute(connections);
        context.start();
        byte[] request = Samples.request();
        all.add(Contestant.asynchronous(BARE, done -> bare.post(request, done)));
        all.add(oneByOne(SINGLE, ""));
        for (int size : settings.batchSizes()) {
            all.add(oneByOne(BATCHED + size, "&batchSize=" + size));
        }
        all.add(list(100));
        all.add(list(1000));
        all.add(jackson());
        all.add(camelHttp(request));
        all.add(telegram());
        all.add(whatsApp());
        all.removeIf(contestant -> !settings.wants(contestant.title()));
    }

    List<Contestant> all() {
        return all;
    }

    @Override
    public void close() throws Exception {
        context.close();
        bare.close();
    }

    private String cmMessenger() {
        return "cm-messenger:" + Samples.PAGE + "?productToken=" + TOKEN + "&gatewayUrl=" + gateway
                + GatewayServer.CM_PATH + "&maxTotalConnections=" + connections;
    }

    private Contestant oneByOne(String title, String options) throws Exception {
        AsyncProducer producer = producer(cmMessenger() + options);
        return Contestant.asynchronous(title, done -> {
            Exchange exchange = exchange(producer, Samples.message());
            producer.process(exchange, sync -> done.accept(failure(exchange, 1)));
        });
    }

    private Contestant list(int size) throws Exception {
        AsyncProducer producer = producer(cmMessenger());
        List<OutboundMessage> messages = Samples.messages(size);
        return new Contestant(LIST + size, size, LISTS, false, true, done -> {
            Exchange exchange = exchange(producer, messages);
            producer.process(exchange, sync -> done.accept(failure(exchange, size)));
        });
    }

    private static Throwable failure(Exchange exchange, int accepted) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        int found = exchange.getMessage().getHeader(CmMessengerConstants.ACCEPTED, 0, int.class);
        return found == accepted ? null : new IllegalStateException("accepted: " + found + " of " + accepted);
    }

    /** Writes the same list with one thread, and sends nothing. */
    private static Contestant jackson() {
        List<OutboundMessage> messages =
                Samples.messages(1000).stream().map(any -> Samples.complete()).toList();
        ObjectWriter writer = new ObjectMapper().writerFor(Map.class);
        Map<String, Object> request = Map.of("messages", Map.of("msg", messages));
        return new Contestant(JACKSON, messages.size(), 1, true, false, done -> {
            writer.writeValueAsBytes(request);
            done.accept(null);
        });
    }

    /** Posts what is prepared; holds the thread that calls. */
    private Contestant camelHttp(byte[] request) throws Exception {
        AsyncProducer producer = producer(gateway + GatewayServer.CM_PATH + "?httpMethod=POST");
        return Contestant.blocking(CAMEL_HTTP, done -> {
            Exchange exchange = exchange(producer, request);
            exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "application/json");
            exchange.getIn().setHeader("X-CM-PRODUCTTOKEN", TOKEN);
            producer.process(exchange);
            done.accept(exchange.getException());
        });
    }

    /**
     * Waits for the answer on the thread that calls, though its producer is an asynchronous one. Two threads may not use
     * an endpoint at a time, so that each sender has one of its own; all share an HTTP client.
     */
    private Contestant telegram() throws Exception {
        context.getComponent("telegram", TelegramComponent.class).setClient(HttpClient.newHttpClient());
        Queue<AsyncProducer> free = new ConcurrentLinkedQueue<>();
        AtomicInteger made = new AtomicInteger();
        return Contestant.blocking(TELEGRAM, done -> {
            AsyncProducer producer = free.poll();
            if (producer == null) {
                producer = producer("telegram:bots?authorizationToken=" + TOKEN + "&baseUri=" + gateway + "&chatId="
                        + made.incrementAndGet());
            }
            Exchange exchange = exchange(producer, Samples.telegram());
            producer.process(exchange);
            free.add(producer);
            done.accept(exchange.getException());
        });
    }

    private Contestant whatsApp() throws Exception {
        AsyncProducer producer =
                producer("whatsapp:" + Samples.PAGE + "?authorizationToken=" + TOKEN + "&baseUri=" + gateway);
        return Contestant.asynchronous(WHATSAPP, done -> {
            Exchange exchange = exchange(producer, Samples.whatsApp());
            producer.process(exchange, sync -> done.accept(exchange.getException()));
        });
    }

    private AsyncProducer producer(String uri) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        context.addService(producer);
        return producer;
    }

    private static Exchange exchange(AsyncProducer producer, Object body) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getIn().setBody(body);
        return exchange;
    }
}
