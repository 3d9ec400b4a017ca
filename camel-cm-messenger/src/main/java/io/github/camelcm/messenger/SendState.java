package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange has tried to send through an endpoint, kept as an exchange property so that a redelivery by Camel's
 * error handler goes on where the last attempt ended. It does not outlive the exchange. Immutable.
 *
 * @param body the exchange's body, to know a body again that can be read only once
 * @param messages as they were read and filled in, without references that were made
 * @param list whether the body was a list
 * @param progress of the messages, with their references
 * @param unreadable why a body that can be read only once could not be read; what is left of it must not be sent
 */
record SendState(
        @Nullable Object body,
        List<OutboundMessage> messages,
        boolean list,
        List<Progress> progress,
        @Nullable InvalidMessageException unreadable) {

    static SendState unreadable(@Nullable Object body, InvalidMessageException why) {
        return new SendState(body, List.of(), false, List.of(), why);
    }

    /** The state of the last attempt, if this is a redelivery. */
    static @Nullable SendState ofRedelivery(Exchange exchange, String key) {
        return exchange.getProperty(key) instanceof SendState state
                        && exchange.getIn().getHeader(Exchange.REDELIVERED, false, boolean.class)
                ? state
                : null;
    }

    SendState with(List<Progress> newProgress) {
        return new SendState(body, messages, list, List.copyOf(newProgress), null);
    }

    /** Without texts and recipients, since tracers and loggers print properties. */
    @Override
    public String toString() {
        return "SendState[" + progress.size() + " messages]";
    }
}
