package io.github.camelcm.messenger.quickstart.chat;

import java.util.List;

/**
 * Something happens, and the page says something.
 *
 * @param kind what happens
 * @param what what the user types; the label or postback data of what they tap; or what the pharmacist notes
 * @param order the order that is ready; empty for what users do
 * @param reply the kinds of bubble that must appear, in order: classes of {@code rules.Bubble}
 */
record Step(Kind kind, String what, String order, List<Class<?>> reply) {

    enum Kind {
        WRITES,
        TAPS,
        ORDER_READY
    }

    static Step writes(String text, Class<?>... reply) {
        return new Step(Kind.WRITES, text, "", List.of(reply));
    }

    static Step taps(String labelOrPostbackData, Class<?>... reply) {
        return new Step(Kind.TAPS, labelOrPostbackData, "", List.of(reply));
    }

    static Step orderReady(String order, String note, Class<?>... reply) {
        return new Step(Kind.ORDER_READY, note, order, List.of(reply));
    }

    /** How an error text speaks of it. */
    String inWords() {
        return switch (kind) {
            case WRITES -> "the user writing '" + what + "'";
            case TAPS -> "the user tapping '" + what + "'";
            case ORDER_READY -> "order " + order + " being ready";
        };
    }
}
