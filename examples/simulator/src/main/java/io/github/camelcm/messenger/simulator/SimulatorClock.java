package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The clock of a simulator, for all times on the wire and in the journal, for status ladders and for webhook retries.
 *
 * <ul>
 *   <li>It runs with the real clock, or stands still ({@link #stop()}) until it is advanced.
 *   <li>An advance fires what becomes due one after the other, in the order of time, at the very time it is due; what
 *       is due at the same time, in the order it was noted. Each webhook call ends before the next thing begins.
 *   <li>While the clock runs by itself, what becomes due begins in that order, but does not wait for what began before.
 * </ul>
 */
public final class SimulatorClock {

    /** How many things one advance fires at most. */
    static final int MAX_FIRED = 100_000;

    /** The longest advance. */
    static final Duration MAX_ADVANCE = Duration.ofDays(366);

    private final VirtualTime time;
    private final ClockRunner runner;
    private final Runnable changed;

    SimulatorClock(VirtualTime time, ClockRunner runner, Runnable changed) {
        this.time = time;
        this.runner = runner;
        this.changed = changed;
    }

    /**
     * What it says.
     *
     * @return the time
     */
    public Instant instant() {
        return time.instant();
    }

    /**
     * The clock and what waits for it.
     *
     * @return one consistent reading
     */
    public ClockReading reading() {
        return runner.reading();
    }

    /** Stands still from now on. An advance under way goes on. */
    public void stop() {
        time.standAt(time.instant());
        changed.run();
    }

    /** Runs with the real clock from now on, starting from what it says. */
    public void run() {
        time.runOn();
        runner.wake();
        changed.run();
    }

    /**
     * Moves it forward and fires what becomes due. Advances happen one after the other.
     *
     * @param by how far, more than nothing and at most 366 days
     * @return what happened; never fails
     * @throws SimulatorException if {@code by} is out of range, or leads beyond the year 9998
     */
    public CompletableFuture<ClockAdvance> advance(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(MAX_ADVANCE) > 0) {
            throw SimulatorException.invalid("The clock goes forward only, by at most 366 days at a time.");
        }
        if (time.instant().plus(by).isAfter(VirtualTime.END)) {
            throw SimulatorException.invalid("The clock ends with the year 9998.");
        }
        return runner.advance(by).whenComplete((done, failure) -> changed.run());
    }
}
