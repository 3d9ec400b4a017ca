package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.util.List;

/**
 * What is reported by itself of every message the gateway accepts, by the simulator's clock.
 *
 * @param on whether it is; if not, statuses are reported by hand only
 * @param steps the reports in order, at most {@value #MAX_STEPS}. A failure is a step like any other
 */
public record StatusLadder(boolean on, List<StatusStep> steps) {

    /** How many steps there may be. */
    static final int MAX_STEPS = 10;

    private static final List<StatusStep> USUAL = List.of(
            StatusStep.of(StatusCode.ACCEPTED, Duration.ofMillis(100)),
            StatusStep.of(StatusCode.DELIVERED, Duration.ofMillis(400)),
            StatusStep.of(StatusCode.READ, Duration.ofMillis(1500)));

    /** No reports by itself; the usual steps once it is turned on. */
    public static final StatusLadder OFF = new StatusLadder(false, USUAL);

    /** Accepted, delivered and read, within two seconds. */
    public static final StatusLadder ON = new StatusLadder(true, USUAL);

    /**
     * Checks and copies the steps.
     *
     * @throws SimulatorException if there are too many
     */
    public StatusLadder {
        if (steps.size() > MAX_STEPS) {
            throw SimulatorException.invalid("A status ladder has at most " + MAX_STEPS + " steps.");
        }
        steps = List.copyOf(steps);
    }
}
