package io.github.camelcm.messenger.model;

import org.jspecify.annotations.Nullable;

/**
 * How far a message came. Reports may come out of order: of two states the later constant is the one to keep. CM.com does
 * not document the numbers in its status reports; they are seen in use, and four independent readers agree on them.
 */
public enum DeliveryState {
    /** No code, or one that is not known. */
    UNKNOWN,
    /** Code 0: the channel took it. */
    ACCEPTED,
    /** Code 1: CM.com refused it. */
    REJECTED,
    /** Code 2: the Messenger platform has it. */
    DELIVERED,
    /** Code 3: it will not arrive. */
    FAILED,
    /** Code 4: the user read it. */
    READ;

    /** @param code a status report's code; blanks around it do not count */
    static DeliveryState of(@Nullable String code) {
        return switch (code == null ? "" : code.strip()) {
            case "0" -> ACCEPTED;
            case "1" -> REJECTED;
            case "2" -> DELIVERED;
            case "3" -> FAILED;
            case "4" -> READ;
            default -> UNKNOWN;
        };
    }
}
