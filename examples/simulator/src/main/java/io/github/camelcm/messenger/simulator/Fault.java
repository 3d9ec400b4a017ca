package io.github.camelcm.messenger.simulator;

import java.time.Duration;

/**
 * Something that goes wrong, on purpose.
 *
 * @param kind what
 * @param where where
 * @param value seconds of {@link FaultKind#THROTTLED}, number of the message of {@link FaultKind#REJECTED_MESSAGE},
 *     milliseconds of {@link FaultKind#SLOW}, else 0
 */
public record Fault(FaultKind kind, FaultPlace where, int value) {

    /**
     * Checks that the parts go together.
     *
     * @throws SimulatorException if the kind does not happen there or the value is out of range
     */
    public Fault {
        kind.check(where, value);
    }

    /**
     * A fault of the gateway that has no parameter.
     *
     * @param kind which
     * @return the fault
     * @throws SimulatorException if the kind needs a parameter or does not happen at the gateway
     */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, FaultPlace.GATEWAY, 0);
    }

    /**
     * Too many requests.
     *
     * @param retryAfterSeconds what the header {@code Retry-After} says, 0 to 86,400
     * @return the fault
     */
    public static Fault throttled(int retryAfterSeconds) {
        return new Fault(FaultKind.THROTTLED, FaultPlace.GATEWAY, retryAfterSeconds);
    }

    /**
     * One message of a request is rejected.
     *
     * @param message its number in the request, 1 to 1000
     * @return the fault
     */
    public static Fault rejectedMessage(int message) {
        return new Fault(FaultKind.REJECTED_MESSAGE, FaultPlace.GATEWAY, message);
    }

    /**
     * It takes a while.
     *
     * @param where the gateway's answers or the calls of webhooks
     * @param delay 1 ms to 10 minutes, by the real clock
     * @return the fault
     */
    public static Fault slow(FaultPlace where, Duration delay) {
        long millis = Math.max(-1, Math.min(Integer.MAX_VALUE, delay.toMillis()));
        return new Fault(FaultKind.SLOW, where, (int) millis);
    }

    /**
     * The answer of a webhook is lost.
     *
     * @return the fault
     */
    public static Fault lostAnswer() {
        return new Fault(FaultKind.LOST_ANSWER, FaultPlace.WEBHOOKS, 0);
    }
}
