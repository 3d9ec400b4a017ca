package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Bubble.Element;
import io.github.camelcm.messenger.rules.ShownSuggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bubbles in words, for people who read why a test failed. */
final class Words {

    /** Longer texts are cut: the picture is to be read, and a text may have thousands of characters. */
    private static final int LONGEST = 500;

    private Words() {}

    /** {@code the text "Hi" with quick replies (Red) (Blue)}. */
    static String sentence(Bubble bubble) {
        return what(bubble)
                + (Bubbles.buttons(bubble).isEmpty() ? "" : " with buttons " + buttons(Bubbles.buttons(bubble)))
                + (bubble.quickReplies().isEmpty() ? "" : " with quick replies " + chips(bubble.quickReplies()));
    }

    private static String what(Bubble bubble) {
        String text = Bubbles.text(bubble);
        Media media = Bubbles.media(bubble);
        List<String> titles = Bubbles.titles(bubble);
        if (text != null) {
            return "the text " + quoted(text);
        }
        if (media != null) {
            return "the " + Bubbles.kind(media) + " " + line(Bubbles.uri(media));
        }
        if (!titles.isEmpty()) {
            return (titles.size() == 1 ? "the card " : "the carousel ") + quoted(titles);
        }
        return "the products " + quoted(Bubbles.products(bubble));
    }

    /** The bubble as lines of a picture. */
    static List<String> lines(Bubble bubble) {
        List<String> lines = new ArrayList<>();
        String text = Bubbles.text(bubble);
        Media media = Bubbles.media(bubble);
        List<Element> cards = Bubbles.cards(bubble);
        if (text != null) {
            lines.addAll(paragraphs(text));
        } else if (media != null) {
            lines.add(Bubbles.kind(media) + " " + line(Bubbles.uri(media)));
        } else if (!cards.isEmpty()) {
            lines.addAll(cards(cards));
        } else {
            lines.add("products " + quoted(Bubbles.products(bubble)));
        }
        if (cards.isEmpty() && !Bubbles.buttons(bubble).isEmpty()) {
            lines.add(buttons(Bubbles.buttons(bubble)));
        }
        if (!bubble.quickReplies().isEmpty()) {
            lines.add(chips(bubble.quickReplies()));
        }
        return lines;
    }

    private static List<String> cards(List<Element> cards) {
        List<String> lines = new ArrayList<>();
        if (cards.size() > 1) {
            lines.add("carousel of " + cards.size() + " cards");
        }
        for (Element card : cards) {
            lines.add("card " + quoted(Bubbles.title(card)) + (card.text() == null ? "" : ": " + line(card.text())));
            if (card.media() != null) {
                lines.add("  " + Bubbles.kind(card.media()) + " " + line(Bubbles.uri(card.media())));
            }
            if (!card.buttons().isEmpty()) {
                lines.add("  " + buttons(card.buttons()));
            }
        }
        return lines;
    }

    static String chips(List<ShownSuggestion> quickReplies) {
        return Bubbles.labels(quickReplies).stream()
                .map(label -> "(" + line(label) + ")")
                .collect(Collectors.joining(" "));
    }

    static String buttons(List<ShownSuggestion> buttons) {
        return buttons.stream().map(one -> button(one.suggestion())).collect(Collectors.joining(" "));
    }

    private static String button(Suggestion suggestion) {
        String target = target(suggestion);
        return "[" + line(Bubbles.label(suggestion)) + (target == null ? "" : " -> " + line(target)) + "]";
    }

    /** Where a button leads that is no Reply; null if it says nothing of it. */
    static @Nullable String target(Suggestion suggestion) {
        if (Action.of(suggestion.action()) == Action.DIAL && suggestion.dial() != null) {
            return suggestion.dial().phoneNumber();
        }
        return suggestion.url();
    }

    static String quoted(Collection<String> texts) {
        return texts.isEmpty() ? "none" : texts.stream().map(Words::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String text) {
        return "\"" + line(text) + "\"";
    }

    /** On one line. */
    static String line(String text) {
        String escaped = text.replace("\r\n", "\\n").replace("\n", "\\n");
        return escaped(cut(escaped));
    }

    private static List<String> paragraphs(String text) {
        return cut(text).lines().map(Words::escaped).toList();
    }

    private static String cut(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "… (" + characters + " characters)";
    }

    /** A terminal does as control characters say. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    static String time(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
