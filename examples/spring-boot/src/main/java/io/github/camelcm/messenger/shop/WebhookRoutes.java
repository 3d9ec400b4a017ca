package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.CmMessengerConstants;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What CM.com calls: {@code /cm-messenger/<page id>} with what users write, {@code /cm-messenger/statuses} with what
 * became of our messages. A call whose event is stored is answered with 200.
 */
@Component
final class WebhookRoutes extends RouteBuilder {

    private final Answers answers;
    private final Outbox outbox;
    private final Reports reports;
    private final DeadLetters deadLetters;

    WebhookRoutes(Answers answers, Outbox outbox, Reports reports, DeadLetters deadLetters) {
        this.answers = answers;
        this.outbox = outbox;
        this.reports = reports;
        this.deadLetters = deadLetters;
    }

    @Override
    public void configure() {
        // the database failed: CM.com gets its 500 and calls again in five minutes
        onException(DataAccessException.class, TransactionException.class).handled(false);
        // all else would fail again, for a month
        onException(Exception.class).handled(true).process(this::giveUp);

        from("cm-messenger:{{shop.page-id}}?idempotentRepository=#answeredEvents")
                .routeId("messages")
                .process(this::answer);

        from("cm-messenger:any?events=statuses&webhookPath=/cm-messenger/statuses")
                .routeId("statuses")
                .process(exchange -> reports.take(
                        exchange.getMessage().getBody(StatusReport.class), fingerprint(exchange.getMessage())));
    }

    /**
     * Puts the answer into the outbox. Its reference comes from the fingerprint, so that a message has one answer, even if
     * the application dies before the fingerprint is remembered.
     */
    private void answer(Exchange exchange) {
        String reference = fingerprint(exchange.getMessage()).substring(0, 32);
        InboundMessage message = exchange.getMessage().getBody(InboundMessage.class);
        if (outbox.find(reference).isEmpty()) {
            outbox.put(answers.to(message, reference), null);
        }
    }

    private void giveUp(Exchange exchange) {
        Message message = exchange.getMessage();
        deadLetters.put(
                fingerprint(message),
                message.getBody(String.class),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static String fingerprint(Message message) {
        return message.getHeader(CmMessengerConstants.FINGERPRINT, String.class);
    }
}
