package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.ShownSuggestion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quick reply or a button that a user got.
 *
 * @param message the message it belongs to
 * @param bubble place among the bubbles of that message, from 0
 * @param card title of the card it is on; null if it is on none
 * @param suggestion what it is, and where it stands in the message
 * @param shown false for a quick reply that has vanished: one was tapped, or something newer is there
 */
public record Tappable(
        SentMessage message, int bubble, @Nullable String card, ShownSuggestion suggestion, boolean shown) {

    /**
     * Whether the page is told of a tap on it.
     *
     * @return false for links, calls, logins and products
     */
    public boolean isReply() {
        return Action.of(content().action()) == Action.REPLY;
    }

    /**
     * What the user reads on it.
     *
     * @return its label; empty if it has none
     */
    public String label() {
        return Objects.requireNonNullElse(content().label(), "");
    }

    /**
     * What a tap reports beside the label.
     *
     * @return its postback data; empty if it has none
     */
    public String postbackData() {
        return Objects.requireNonNullElse(content().postbackdata(), "");
    }

    /**
     * Where it stands in the message.
     *
     * @return a JSON Pointer such as {@code /richContent/conversation/0/suggestions/1}
     */
    public String pointer() {
        return suggestion.pointer().toString();
    }

    private Suggestion content() {
        return suggestion.suggestion();
    }
}
