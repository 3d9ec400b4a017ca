package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message for one recipient, accepted or rejected by the gateway.
 *
 * @param sequence place in the journal
 * @param time when it was judged
 * @param request sequence number of the {@link GatewayRequest} it came in
 * @param pageId the {@code from} of the message; empty if it had none
 * @param psid the recipient; empty if it had none
 * @param reference the message's reference; empty if it had none
 * @param accepted whether the gateway accepted it
 * @param errorCode CM.com's code, 0 if accepted
 * @param details why it was rejected; null if accepted
 * @param problems what the {@link MessageCheck} found, warnings too
 * @param msg the {@code msg} object as it came; not to be changed
 */
public record SentMessage(
        long sequence,
        Instant time,
        long request,
        String pageId,
        String psid,
        String reference,
        boolean accepted,
        int errorCode,
        @Nullable String details,
        List<Problem> problems,
        JsonNode msg)
        implements JournalEntry {

    /** Copies the problems. */
    public SentMessage {
        problems = List.copyOf(problems);
    }
}
