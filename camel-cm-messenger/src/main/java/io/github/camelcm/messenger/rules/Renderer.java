package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.Element;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.Bubble.MediaMessage;
import io.github.camelcm.messenger.rules.Bubble.MediaTemplate;
import io.github.camelcm.messenger.rules.Bubble.ProductTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Messenger will show for a message, by CM.com's input matrix. A pure function: it checks no limit but those that
 * decide what is shown, the number of cards and of buttons.
 *
 * <p>Decided where CM.com's page leaves it open:
 *
 * <ul>
 *   <li>a carousel of one card is read as an item with that card's fields, but media alone is a media template;
 *   <li>beside a carousel, the item's text is a message before it, and the item's suggestions are its quick replies;
 *   <li>when a template gets more suggestions than it has buttons, all of them become quick replies.
 * </ul>
 */
public final class Renderer {

    private final Limits limits;

    public Renderer(Limits limits) {
        this.limits = limits;
    }

    /** The renderings of the message's items, or of its body where it has no item; empty if it has neither. */
    public List<Rendering> render(OutboundMessage message) {
        List<Item> items = message.items();
        if (items.isEmpty()) {
            return body(message.body());
        }
        Pointer conversation = Pointer.ROOT.member("richContent").member("conversation");
        List<Rendering> renderings = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            renderings.add(render(items.get(i), i, conversation.element(i)));
        }
        return renderings;
    }

    private List<Rendering> body(@Nullable Body body) {
        if (body == null || !Fields.present(body.content())) {
            return List.of();
        }
        Pointer at = Pointer.ROOT.member("body").member("content");
        Bubble text = new Text(at, Objects.requireNonNull(body.content()), List.of());
        return List.of(Rendering.of(-1, at, MatrixRow.TEXT, List.of(text)));
    }

    Rendering render(Item item, int index, Pointer at) {
        Carousel carousel = item.carousel();
        if (carousel == null) {
            return single(Fields.of(item, at), index, false);
        }
        Pointer cards = at.member("carousel").member("cards");
        int count = carousel.cards().size();
        if (count == 0 || count > limits.of(Limit.CARD_COUNT)) {
            return Rendering.blocked(index, cards, null, Rule.CARD_COUNT);
        }
        Rendering shown = count == 1
                ? single(Fields.of(carousel.cards().get(0), cards.element(0)), index, true)
                : several(carousel.cards(), cards, index);
        return shown.obstacle() == null ? withBeside(shown, item, at) : shown;
    }

    private Rendering single(Fields fields, int index, boolean card) {
        MatrixRow row = fields.row();
        if (fields.hasProduct() && fields.hasMoreThanProducts()) {
            return Rendering.blocked(index, fields.at(), row, Rule.PRODUCT_MIXED);
        }
        List<Bubble> bubbles = bubbles(row, fields, card);
        return bubbles.isEmpty()
                ? Rendering.blocked(index, fields.at(), row, Rule.NOT_SUPPORTED)
                : Rendering.of(index, fields.at(), row, bubbles);
    }

    private List<Bubble> bubbles(MatrixRow row, Fields fields, boolean card) {
        return switch (row) {
            case NOTHING, TEXT_MEDIA_SUGGESTIONS -> List.of();
            case SUGGESTIONS ->
                fields.onlyProducts()
                        ? List.of(new ProductTemplate(fields.at(), shown(fields, false), List.of()))
                        : List.of();
            case SUGGESTIONS_HEADER -> List.of(buttonTemplate(fields));
            case MEDIA -> List.of(card ? mediaTemplate(fields) : mediaMessage(fields));
            case MEDIA_SUGGESTIONS -> List.of(mediaTemplate(fields));
            case TEXT -> List.of(text(fields, List.of()));
            case TEXT_SUGGESTIONS -> List.of(text(fields, shown(fields, false)));
            case TEXT_MEDIA -> List.of(text(fields, List.of()), mediaMessage(fields));
            case HEADER,
                    MEDIA_HEADER,
                    MEDIA_SUGGESTIONS_HEADER,
                    TEXT_HEADER,
                    TEXT_SUGGESTIONS_HEADER,
                    TEXT_MEDIA_HEADER,
                    TEXT_MEDIA_SUGGESTIONS_HEADER ->
                List.of(new GenericTemplate(fields.at(), List.of(element(fields)), overflow(fields)));
        };
    }

    private Rendering several(List<Card> cards, Pointer cardsAt, int index) {
        List<Fields> all = new ArrayList<>(cards.size());
        boolean product = false;
        boolean more = false;
        boolean eachHasSuggestions = true;
        for (int i = 0; i < cards.size(); i++) {
            Fields fields = Fields.of(cards.get(i), cardsAt.element(i));
            all.add(fields);
            product |= fields.hasProduct();
            more |= fields.hasMoreThanProducts();
            eachHasSuggestions &= !fields.suggestions().isEmpty();
        }
        Pointer at = cardsAt.parent();
        if (product && more) {
            return Rendering.blocked(index, at, null, Rule.PRODUCT_MIXED);
        }
        Bubble bubble = product && eachHasSuggestions ? products(all, at) : generic(all, at);
        return Rendering.of(index, at, null, List.of(bubble));
    }

    private Bubble products(List<Fields> cards, Pointer at) {
        List<ShownSuggestion> products = new ArrayList<>();
        cards.forEach(card -> products.addAll(shown(card, false)));
        return new ProductTemplate(at, products, List.of());
    }

    private Bubble generic(List<Fields> cards, Pointer at) {
        List<Element> elements = new ArrayList<>(cards.size());
        List<ShownSuggestion> quickReplies = List.of();
        for (Fields card : cards) {
            elements.add(element(card));
            quickReplies = Lists.concat(quickReplies, overflow(card));
        }
        return new GenericTemplate(at, elements, quickReplies);
    }

    private static Rendering withBeside(Rendering shown, Item item, Pointer at) {
        List<Bubble> bubbles = new ArrayList<>(shown.bubbles());
        if (!item.suggestions().isEmpty()) {
            int last = bubbles.size() - 1;
            bubbles.set(last, bubbles.get(last).withQuickReplies(shown(item.suggestions(), at, false)));
        }
        String text = item.text();
        if (text != null && Fields.present(text)) {
            bubbles.add(0, new Text(at, text, List.of()));
        }
        return Rendering.of(shown.item(), shown.at(), shown.row(), List.copyOf(bubbles));
    }

    private static Text text(Fields fields, List<ShownSuggestion> quickReplies) {
        return new Text(fields.at(), Objects.requireNonNull(fields.text()), quickReplies);
    }

    private static MediaMessage mediaMessage(Fields fields) {
        return new MediaMessage(fields.at(), media(fields), List.of());
    }

    private MediaTemplate mediaTemplate(Fields fields) {
        int buttons = limits.of(Limit.MEDIA_BUTTON_COUNT);
        return new MediaTemplate(fields.at(), media(fields), buttons(fields, buttons), overflow(fields, buttons));
    }

    private ButtonTemplate buttonTemplate(Fields fields) {
        int buttons = limits.of(Limit.BUTTON_COUNT);
        return new ButtonTemplate(
                fields.at(),
                Objects.requireNonNull(fields.header()),
                buttons(fields, buttons),
                overflow(fields, buttons));
    }

    private Element element(Fields fields) {
        return new Element(
                fields.at(),
                fields.header(),
                fields.text(),
                fields.media(),
                buttons(fields, limits.of(Limit.BUTTON_COUNT)));
    }

    private List<ShownSuggestion> overflow(Fields fields) {
        return overflow(fields, limits.of(Limit.BUTTON_COUNT));
    }

    private static List<ShownSuggestion> buttons(Fields fields, int buttons) {
        return fields.suggestions().size() > buttons ? List.of() : shown(fields, false);
    }

    private static List<ShownSuggestion> overflow(Fields fields, int buttons) {
        return fields.suggestions().size() > buttons ? shown(fields, true) : List.of();
    }

    private static Media media(Fields fields) {
        return Objects.requireNonNull(fields.media());
    }

    private static List<ShownSuggestion> shown(Fields fields, boolean overflow) {
        return shown(fields.suggestions(), fields.at(), overflow);
    }

    private static List<ShownSuggestion> shown(List<Suggestion> suggestions, Pointer at, boolean overflow) {
        if (suggestions.isEmpty()) {
            return List.of();
        }
        Pointer array = at.member("suggestions");
        List<ShownSuggestion> shown = new ArrayList<>(suggestions.size());
        for (int i = 0; i < suggestions.size(); i++) {
            shown.add(new ShownSuggestion(suggestions.get(i), array.element(i), overflow));
        }
        return shown;
    }
}
