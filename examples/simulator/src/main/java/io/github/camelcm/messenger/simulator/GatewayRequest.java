package io.github.camelcm.messenger.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to the gateway and its answer.
 *
 * @param sequence place in the journal
 * @param time when it was answered
 * @param method HTTP method
 * @param headers request headers, names without regard to case; secrets are masked
 * @param body request body as text, with a product token in it masked; empty where the body was not read
 * @param status HTTP status of the answer; 0 if the connection was reset instead
 * @param answer body of the answer; of an answer that was lost, what it would have been
 * @param faults ids of the {@link FaultRule}s that fired
 */
public record GatewayRequest(
        long sequence,
        Instant time,
        String method,
        Map<String, String> headers,
        String body,
        int status,
        String answer,
        List<Long> faults)
        implements JournalEntry {

    /** Copies the headers and the faults. */
    public GatewayRequest {
        faults = List.copyOf(faults);
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }
}
