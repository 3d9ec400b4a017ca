package io.github.camelcm.messenger.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's time: a real clock with an offset, or an instant that stands still until it is moved. While an advance
 * steps from one due thing to the next, time stands still too, and runs on from its target afterwards.
 */
final class VirtualTime extends Clock {

    /** The last year that CM.com's formats can write; an advance goes no further. */
    static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Object monitor;
    private final Clock real;
    private boolean manual;
    private Duration offset = Duration.ZERO;
    private @Nullable Instant still;

    VirtualTime(Object monitor, Clock real) {
        this.monitor = monitor;
        this.real = real;
    }

    @Override
    public Instant instant() {
        synchronized (monitor) {
            return still == null ? real.instant().plus(offset) : still;
        }
    }

    boolean isManual() {
        synchronized (monitor) {
            return manual;
        }
    }

    /** How far the running clock is ahead of the real one. */
    Duration offset() {
        synchronized (monitor) {
            return still == null ? offset : Duration.between(real.instant(), still);
        }
    }

    /** Stands still at that instant until it is moved. */
    void standAt(Instant instant) {
        synchronized (monitor) {
            manual = true;
            still = instant;
        }
    }

    /** Runs with the real clock, that much ahead of it. */
    void runAhead(Duration newOffset) {
        synchronized (monitor) {
            manual = false;
            still = null;
            offset = newOffset;
        }
    }

    /** Runs on from where it is. */
    void runOn() {
        synchronized (monitor) {
            runAhead(offset());
        }
    }

    /** Stands still, and steps forward to that instant if it is later. */
    void stepTo(Instant instant) {
        synchronized (monitor) {
            Instant now = instant();
            still = instant.isAfter(now) ? instant : now;
        }
    }

    /** Ends an advance: a running clock runs on from here. */
    void endAdvance() {
        synchronized (monitor) {
            if (!manual) {
                runOn();
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this; // only instants are asked of it
    }
}
