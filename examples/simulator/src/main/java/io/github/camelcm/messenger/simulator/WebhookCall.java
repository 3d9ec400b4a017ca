package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a webhook: what a user did, a status report or a channel event. It is noted when it happens; what
 * became of each attempt to tell it is a {@link Delivery}.
 *
 * @param sequence place in the journal
 * @param time when it happened
 * @param kind which webhook is told
 * @param pageId the page concerned; empty if not known, as for the status of a message nobody knows
 * @param psid the user concerned
 * @param message sequence number of the {@link SentMessage} that is reported on or answered; null if there is none, or
 *     if it is not known to the simulator
 * @param body the JSON the webhook gets; not to be changed
 */
public record WebhookCall(
        long sequence,
        Instant time,
        WebhookKind kind,
        String pageId,
        String psid,
        @Nullable Long message,
        JsonNode body)
        implements JournalEntry {}
