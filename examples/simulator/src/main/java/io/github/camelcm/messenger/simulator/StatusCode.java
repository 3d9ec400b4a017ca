package io.github.camelcm.messenger.simulator;

import java.util.Arrays;

/** The codes of a status report, in the order of their numbers on the wire. */
public enum StatusCode {
    /** 0: accepted by the channel. */
    ACCEPTED,
    /** 1: rejected by CM.com. */
    REJECTED,
    /** 2: delivered; for Messenger, to the Messenger platform. */
    DELIVERED,
    /** 3: failed. */
    FAILED,
    /** 4: read by the user. */
    READ;

    /** The number, as the string it is on the wire. */
    String wire() {
        return Integer.toString(ordinal());
    }

    /**
     * Reads a code.
     *
     * @param text {@code 0} to {@code 4}, or a name in any case
     * @return the code
     * @throws SimulatorException if it is neither
     */
    static StatusCode of(String text) {
        return Arrays.stream(values())
                .filter(code -> code.wire().equals(text) || code.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> SimulatorException.invalid(
                        "\"code\" is none of the status codes; give 0 to 4 or one of ACCEPTED, REJECTED, DELIVERED, "
                                + "FAILED, READ."));
    }
}
