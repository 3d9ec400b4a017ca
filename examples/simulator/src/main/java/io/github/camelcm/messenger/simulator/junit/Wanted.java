package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.rules.Bubble;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a bubble is expected to be, or to have.
 *
 * @param words what is expected, for "Expected …, but …"
 * @param value the same, for tools that compare it with what was found
 * @param fits whether a bubble is the one
 * @param found what a bubble has in place of the value
 */
record Wanted(String words, Object value, Predicate<Bubble> fits, Function<Bubble, ?> found) {

    static Wanted of(String words, Predicate<Bubble> fits) {
        return new Wanted(words, words, fits, Words::sentence);
    }

    private static <T> Wanted equal(String words, T value, Function<Bubble, @Nullable T> found) {
        return new Wanted(words, value, bubble -> value.equals(found.apply(bubble)), found);
    }

    private static Wanted list(String what, List<String> value, Function<Bubble, List<String>> found) {
        return equal(what + " " + Words.quoted(value), value, found::apply);
    }

    static Wanted text(String text) {
        return equal("the text " + Words.quoted(text), text, Bubbles::text);
    }

    static Wanted textContaining(List<String> parts) {
        return of("a text that contains " + Words.quoted(parts), bubble -> {
            String text = Bubbles.text(bubble);
            return text != null && parts.stream().allMatch(text::contains);
        });
    }

    static Wanted media(String kind, String mediaUri) {
        return of("the " + kind + " " + Words.line(mediaUri), bubble -> {
            Media media = Bubbles.media(bubble);
            return media != null && kind.equals(Bubbles.kind(media)) && mediaUri.equals(Bubbles.uri(media));
        });
    }

    static Wanted card(String title) {
        return of("the card " + Words.quoted(title), bubble -> isCard(bubble, title));
    }

    static Wanted card(String title, String text) {
        return of(
                "the card " + Words.quoted(title) + ": " + Words.line(text),
                bubble -> isCard(bubble, title)
                        && text.equals(Bubbles.cards(bubble).get(0).text()));
    }

    private static boolean isCard(Bubble bubble, String title) {
        return List.of(title).equals(Bubbles.titles(bubble));
    }

    static Wanted carousel(List<String> titles) {
        return list("the carousel", titles, Bubbles::titles);
    }

    static Wanted products(List<String> ids) {
        return list("the products", ids, Bubbles::products);
    }

    static Wanted quickReplies(List<String> labels) {
        return list("the quick replies", labels, bubble -> Bubbles.labels(bubble.quickReplies()));
    }

    static Wanted buttons(List<String> labels) {
        return list("the buttons", labels, bubble -> Bubbles.labels(Bubbles.buttons(bubble)));
    }
}
