package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MediaTypes;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.Element;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.Bubble.MediaMessage;
import io.github.camelcm.messenger.rules.Bubble.MediaTemplate;
import io.github.camelcm.messenger.rules.Bubble.ProductTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import io.github.camelcm.messenger.rules.ShownSuggestion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a bubble that a user sees, whatever kind of bubble it is. */
final class Bubbles {

    private Bubbles() {}

    /** The text of a text message, or the text above buttons; null for another bubble. */
    static @Nullable String text(Bubble bubble) {
        if (bubble instanceof Text text) {
            return text.text();
        }
        return bubble instanceof ButtonTemplate template ? template.header() : null;
    }

    /** The file of a media message or media template; null for another bubble. */
    static @Nullable Media media(Bubble bubble) {
        if (bubble instanceof MediaMessage message) {
            return message.media();
        }
        return bubble instanceof MediaTemplate template ? template.media() : null;
    }

    /** A card, or those of a carousel; nothing for another bubble. */
    static List<Element> cards(Bubble bubble) {
        return bubble instanceof GenericTemplate template ? template.elements() : List.of();
    }

    /** All buttons, card by card; products are none. */
    static List<ShownSuggestion> buttons(Bubble bubble) {
        if (bubble instanceof ButtonTemplate template) {
            return template.buttons();
        }
        if (bubble instanceof MediaTemplate template) {
            return template.buttons();
        }
        return cards(bubble).stream().flatMap(card -> card.buttons().stream()).toList();
    }

    static List<String> titles(Bubble bubble) {
        return cards(bubble).stream().map(Bubbles::title).toList();
    }

    static String title(Element card) {
        return Objects.requireNonNullElse(card.header(), "");
    }

    static List<String> products(Bubble bubble) {
        Stream<ShownSuggestion> products =
                bubble instanceof ProductTemplate template ? template.products().stream() : Stream.empty();
        return products.map(one -> label(one.suggestion())).toList();
    }

    static List<String> labels(List<ShownSuggestion> suggestions) {
        return suggestions.stream().map(one -> label(one.suggestion())).toList();
    }

    /** What the user reads; the id of a product; of a button without a label, what it does. */
    static String label(Suggestion suggestion) {
        if (suggestion.product() != null && suggestion.product().id() != null) {
            return suggestion.product().id();
        }
        return Objects.requireNonNullElse(
                suggestion.label(), Objects.requireNonNullElse(suggestion.action(), "no label"));
    }

    /**
     * {@code image}, {@code video}, {@code audio}, or {@code file} for all other types. Judged by the type, where it says
     * something, else by the name's extension, else by the URL's.
     */
    static String kind(Media media) {
        String type = MediaTypes.essence(media.mimeType());
        if (type.indexOf('/') < 0 || type.equals("application/octet-stream")) {
            String guess = MediaTypes.ofName(media.mediaName());
            if (guess == null) {
                guess = MediaTypes.ofName(MediaTypes.fileName(media.mediaUri()));
            }
            type = guess == null ? "" : guess;
        }
        String kind = type.substring(0, Math.max(0, type.indexOf('/')));
        return List.of("image", "video", "audio").contains(kind) ? kind : "file";
    }

    static String uri(Media media) {
        return Objects.requireNonNullElse(media.mediaUri(), "");
    }
}
