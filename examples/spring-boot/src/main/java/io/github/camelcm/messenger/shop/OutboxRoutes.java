package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.CmMessengerException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is in the outbox, and notes what became of it. A message that surely was not sent stays in the outbox for
 * another attempt, at the time the gateway asks for; what may have arrived is never sent again.
 */
@Component
final class OutboxRoutes extends RouteBuilder {

    private static final String REFERENCE = "reference";

    private final Outbox outbox;

    OutboxRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configure() {
        from("timer:outbox?period={{shop.outbox-period}}")
                .routeId("outbox")
                .process(exchange -> exchange.getMessage().setBody(outbox.claim()))
                .split(body())
                .parallelProcessing()
                .to("direct:send");

        from("direct:send")
                .routeId("send")
                .onException(CmMessengerException.class)
                .handled(true)
                .process(this::failed)
                .end()
                // a step that the database failed is tried again by itself, not the sending before it
                .onException(DataAccessException.class, TransactionException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay(1000)
                .useExponentialBackOff()
                .end()
                .onException(Exception.class)
                .handled(true)
                .process(this::lost)
                .end()
                .process(OutboxRoutes::unpack)
                .to("cm-messenger:{{shop.page-id}}")
                .process(exchange -> outbox.sent(reference(exchange)));
    }

    private void failed(Exchange exchange) {
        outbox.failed(reference(exchange), exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CmMessengerException.class));
    }

    private void lost(Exchange exchange) {
        outbox.lost(reference(exchange), exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static void unpack(Exchange exchange) {
        Outbox.Claimed message = exchange.getMessage().getBody(Outbox.Claimed.class);
        exchange.setProperty(REFERENCE, message.reference());
        exchange.getMessage().setBody(message.json());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static String reference(Exchange exchange) {
        return exchange.getProperty(REFERENCE, String.class);
    }
}
