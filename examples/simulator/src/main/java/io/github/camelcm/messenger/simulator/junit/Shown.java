package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.simulator.SentMessage;

/**
 * What the user sees of a message; one message may show several bubbles.
 *
 * @param message the message
 * @param index the bubble's place among those of its message, from 0
 * @param bubble one bubble
 */
record Shown(SentMessage message, int index, Bubble bubble) {

    boolean isAfter(Shown other) {
        return isAfter(other.message, other.index);
    }

    boolean isAfter(SentMessage other, int otherIndex) {
        return message.sequence() == other.sequence() ? index > otherIndex : message.sequence() > other.sequence();
    }
}
