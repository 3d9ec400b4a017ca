package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Bubble.Element;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.ShownSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quick reply or a button.
 *
 * @param shown the bubble it belongs to
 * @param card title of the card it is on; null if it is on none
 * @param suggestion what it is
 * @param visible false for a quick reply that has vanished
 */
record Tappable(Shown shown, @Nullable String card, Suggestion suggestion, boolean visible) {

    /**
     * Those of one bubble.
     *
     * @param newest whether nothing came after it: quick replies are only shown then
     */
    static List<Tappable> of(Shown shown, boolean newest) {
        List<Tappable> tappables = new ArrayList<>();
        Bubble bubble = shown.bubble();
        add(tappables, shown, null, bubble.quickReplies(), newest);
        if (bubble instanceof GenericTemplate template) {
            for (Element element : template.elements()) {
                add(tappables, shown, element.header(), element.buttons(), true);
            }
        } else {
            add(tappables, shown, null, Bubbles.buttons(bubble), true);
        }
        return tappables;
    }

    private static void add(
            List<Tappable> to, Shown shown, @Nullable String card, List<ShownSuggestion> suggestions, boolean visible) {
        suggestions.forEach(one -> to.add(new Tappable(shown, card, one.suggestion(), visible)));
    }

    boolean is(@Nullable String wantedCard, String label) {
        return label.equals(Bubbles.label(suggestion)) && (wantedCard == null || wantedCard.equals(card));
    }

    boolean isOnSameBubble(Tappable other) {
        return shown.message().sequence() == other.shown.message().sequence() && shown.index() == other.shown.index();
    }

    /** Whether a tap on either reports the same. */
    boolean saysTheSame(Tappable other) {
        return isReply() && other.isReply() && postbackData().equals(other.postbackData());
    }

    boolean isReply() {
        return Action.of(suggestion.action()) == Action.REPLY;
    }

    String postbackData() {
        return Objects.requireNonNullElse(suggestion.postbackdata(), "");
    }
}
