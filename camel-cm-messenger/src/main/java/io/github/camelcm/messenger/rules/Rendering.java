package io.github.camelcm.messenger.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Messenger shows for one item of a message, or for a message that is a body alone.
 *
 * @param item the item's place in the conversation, from 0; -1 for a body alone
 * @param at what was read: the item, the single card of a carousel, the carousel, or the body's text
 * @param row the row of the input matrix; null for a carousel of several cards, which the matrix does not have, and for
 *     one of no or too many
 * @param bubbles the messages in Messenger, in order; empty if there is an obstacle
 * @param obstacle the rule for which nothing can be shown: {@code card-count}, {@code product-mixed} or
 *     {@code not-supported}
 */
public record Rendering(
        int item,
        Pointer at,
        @Nullable MatrixRow row,
        List<Bubble> bubbles,
        @Nullable Rule obstacle) {

    static Rendering of(int item, Pointer at, @Nullable MatrixRow row, List<Bubble> bubbles) {
        return new Rendering(item, at, row, bubbles, null);
    }

    static Rendering blocked(int item, Pointer at, @Nullable MatrixRow row, Rule obstacle) {
        return new Rendering(item, at, row, List.of(), obstacle);
    }

    /** Whether the suggestions of an array are shown as quick replies; they are so all together, or not at all. */
    boolean showsAsQuickReplies(Pointer array) {
        for (Bubble bubble : bubbles) {
            for (ShownSuggestion quickReply : bubble.quickReplies()) {
                if (quickReply.pointer().parent().equals(array)) {
                    return true;
                }
            }
        }
        return false;
    }
}
