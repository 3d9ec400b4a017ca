package io.github.camelcm.messenger.simulator;

import java.util.Locale;
import java.util.Set;

/**
 * What goes wrong. "Processed" means that the messages are judged, noted as accepted or rejected, and led up the status
 * ladder. The texts of answers that are no JSON are the simulator's own choice: CM.com documents none.
 */
public enum FaultKind {
    /** 429 with {@code Retry-After}; nothing is processed. */
    THROTTLED("retryAfterSeconds", 0, 86_400, FaultPlace.GATEWAY),
    /** 500 with an HTML page, as a proxy writes it; nothing is processed. */
    INTERNAL_ERROR("", 0, 0, FaultPlace.GATEWAY),
    /** 503 with an HTML page; nothing is processed. */
    UNAVAILABLE("", 0, 0, FaultPlace.GATEWAY),
    /** 400 with CM.com's code 101; nothing is processed. */
    WRONG_TOKEN("", 0, 0, FaultPlace.GATEWAY),
    /** The k-th message of a request, counted from 1, is rejected with code 403; the others are processed as usual. */
    REJECTED_MESSAGE("message", 1, GatewayJudge.MAX_MESSAGES, FaultPlace.GATEWAY),
    /** The request is processed, but the answer comes later; at webhooks, the call is made later. In real time. */
    SLOW("delayMillis", 1, 600_000, FaultPlace.GATEWAY, FaultPlace.WEBHOOKS),
    /** The connection is reset once the request was read; nothing is processed. */
    RESET_BEFORE("", 0, 0, FaultPlace.GATEWAY),
    /** The request is processed, but the connection is reset instead of an answer. */
    RESET_AFTER("", 0, 0, FaultPlace.GATEWAY),
    /** The request is processed, but the answer's JSON stops in the middle. */
    MALFORMED_ANSWER("", 0, 0, FaultPlace.GATEWAY),
    /** The webhook is called, but its answer is lost, so that CM.com calls again. */
    LOST_ANSWER("", 0, 0, FaultPlace.WEBHOOKS);

    private final String parameter;
    private final int min;
    private final int max;
    private final Set<FaultPlace> places;

    FaultKind(String parameter, int min, int max, FaultPlace... places) {
        this.parameter = parameter;
        this.min = min;
        this.max = max;
        this.places = Set.of(places);
    }

    /** The name as the control API writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of its one parameter in the control API; empty if it has none. */
    String parameter() {
        return parameter;
    }

    void check(FaultPlace where, int value) {
        if (!places.contains(where)) {
            throw SimulatorException.invalid("A fault \"" + word() + "\" does not happen at \"" + where.word() + "\".");
        }
        if (value < min || value > max) {
            throw SimulatorException.invalid(
                    parameter.isEmpty()
                            ? "A fault \"" + word() + "\" takes no parameter."
                            : "\"" + parameter + "\" must be " + min + " to " + max + ".");
        }
    }
}
