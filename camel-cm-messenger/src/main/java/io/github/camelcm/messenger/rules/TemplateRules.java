package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.Element;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.Bubble.MediaTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import java.util.List;

/** The rules of what Messenger shows for an item. */
final class TemplateRules {

    private TemplateRules() {}

    static void check(Item item, Pointer at, Rendering rendering, Findings findings) {
        Rule obstacle = rendering.obstacle();
        if (obstacle != null) {
            findings.add(obstacle, rendering.at(), why(obstacle, item, rendering, findings));
        }
        for (Bubble bubble : rendering.bubbles()) {
            check(bubble, findings);
        }
        if (obstacle == null) {
            products(item, rendering, findings);
        }
        if (item.carousel() != null) {
            besideCarousel(item, at, findings);
        }
    }

    private static String why(Rule obstacle, Item item, Rendering rendering, Findings findings) {
        return switch (obstacle) {
            case CARD_COUNT -> {
                Carousel carousel = item.carousel();
                yield "the carousel has %d cards, 1–%d are allowed"
                        .formatted(carousel == null ? 0 : carousel.cards().size(), findings.limit(Limit.CARD_COUNT));
            }
            case PRODUCT_MIXED ->
                "ViewProduct is mixed with another action, a text, a media or a header;" + " products stand alone";
            default ->
                rendering.row() == MatrixRow.TEXT_MEDIA_SUGGESTIONS
                        ? "text, media and suggestions without a header are not supported;"
                                + " add a header, or make text and media items of their own"
                        : rendering.row() == MatrixRow.SUGGESTIONS
                                ? "suggestions without text, media or header are not supported, products excepted"
                                : "it holds nothing that Messenger could show";
        };
    }

    private static void besideCarousel(Item item, Pointer at, Findings findings) {
        if (Fields.present(item.header())) {
            findings.add(Rule.BESIDE_CAROUSEL, at.member("header"), "header beside a carousel is not shown");
        }
        if (Fields.present(item.media()) || Fields.mediaArray(item.raw()) != null) {
            findings.add(Rule.BESIDE_CAROUSEL, at.member("media"), "media beside a carousel is not shown");
        }
    }

    private static void check(Bubble bubble, Findings findings) {
        if (bubble instanceof Text text) {
            findings.length(Rule.TEXT_LENGTH, Limit.TEXT_LENGTH, text.at(), "text", text.text());
        } else if (bubble instanceof ButtonTemplate template) {
            findings.length(
                    Rule.BUTTON_HEADER_LENGTH, Limit.BUTTON_HEADER_LENGTH, template.at(), "header", template.header());
        } else if (bubble instanceof MediaTemplate template) {
            mediaTemplate(template, findings);
        } else if (bubble instanceof GenericTemplate template) {
            generic(template, findings);
        }
        quickReplies(bubble.quickReplies(), findings);
    }

    private static void mediaTemplate(MediaTemplate template, Findings findings) {
        MediaRules.Kind kind = MediaRules.kind(template.media());
        if (kind != MediaRules.Kind.OTHER) {
            return;
        }
        List<ShownSuggestion> own = Lists.concat(
                template.buttons(),
                template.quickReplies().stream()
                        .filter(ShownSuggestion::overflow)
                        .toList());
        boolean onlyReplies = !own.isEmpty() && own.stream().allMatch(shown -> is(Action.REPLY, shown));
        findings.add(
                Rule.MEDIA_TEMPLATE_TYPE,
                onlyReplies ? Severity.WARNING : Severity.ERROR,
                template.at().member("media"),
                "media is neither an image nor a video, the only files that a media template shows");
    }

    private static void generic(GenericTemplate template, Findings findings) {
        boolean several = template.elements().size() > 1;
        for (Element element : template.elements()) {
            if (element.header() == null) {
                findings.add(
                        Rule.GENERIC_HEADER_REQUIRED,
                        element.at().member("header"),
                        "header is missing: every card of a generic template has a title");
            }
            findings.length(
                    Rule.GENERIC_HEADER_LENGTH, Limit.GENERIC_HEADER_LENGTH, element.at(), "header", element.header());
            findings.length(Rule.GENERIC_TEXT_LENGTH, Limit.GENERIC_TEXT_LENGTH, element.at(), "text", element.text());
            mediaOf(element, findings);
            if (bare(element, template)) {
                findings.add(
                        Rule.GENERIC_BARE_HEADER,
                        several ? Severity.ERROR : Severity.WARNING,
                        element.at(),
                        "there is only a header; a card wants a text, a media or a button besides it");
            }
        }
    }

