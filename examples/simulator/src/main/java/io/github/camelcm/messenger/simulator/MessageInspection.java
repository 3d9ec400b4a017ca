package io.github.camelcm.messenger.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with all that belongs to it.
 *
 * @param message the message
 * @param request the request it came in; null if the journal has dropped it
 * @param calls the webhook calls about it, status reports and answers of the user, oldest first
 * @param deliveries the attempts to make these calls, oldest first
 */
public record MessageInspection(
        SentMessage message, @Nullable GatewayRequest request, List<WebhookCall> calls, List<Delivery> deliveries) {

    /** Copies the lists. */
    public MessageInspection {
        calls = List.copyOf(calls);
        deliveries = List.copyOf(deliveries);
    }
}
