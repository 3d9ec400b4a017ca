package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MediaTypes;
import io.github.camelcm.messenger.model.Product;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the bubbles of a chat as lines of text. */
final class Drawing {

    private static final int BUBBLE = 54;
    private static final int CARD = 25;

    private final Ink ink;
    private final int width;

    /** @param width columns that there are */
    Drawing(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    /** The bubble, and its quick replies as chips below it. */
    List<String> bubble(Bubble bubble) {
        List<String> lines = new ArrayList<>(body(bubble));
        List<List<String>> chips = bubble.quickReplies().stream()
                .map(chip -> List.of("( " + label(chip.suggestion()) + " )"))
                .toList();
        if (!chips.isEmpty()) {
            lines.addAll(Layout.sideBySide(chips, width));
        }
        return lines;
    }

    private List<String> body(Bubble bubble) {
        if (bubble instanceof Text text) {
            return box(text(text.text()), List.of());
        }
        if (bubble instanceof MediaMessage message) {
            return box(List.of(media(message.media())), List.of());
        }
        if (bubble instanceof ButtonTemplate template) {
            return box(text(template.header()), template.buttons());
        }
        if (bubble instanceof MediaTemplate template) {
            return box(List.of(media(template.media())), template.buttons());
        }
        if (bubble instanceof GenericTemplate template) {
            return cards(template.elements());
        }
        return products(((ProductTemplate) bubble).products());
    }

    List<String> text(String text) {
        return Layout.wrap(text, BUBBLE);
    }

    private List<String> cards(List<Element> elements) {
        List<List<String>> texts = elements.stream().map(Drawing::cardText).toList();
        int height = texts.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> cards = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<String> text = new ArrayList<>(texts.get(i));
            while (text.size() < height) { // the buttons of all cards stand in one row
                text.add("");
            }
            cards.add(frame(sections(text, elements.get(i).buttons(), CARD), CARD));
        }
        return Layout.sideBySide(cards, width);
    }

    private static List<String> cardText(Element element) {
        List<String> lines = new ArrayList<>();
        if (element.media() != null) {
            lines.addAll(Layout.wrap(media(element.media()), CARD));
        }
        if (element.header() != null) {
            lines.addAll(Layout.wrap(element.header(), CARD));
        }
        if (element.text() != null) {
            lines.addAll(Layout.wrap(element.text(), CARD));
        }
        return lines;
    }

    /** Messenger takes picture, name and price from the page's catalogue; here only the id is known. */
    private List<String> products(List<ShownSuggestion> products) {
        List<List<String>> cards = products.stream()
                .map(shown -> frame(
                        List.of(List.of("[product " + id(shown.suggestion().product()) + "]", "from the catalogue")),
                        CARD))
                .toList();
        return Layout.sideBySide(cards, width);
    }

    private static String id(@Nullable Product product) {
        return product == null ? "?" : Objects.toString(product.id(), "?");
    }

    List<String> box(List<String> text, List<ShownSuggestion> buttons) {
        List<String> labels = buttons.stream().map(this::button).toList();
        int inner = Math.max(Layout.widest(text), Layout.widest(labels));
        return frame(sections(text, buttons, inner), inner);
    }

    private List<List<String>> sections(List<String> text, List<ShownSuggestion> buttons, int inner) {
        List<String> labels = buttons.stream()
                .map(button -> Layout.centre(button(button), inner))
                .toList();
        return labels.isEmpty() ? List.of(text) : List.of(text, labels);
    }

    private List<String> frame(List<List<String>> sections, int inner) {
        String line = ink.frame(1).repeat(inner + 2);
        List<String> lines = new ArrayList<>();
        lines.add(ink.frame(0) + line + ink.frame(2));
        for (int i = 0; i < sections.size(); i++) {
            if (i > 0) {
                lines.add(ink.frame(6) + line + ink.frame(7));
            }
            for (String text : sections.get(i)) {
                lines.add(ink.frame(3) + " " + Layout.pad(text, inner) + " " + ink.frame(3));
            }
        }
        lines.add(ink.frame(4) + line + ink.frame(5));
        return lines;
    }

    private String button(ShownSuggestion shown) {
        Suggestion suggestion = shown.suggestion();
        Action action = Action.of(suggestion.action());
        if (action == null) {
            return label(suggestion);
        }
        return switch (action) {
            case OPEN_URL -> ink.link() + label(suggestion);
            case DIAL -> ink.phone() + label(suggestion);
            case REPLY -> ink.answer() + label(suggestion);
            case LOGIN -> ink.link() + "Log in";
            case LOGOUT -> "Log out";
            case VIEW_PRODUCT -> "[product " + id(suggestion.product()) + "]";
        };
    }

    private static String label(Suggestion suggestion) {
        return Objects.toString(suggestion.label(), "");
    }

    /** {@code [image front-door.jpg]}. */
    private static String media(Media media) {
        String url = MediaTypes.fileName(media.mediaUri());
        String name = media.mediaName() == null || media.mediaName().isBlank() ? url : media.mediaName();
        String type = MediaTypes.essence(media.mimeType());
        if (type.isEmpty()) {
            type = Objects.toString(MediaTypes.ofName(name), Objects.toString(MediaTypes.ofName(url), "file"));
        }
        String kind = type.startsWith("application/") ? "file" : type.split("/", 2)[0];
        return "[" + kind + " " + name + "]";
    }
}