    private static void mediaOf(Element element, Findings findings) {
        Media media = element.media();
        MediaRules.Kind kind = media == null ? MediaRules.Kind.UNKNOWN : MediaRules.kind(media);
        if (kind == MediaRules.Kind.VIDEO || kind == MediaRules.Kind.OTHER) {
            findings.add(
                    Rule.GENERIC_MEDIA_TYPE,
                    element.at().member("media"),
                    "media is not an image, the only file that a card shows");
        }
    }

    private static boolean bare(Element element, GenericTemplate template) {
        return element.text() == null
                && element.media() == null
                && element.buttons().isEmpty()
                && template.quickReplies().stream().noneMatch(shown -> belongs(shown, element));
    }

    /** Whether a quick reply was a button of the card that had too many. */
    private static boolean belongs(ShownSuggestion shown, Element element) {
        return shown.overflow() && shown.pointer().parent().parent() == element.at();
    }

    /** Counts per item, whatever they are shown as: a card without any keeps a carousel from being one of products. */
    private static void products(Item item, Rendering rendering, Findings findings) {
        Carousel carousel = item.carousel();
        int count = carousel == null ? Fields.count(item.suggestions(), Action.VIEW_PRODUCT) : 0;
        for (Card card : carousel == null ? List.<Card>of() : carousel.cards()) {
            count += Fields.count(card.suggestions(), Action.VIEW_PRODUCT);
        }
        boolean several = carousel != null && carousel.cards().size() > 1;
        Pointer at = rendering.at().member(several ? "cards" : "suggestions");
        findings.count(Rule.PRODUCT_COUNT, Limit.PRODUCT_COUNT, at, "products", count);
    }

    private static void quickReplies(List<ShownSuggestion> quickReplies, Findings findings) {
        if (quickReplies.isEmpty()) {
            return;
        }
        findings.count(
                Rule.QUICK_REPLY_COUNT,
                Limit.QUICK_REPLY_COUNT,
                commonArray(quickReplies),
                "quick replies of one message",
                quickReplies.size());
        for (ShownSuggestion shown : quickReplies) {
            Action action = Action.of(shown.suggestion().action());
            if (action != null && action != Action.REPLY) {
                notReply(action, shown, findings);
            }
        }
    }

    private static void notReply(Action action, ShownSuggestion shown, Findings findings) {
        Pointer at = shown.pointer().member("action");
        if (shown.overflow()) {
            findings.add(
                    Rule.OVERFLOW_ACTION,
                    at,
                    "there are more suggestions than the template has buttons, so all become quick replies," + " and "
                            + action.spelling() + " cannot be one; only Reply can");
        } else {
            findings.add(
                    Rule.QUICK_REPLY_ACTION,
                    at,
                    "the suggestion becomes a quick reply, and " + action.spelling()
                            + " cannot be one; only Reply can");
        }
    }

    /** The array they all come from; if there are several, the item's own. */
    private static Pointer commonArray(List<ShownSuggestion> quickReplies) {
        Pointer first = array(quickReplies.get(0));
        for (ShownSuggestion shown : quickReplies) {
            if (array(shown) != first) {
                return item(first).member("suggestions");
            }
        }
        return first;
    }

    /** {@code /richContent/conversation/N} of a place below it. */
    private static Pointer item(Pointer place) {
        Pointer item = place;
        while (item.parent().parent().parent() != Pointer.ROOT) {
            item = item.parent();
        }
        return item;
    }

    private static Pointer array(ShownSuggestion shown) {
        return shown.pointer().parent();
    }

    private static boolean is(Action action, ShownSuggestion shown) {
        return action == Action.of(shown.suggestion().action());
    }
}
