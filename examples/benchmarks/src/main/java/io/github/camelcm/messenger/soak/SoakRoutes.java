package io.github.camelcm.messenger.soak;

import io.github.camelcm.messenger.CmMessengerEndpoint;
import io.github.camelcm.messenger.CmMessengerException;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/**
 * The application: routes that send one message, one that shares a request, and a list, each with redeliveries; and a route
 * that receives. Enters what senders are told into the {@link Ledger}.
 */
final class SoakRoutes implements AutoCloseable {

    static final String WEBHOOK_PATH = "/webhook";
    static final String WEBHOOK_TOKEN = "1d6b0c9e5f7a4e2f";

    private static final String PAGE = "cm-messenger:1234567890";

    private final DefaultCamelContext context = new DefaultCamelContext();
    /** Camel's own, as it comes, refuses a redelivery when a thousand wait. */
    private final ScheduledExecutorService redeliveries = Executors.newSingleThreadScheduledExecutor();

    private final ProducerTemplate template = context.createProducerTemplate();
    private final AtomicLong serial = new AtomicLong();
    private final LongAdder received = new LongAdder();
    private final Ledger ledger;

    SoakRoutes(String gateway, int webhookPort, Ledger ledger) throws Exception {
        this.ledger = ledger;
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("127.0.0.1");
        server.setPort(webhookPort);
        context.addService(server);
        context.addRoutes(routes(PAGE + "?productToken=8a1f6d3e-52c7-4b0e-9d14-6f0c2b7e5a91&responseTimeout=10000"
                + "&connectionRequestTimeout=10000&maxTotalConnections=32&gatewayUrl=" + gateway));
        context.start();
    }

    private RouteBuilder routes(String gateway) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(2)
                        .redeliveryDelay(50)
                        .asyncDelayedRedelivery()
                        .executorService(redeliveries)
                        .logExhausted(false)
                        .logRetryAttempted(false)
                        .logStackTrace(false));
                from("direct:single").to(gateway);
                from("direct:batched").to(gateway + "&batchSize=50");
                from("direct:list").to(gateway + "&validity=2h"); // an endpoint of its own
                from(PAGE + "?webhookToken=" + WEBHOOK_TOKEN + "&webhookPath=" + WEBHOOK_PATH)
                        .process(exchange -> received.increment());
            }
        };
    }

    void sendOne() {
        send("direct:single", messages(1));
    }

    void sendBatched() {
        send("direct:batched", messages(1));
    }

    void sendList(int size) {
        send("direct:list", messages(size));
    }

    private List<OutboundMessage> messages(int count) {
        List<OutboundMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String reference = "soak" + serial.incrementAndGet();
            ledger.sending(reference);
            messages.add(OutboundMessage.builder()
                    .to("6789012345678901")
                    .text("Your order is ready")
                    .reference(reference)
                    .build());
        }
        return messages;
    }

    private void send(String uri, List<OutboundMessage> messages) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getIn().setBody(messages.size() == 1 ? messages.get(0) : messages);
        template.asyncSend(uri, exchange).whenComplete((done, bug) -> told(exchange, messages));
    }

    private void told(Exchange exchange, List<OutboundMessage> messages) {
        List<SendResult> results = results(exchange);
        for (int i = 0; i < messages.size(); i++) {
            String reference = messages.get(i).reference();
            if (results.size() == messages.size()) {
                ledger.told(reference, results.get(i).outcome());
            } else {
                ledger.lost(reference, String.valueOf(exchange.getException()));
            }
        }
    }

    private static List<SendResult> results(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException() instanceof CmMessengerException failure ? failure.results() : List.of();
        }
        Object body = exchange.getMessage().getBody();
        return (body instanceof Collection<?> list ? list : List.of(body))
                .stream().map(SendResult.class::cast).toList();
    }

    /** Webhook calls that reached the route. */
    long received() {
        return received.sum();
    }

    /** The sum of a counter over the endpoints that send. */
    long count(ToLongFunction<CmMessengerEndpoint> counter) {
        return context.getEndpoints().stream()
                .filter(CmMessengerEndpoint.class::isInstance)
                .map(CmMessengerEndpoint.class::cast)
                .mapToLong(counter)
                .sum();
    }

    /** What the endpoints' counters say otherwise than the ledger; to be asked when nothing is under way. */
    List<String> complaints() {
        List<String> all = new ArrayList<>();
        expect(all, "accepted", CmMessengerEndpoint::getAcceptedMessages, ledger.told(Outcome.ACCEPTED));
        expect(all, "rejected", CmMessengerEndpoint::getRejectedMessages, ledger.told(Outcome.REJECTED));
        expect(all, "ambiguous", CmMessengerEndpoint::getAmbiguousMessages, ledger.told(Outcome.UNKNOWN));
        expect(all, "pending", CmMessengerEndpoint::getPendingMessages, 0);
        long ended = ledger.sent() - ledger.told(Outcome.NOT_SENT); // those that were tried again count once more each
        expect(
                all,
                "sent",
                CmMessengerEndpoint::getSentMessages,
                ended + count(CmMessengerEndpoint::getNotSentMessages));
        return all;
    }

    private void expect(
            List<String> complaints, String name, ToLongFunction<CmMessengerEndpoint> counter, long expected) {
        if (count(counter) != expected) {
            complaints.add("the endpoints count " + count(counter) + " " + name + ", senders were told " + expected);
        }
    }

    @Override
    public void close() throws Exception {
        template.close();
        context.close();
        redeliveries.shutdown();
    }
}
