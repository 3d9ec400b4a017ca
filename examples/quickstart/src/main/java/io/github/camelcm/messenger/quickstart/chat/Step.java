package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.rules.Bubble;
import java.util.List;

/**
 * Something happens, and the page says something.
 *
 * @param kind what happens
 * @param what what the user types; the label or postback data of what they tap; or what the pharmacist notes
 * @param order the order that is ready; empty for what users do
 * @param reply the bubbles that must appear, in order
 */
record Step(Kind kind, String what, String order, List<Class<? extends Bubble>> reply) {

    enum Kind {
        WRITES,
        TAPS,
        ORDER_READY
    }

    @SafeVarargs
    static Step writes(String text, Class<? extends Bubble>... reply) {
        return new Step(Kind.WRITES, text, "", List.of(reply));
    }

    @SafeVarargs
    static Step taps(String labelOrPostbackData, Class<? extends Bubble>... reply) {
        return new Step(Kind.TAPS, labelOrPostbackData, "", List.of(reply));
    }

    @SafeVarargs
    static Step orderReady(String order, String note, Class<? extends Bubble>... reply) {
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
