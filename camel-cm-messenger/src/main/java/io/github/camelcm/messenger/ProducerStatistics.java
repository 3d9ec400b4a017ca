package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of messages, by attempt, since the endpoint was made: a redelivery counts again what it tries again. When
 * nothing is under way, each message that was sent is accepted, rejected, ambiguous or not sent.
 */
final class ProducerStatistics {

    private static final double NANOS_PER_MILLI = 1e6;

    private final LongAdder sent = new LongAdder();
    private final Map<Outcome, LongAdder> known = new EnumMap<>(Outcome.class);
    private final LongAdder invalid = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder requested = new LongAdder();
    private final LongAccumulator largestRequest = new LongAccumulator(Long::max, 0);
    private final LongAdder attempts = new LongAdder();
    private final LongAdder attemptNanos = new LongAdder();
    private final LongAccumulator longestAttempt = new LongAccumulator(Long::max, 0);
    private volatile Meters meters = Meters.NONE;

    ProducerStatistics() {
        for (Outcome outcome : Outcome.values()) {
            known.put(outcome, new LongAdder());
        }
    }

    /** Counts from now on there too; attempts that are under way end where they began. */
    void to(Meters further) {
        meters = further;
    }

    Meters meters() {
        return meters;
    }

    void sent(int messages) {
        sent.add(messages);
    }

    void known(Outcome outcome, int messages) {
        known.get(outcome).add(messages);
    }

    void attempt(long nanos) {
        attempts.increment();
        attemptNanos.add(nanos);
        longestAttempt.accumulate(nanos);
    }

    void request(int messages) {
        requests.increment();
        requested.add(messages);
        largestRequest.accumulate(messages);
        meters.request(messages);
    }

    void invalid() {
        invalid.increment();
        meters.invalid();
    }

    long sentMessages() {
        return sent.sum();
    }

    long messages(Outcome outcome) {
        return known.get(outcome).sum();
    }

    long pendingMessages() {
        long done = known.values().stream().mapToLong(LongAdder::sum).sum(); // read first, or it could be more
        return sent.sum() - done;
    }

    long invalidExchanges() {
        return invalid.sum();
    }

    long requests() {
        return requests.sum();
    }

    double meanRequestSize() {
        return mean(requested.sum(), requests.sum());
    }

    long maxRequestSize() {
        return largestRequest.get();
    }

    double meanLatencyMillis() {
        return mean(attemptNanos.sum() / NANOS_PER_MILLI, attempts.sum());
    }

    double maxLatencyMillis() {
        return longestAttempt.get() / NANOS_PER_MILLI;
    }

    private static double mean(double sum, long count) {
        return count == 0 ? 0 : sum / count;
    }
}
