package io.github.camelcm.messenger;

import io.github.camelcm.messenger.webhook.ReceivedEvent;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events to the route, each on an exchange of its own, unless they are not wanted or were there before. */
final class ReceivedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvents.class);

    private final CmMessengerConsumer consumer;
    private final CmMessengerEndpoint endpoint;
    private final WantedEvents wanted;
    private final @Nullable Repeats repeats;

    ReceivedEvents(CmMessengerConsumer consumer, CmMessengerEndpoint endpoint, @Nullable Repeats repeats) {
        this.consumer = consumer;
        this.endpoint = endpoint;
        this.wanted = new WantedEvents(endpoint);
        this.repeats = repeats;
    }

    /** Says once, on whatever thread, what became of the event. */
    void process(ReceivedEvent event, Consumer<WebhookAnswer> done) {
        if (!wanted.wants(event)) {
            endpoint.statistics().ignored();
            done.accept(WebhookAnswer.DONE);
            return;
        }
        Exchange exchange = consumer.createExchange(false);
        WebhookAnswer known;
        try {
            known = known(exchange, event.fingerprint());
        } catch (RuntimeException e) {
            tell("The idempotentRepository failed", exchange, e);
            known = WebhookAnswer.FAILED;
        }
        if (known != null) {
            consumer.releaseExchange(exchange, false);
            done.accept(known);
            return;
        }
        endpoint.statistics().received();
        ReceivedExchange.fill(exchange, event);
        consumer.getAsyncProcessor().process(exchange, sync -> conclude(exchange, event.fingerprint(), done));
    }

    private @Nullable WebhookAnswer known(Exchange exchange, String fingerprint) {
        if (repeats == null) {
            return null;
        }
        return switch (repeats.begin(exchange, fingerprint)) {
            case NEW -> null;
            case UNDER_WAY -> WebhookAnswer.LATER;
            case KNOWN -> {
                endpoint.statistics().repeated();
                LOG.debug("A repeat of a processed event is answered, and not processed");
                yield WebhookAnswer.DONE;
            }
        };
    }

    private void conclude(Exchange exchange, String fingerprint, Consumer<WebhookAnswer> done) {
        Exception failure = exchange.getException();
        endpoint.lastErrors().route(failure);
        boolean failed = failure != null || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
        if (repeats != null && failed) {
            repeats.failed(fingerprint);
        } else if (repeats != null) {
            repeats.succeeded(exchange, fingerprint);
        }
        if (failure != null) {
            tell("Error processing exchange", exchange, failure);
        }
        consumer.releaseExchange(exchange, false);
        done.accept(failed ? WebhookAnswer.FAILED : WebhookAnswer.DONE);
    }

    /** The handler may be a user's own; the call must be answered whatever it does. */
    private void tell(String what, Exchange exchange, Exception failure) {
        try {
            consumer.getExceptionHandler().handleException(what, exchange, failure);
        } catch (RuntimeException e) {
            LOG.warn("The exception handler failed", e);
        }
    }
}
