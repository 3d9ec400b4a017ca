package io.github.camelcm.messenger.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Handler;

/** What became of the messages, by their references: of the newest 1000. */
@BindToRegistry("deliveryReports")
public final class DeliveryReports {

    /** In the order they come, so that a late report does not take back a newer one. */
    public enum State {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    private static final Map<String, State> BY_CODE =
            Map.of("0", State.SENT, "1", State.FAILED, "2", State.DELIVERED, "3", State.FAILED, "4", State.READ);

    private static final int KEPT = 1000;

    private final Map<String, State> byReference = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, State> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Takes a report.
     *
     * @param report as CM.com posts it: <code>{"messages": {"msg": {…}}}</code>
     * @return what it says, for the log
     */
    @Handler
    public synchronized String take(JsonNode report) {
        JsonNode msg = report.at("/messages/msg");
        String reference = msg.path("reference").asText();
        State state = BY_CODE.get(msg.at("/status/code").asText());
        if (reference.isEmpty() || state == null) {
            return "A status report names no message or no known status";
        }
        State newest = byReference.merge(reference, state, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return "Message " + reference + " is " + newest;
    }

    /**
     * Looks up a message.
     *
     * @param reference of the message
     * @return what became of it; empty while nobody reported
     */
    public synchronized Optional<State> of(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }
}
