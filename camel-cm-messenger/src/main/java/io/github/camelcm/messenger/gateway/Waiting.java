package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a request, and whoever waits for its outcome.
 *
 * @param json the message as it is written into a request
 */
record Waiting(OutboundMessage message, byte[] json, CompletableFuture<GatewayOutcome> outcome) {

    /** What an answer tells messages apart by. */
    record Key(@Nullable String reference, @Nullable String recipient) {}

    Waiting(OutboundMessage message, byte[] json) {
        this(message, json, new CompletableFuture<>());
    }

    List<Key> keys() {
        return message.to().stream()
                .map(Recipient::number)
                .map(number -> new Key(message.reference(), number))
                .toList();
    }
}
