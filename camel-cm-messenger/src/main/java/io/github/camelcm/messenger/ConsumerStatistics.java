package io.github.camelcm.messenger;

import java.util.concurrent.atomic.LongAdder;

/** What became of webhook calls and the events in them, since the endpoint was made. */
final class ConsumerStatistics {

    private final LongAdder received = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile Meters meters = Meters.NONE;

    /** Counts from now on there too. */
    void to(Meters further) {
        meters = further;
    }

    void received() {
        received.increment();
        meters.received(Meters.EventResult.ROUTED);
    }

    void ignored() {
        ignored.increment();
        meters.received(Meters.EventResult.IGNORED);
    }

    void repeated() {
        repeated.increment();
        meters.received(Meters.EventResult.REPEATED);
    }

    void refused() {
        refused.increment();
        meters.refused();
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
