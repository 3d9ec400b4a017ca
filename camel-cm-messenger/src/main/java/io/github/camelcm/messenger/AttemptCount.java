package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Counts one attempt to send: each of its messages once as sent, and once by its outcome, whatever happens. Like the
 * attempt it is used by one thread at a time, handed on by the futures; what it counts in is shared, and thread-safe.
 */
final class AttemptCount {

    private final ProducerStatistics statistics;
    private final Meters meters;
    private final long start = System.nanoTime();
    private final int messages;
    private int pending;

    /** @param messages how many are tried; none is no attempt */
    AttemptCount(ProducerStatistics statistics, int messages) {
        this.statistics = statistics;
        this.meters = statistics.meters();
        this.messages = messages;
        this.pending = messages;
        statistics.sent(messages);
        meters.sent(messages);
    }

    /**
     * The next message's outcome is known.
     *
     * @param request what is known of its request
     * @param message as it is after that; of an earlier attempt where this one came to nothing
     */
    void known(GatewayOutcome request, Progress message) {
        boolean nothing = request instanceof NotSent || request instanceof Throttled;
        count(nothing ? Outcome.NOT_SENT : message.result().outcome(), 1);
    }

    /** @param bug what kept the attempt from its end, if anything did */
    void end(@Nullable Throwable bug) {
        if (bug != null) { // of the request that was under way nothing is known
            count(Outcome.UNKNOWN, Math.min(pending, Gateway.MAX_MESSAGES));
        }
        count(Outcome.NOT_SENT, pending); // behind a request that failed
        if (messages > 0) {
            long nanos = System.nanoTime() - start;
            statistics.attempt(nanos);
            meters.attempt(nanos);
        }
    }

    private void count(Outcome outcome, int count) {
        pending -= count;
        statistics.known(outcome, count);
        meters.known(outcome, count);
    }
}
