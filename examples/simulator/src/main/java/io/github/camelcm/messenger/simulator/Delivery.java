package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call a webhook, and what came of it.
 *
 * @param sequence place in the journal
 * @param time when the outcome was known
 * @param call sequence number of the {@link WebhookCall} it belongs to
 * @param kind which webhook was called
 * @param url the URL without its query, which may hold a secret
 * @param body the JSON that was sent; not to be changed
 * @param attempt number of the attempt, 1 for the first
 * @param status HTTP status of the answer; null if there was none
 * @param error why there was no answer; null if there was one
 * @param latency from the start of the attempt to the end of the answer, measured by the real clock
 * @param faults ids of the {@link FaultRule}s that fired
 */
public record Delivery(
        long sequence,
        Instant time,
        long call,
        WebhookKind kind,
        String url,
        JsonNode body,
        int attempt,
        @Nullable Integer status,
        @Nullable String error,
        Duration latency,
        List<Long> faults)
        implements JournalEntry {

    /** Copies the faults. */
    public Delivery {
        faults = List.copyOf(faults);
    }

    /**
     * Whether CM.com would count it as delivered.
     *
     * @return see {@link WebhookKind#succeeded(int)}; false without an answer
     */
    public boolean succeeded() {
        return status != null && kind.succeeded(status);
    }
}
