package io.github.camelcm.messenger.simulator;

import java.time.Duration;

/**
 * One step of a {@link StatusLadder}.
 *
 * @param status what is reported
 * @param after how long after the step before, or after the message was accepted; 0 to 7 days, in
 *     whole milliseconds
 */
public record StatusStep(Status status, Duration after) {

    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Checks the delay.
     *
     * @throws SimulatorException if it is out of range
     */
    public StatusStep {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
            throw SimulatorException.invalid("A step of the status ladder comes 0 to 7 days after the one before.");
        }
        after = Duration.ofMillis(after.toMillis());
    }

    /**
     * A step without error texts.
     *
     * @param code what is reported
     * @param after how long after the step before
     * @return the step
     */
    public static StatusStep of(StatusCode code, Duration after) {
        return new StatusStep(Status.of(code), after);
    }
}
