package io.github.camelcm.messenger;

import java.util.concurrent.atomic.LongAdder;

/** What became of webhook calls and the events in them, since the endpoint was made. */
final class ConsumerStatistics {

    private final LongAdder received = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void received() {
        received.increment();
    }

    void ignored() {
        ignored.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void refused() {
        refused.increment();
    }

    long receivedEvents() {
        return received.sum();
    }

    long ignoredEvents() {
        return ignored.sum();
    }

    long repeatedEvents() {
        return repeated.sum();
    }

    long refusedCalls() {
        return refused.sum();
    }
}
