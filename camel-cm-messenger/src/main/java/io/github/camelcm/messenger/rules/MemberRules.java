package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import io.github.camelcm.messenger.model.RichContent;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for every member, wherever it stands: its texts can be encoded, and its name is known. */
final class MemberRules {

    private final Findings findings;

    private MemberRules(Findings findings) {
        this.findings = findings;
    }

    static void check(OutboundMessage message, Findings findings) {
        new MemberRules(findings).message(message);
    }

    private void message(OutboundMessage message) {
        Pointer root = Pointer.ROOT;
        text(message.from(), root, "from");
        for (int i = 0; i < message.to().size(); i++) {
            Recipient recipient = message.to().get(i);
            Pointer at = root.member("to").element(i);
            text(recipient.number(), at, "number");
            raw(recipient.raw(), at);
        }
        Body body = message.body();
        if (body != null) {
            Pointer at = root.member("body");
            text(body.type(), at, "type");
            text(body.content(), at, "content");
            raw(body.raw(), at);
        }
        text(message.reference(), root, "reference");
        List<String> channels = message.allowedChannels();
        for (int i = 0; i < channels.size(); i++) {
            value(channels.get(i), root.member("allowedChannels").element(i));
        }
        text(message.validity(), root, "validity");
        text(message.customGrouping(), root, "customGrouping");
        text(message.customGrouping2(), root, "customGrouping2");
        text(message.customGrouping3(), root, "customGrouping3");
        raw(message.raw(), root);
        richContent(message.richContent(), root.member("richContent"));
    }

    private void richContent(@Nullable RichContent content, Pointer at) {
        if (content == null) {
            return;
        }
        Pointer conversation = at.member("conversation");
        for (int i = 0; i < content.conversation().size(); i++) {
            item(content.conversation().get(i), conversation.element(i));
        }
        suggestions(content.suggestions(), at);
        raw(content.raw(), at);
    }

    private void item(Item item, Pointer at) {
        text(item.header(), at, "header");
        text(item.text(), at, "text");
        text(item.tag(), at, "tag");
        media(item.media(), at);
        suggestions(item.suggestions(), at);
        raw(item.raw(), at);
        Carousel carousel = item.carousel();
        if (carousel != null) {
            Pointer carouselAt = at.member("carousel");
            Pointer cards = carouselAt.member("cards");
            for (int i = 0; i < carousel.cards().size(); i++) {
                card(carousel.cards().get(i), cards.element(i));
            }
            raw(carousel.raw(), carouselAt);
        }
    }

    private void card(Card card, Pointer at) {
        text(card.header(), at, "header");
        text(card.text(), at, "text");
        media(card.media(), at);
        suggestions(card.suggestions(), at);
        raw(card.raw(), at);
    }

    private void media(@Nullable Media media, Pointer parent) {
        if (media != null) {
            Pointer at = parent.member("media");
            text(media.mediaName(), at, "mediaName");
            text(media.mediaUri(), at, "mediaUri");
            text(media.mimeType(), at, "mimeType");
            raw(media.raw(), at);
        }
    }

    private void suggestions(List<Suggestion> suggestions, Pointer parent) {
        if (suggestions.isEmpty()) {
            return;
        }
        Pointer array = parent.member("suggestions");
        for (int i = 0; i < suggestions.size(); i++) {
            suggestion(suggestions.get(i), array.element(i));
        }
    }

    private void suggestion(Suggestion suggestion, Pointer at) {
        text(suggestion.action(), at, "action");
        text(suggestion.label(), at, "label");
        text(suggestion.postbackdata(), at, "postbackdata");
        text(suggestion.url(), at, "url");
        if (suggestion.dial() != null) {
            text(suggestion.dial().phoneNumber(), at.member("dial"), "phoneNumber");
            raw(suggestion.dial().raw(), at.member("dial"));
        }
        if (suggestion.product() != null) {
            text(suggestion.product().id(), at.member("product"), "id");
            raw(suggestion.product().raw(), at.member("product"));
        }
        media(suggestion.media(), at);
        raw(suggestion.raw(), at);
    }

    /** Members that the model does not have: their names may be unknown, their values hold any JSON. */
    private void raw(Map<String, Object> raw, Pointer at) {
        if (raw.isEmpty()) {
            return;
        }
        raw.forEach((name, value) -> {
            if (!KnownFields.known(name) && !Format.unpairedSurrogate(name)) {
                findings.add(
                        Rule.UNKNOWN_FIELD,
                        at.member(name),
                        "CM.com is not known to have this field" + meant(name) + "; it is passed on as it is");
            }
        });
        value(raw, at);
    }

    private static String meant(String name) {
        String cms = KnownFields.ofMetas(name);
        if (cms != null) {
            return " (it is Meta's name; CM.com's is '" + cms + "')";
        }
        String near = KnownFields.nearMiss(name);
        return near == null ? "" : " (is '" + near + "' meant?)";
    }

    private void value(@Nullable Object value, Pointer at) {
        if (value instanceof String text) {
            if (Format.unpairedSurrogate(text)) {
                broken(at);
            }
        } else if (value instanceof Map<?, ?> members) {
            members(members, at);
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                value(elements.get(i), at.element(i));
            }
        }
    }

    /** A pointer with a broken name could not be written either: the object that holds the name is named, once. */
    private void members(Map<?, ?> members, Pointer at) {
        boolean brokenName = false;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (Format.unpairedSurrogate(name)) {
                brokenName = true;
            } else {
                value(member.getValue(), at.member(name));
            }
        }
        if (brokenName) {
            broken(at);
        }
    }

    private void text(@Nullable String text, Pointer parent, String name) {
        if (text != null && Format.unpairedSurrogate(text)) {
            broken(parent.member(name));
        }
    }

    private void broken(Pointer at) {
        findings.add(Rule.TEXT_ENCODING, at, "the text holds half of a surrogate pair, which has no UTF-8 form");
    }
}
