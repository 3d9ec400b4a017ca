package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.camelcm.messenger.model.Media;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message as Messenger shows it, with the quick replies below it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Bubble {

    /** The item, card or text that it was made of. */
    Pointer at();

    /** At most 13; shown below the message until one is tapped. */
    List<ShownSuggestion> quickReplies();

    /** The same bubble with more quick replies. */
    Bubble withQuickReplies(List<ShownSuggestion> more);

    record Text(Pointer at, String text, List<ShownSuggestion> quickReplies) implements Bubble {
        @Override
        public Text withQuickReplies(List<ShownSuggestion> more) {
            return new Text(at, text, Lists.concat(quickReplies, more));
        }
    }

    record MediaMessage(Pointer at, Media media, List<ShownSuggestion> quickReplies) implements Bubble {
        @Override
        public MediaMessage withQuickReplies(List<ShownSuggestion> more) {
            return new MediaMessage(at, media, Lists.concat(quickReplies, more));
        }
    }

    /** A text above at most three buttons. */
    record ButtonTemplate(Pointer at, String header, List<ShownSuggestion> buttons, List<ShownSuggestion> quickReplies)
            implements Bubble {
        @Override
        public ButtonTemplate withQuickReplies(List<ShownSuggestion> more) {
            return new ButtonTemplate(at, header, buttons, Lists.concat(quickReplies, more));
        }
    }

    /** An image or a video with at most one button. */
    record MediaTemplate(Pointer at, Media media, List<ShownSuggestion> buttons, List<ShownSuggestion> quickReplies)
            implements Bubble {
        @Override
        public MediaTemplate withQuickReplies(List<ShownSuggestion> more) {
            return new MediaTemplate(at, media, buttons, Lists.concat(quickReplies, more));
        }
    }

    /** A card, or several side by side. */
    record GenericTemplate(Pointer at, List<Element> elements, List<ShownSuggestion> quickReplies) implements Bubble {
        @Override
        public GenericTemplate withQuickReplies(List<ShownSuggestion> more) {
            return new GenericTemplate(at, elements, Lists.concat(quickReplies, more));
        }
    }

    /** Products of the page's catalogue; Messenger takes picture, name and price from there. */
    record ProductTemplate(Pointer at, List<ShownSuggestion> products, List<ShownSuggestion> quickReplies)
            implements Bubble {
        @Override
        public ProductTemplate withQuickReplies(List<ShownSuggestion> more) {
            return new ProductTemplate(at, products, Lists.concat(quickReplies, more));
        }
    }

    /**
     * One card of a generic template.
     *
     * @param at the item or card it was made of
     * @param header its title; null where the message lacks it, which is an error
     * @param text its subtitle
     * @param media its image
     * @param buttons at most three
     */
    record Element(
            Pointer at,
            @Nullable String header,
            @Nullable String text,
            @Nullable Media media,
            List<ShownSuggestion> buttons) {}
}
