package io.github.camelcm.messenger.quickstart;

import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.StatusReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Handler;

/** What became of the messages, by their references: of the newest 1000. */
@BindToRegistry("deliveryReports")
public final class DeliveryReports {

    private static final int KEPT = 1000;

    private record Sent(String what, DeliveryState state) {

        /** Reports come twice and out of order: a late one does not take back a newer one. */
        Sent furthest(Sent other) {
            return new Sent(what, state.compareTo(other.state) > 0 ? state : other.state);
        }
    }

    private final Map<String, Sent> byReference = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Notes what a message is about. It must be done before the message is sent: the first report may be here before the
     * gateway's answer is.
     *
     * @param reference that the message will be sent with
     * @param what it is, for the log
     */
    public synchronized void expect(String reference, String what) {
        byReference.put(reference, new Sent(what, DeliveryState.UNKNOWN));
    }

    /**
     * Takes a report.
     *
     * @param report about a message that was expected, or a reply, whose reference the component made
     * @return what it says, for the log
     */
    @Handler
    public synchronized String take(StatusReport report) {
        if (report.reference() == null || report.status() == null) {
            return "A status report names no message or no status";
        }
        Sent reported = new Sent("Reply " + report.reference(), report.status().state());
        Sent known = byReference.merge(report.reference(), reported, Sent::furthest);
        return known.what() + " is " + known.state();
    }

    /**
     * Looks up a message.
     *
     * @param reference of the message
     * @return what became of it; empty if it is not known
     */
    public synchronized Optional<DeliveryState> of(String reference) {
        return Optional.ofNullable(byReference.get(reference)).map(Sent::state);
    }
}
