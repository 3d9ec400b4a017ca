package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renderings in words: {@code buttons(header [a b]) < c d} is a button template with two buttons and two quick replies,
 * {@code media} a media message, {@code media [a]} a media template, {@code cards(…)(…)} a generic template.
 */
final class Shown {

    private Shown() {}

    /** The bubbles, separated by commas, or the rule for which nothing is shown. */
    static String inWords(Rendering rendering) {
        return rendering.obstacle() != null
                ? rendering.obstacle().id()
                : rendering.bubbles().stream().map(Shown::inWords).collect(Collectors.joining(", "));
    }

    private static String inWords(Bubble bubble) {
        String quickReplies = names(bubble.quickReplies());
        return kind(bubble) + (quickReplies.isEmpty() ? "" : " < " + quickReplies);
    }

    private static String kind(Bubble bubble) {
        if (bubble instanceof Bubble.Text text) {
            return "text(" + text.text() + ")";
        } else if (bubble instanceof Bubble.MediaMessage) {
            return "media";
        } else if (bubble instanceof Bubble.ButtonTemplate template) {
            return "buttons(" + words(template.header(), buttons(template.buttons())) + ")";
        } else if (bubble instanceof Bubble.MediaTemplate template) {
            return "media [" + names(template.buttons()) + "]";
        } else if (bubble instanceof Bubble.ProductTemplate template) {
            return "products(" + names(template.products()) + ")";
        }
        Bubble.GenericTemplate template = (Bubble.GenericTemplate) bubble;
        return (template.elements().size() == 1 ? "card" : "cards")
                + template.elements().stream().map(Shown::card).collect(Collectors.joining());
    }

    private static String card(Bubble.Element card) {
        String media = card.media() == null ? null : "media";
        return "(" + words(card.header(), card.text(), media, buttons(card.buttons())) + ")";
    }

    private static String buttons(List<ShownSuggestion> buttons) {
        return buttons.isEmpty() ? null : "[" + names(buttons) + "]";
    }

    private static String names(List<ShownSuggestion> suggestions) {
        return suggestions.stream().map(shown -> name(shown.suggestion())).collect(Collectors.joining(" "));
    }

    private static String name(Suggestion suggestion) {
        if (suggestion.product() != null) {
            return suggestion.product().id();
        }
        return suggestion.label() == null ? suggestion.action() : suggestion.label();
    }

    private static String words(String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
