package io.github.camelcm.messenger.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message in Messenger's words. Each of {@link #text}, {@link #image}, {@link #buttons}, {@link #card},
 * {@link #carousel}, … adds one message to the conversation, in the order of the calls. The limits are checked when the
 * message is sent, all at once; nothing is refused here.
 */
public final class MessageBuilder {

    private @Nullable String from;
    private List<Recipient> to = List.of();
    private @Nullable Body body;
    private @Nullable String reference;
    private List<String> allowedChannels = List.of();
    private @Nullable String validity;
    private @Nullable String customGrouping;
    private @Nullable String customGrouping2;
    private @Nullable String customGrouping3;
    private final List<Item> conversation = new ArrayList<>();
    private List<Suggestion> suggestions = List.of();
    private Map<String, Object> richContentRaw = Map.of();
    private Map<String, Object> raw = Map.of();
    private @Nullable String tag;

    MessageBuilder() {}

    MessageBuilder(OutboundMessage message) {
        from = message.from();
        to = message.to();
        body = message.body();
        reference = message.reference();
        allowedChannels = message.allowedChannels();
        validity = message.validity();
        customGrouping = message.customGrouping();
        customGrouping2 = message.customGrouping2();
        customGrouping3 = message.customGrouping3();
        raw = message.raw();
        RichContent content = message.richContent();
        if (content != null) {
            conversation.addAll(content.conversation());
            suggestions = content.suggestions();
            richContentRaw = content.raw();
        }
    }

    /** @param pageId the Facebook Page ID that sends; by default the endpoint's */
    public MessageBuilder from(@Nullable String pageId) {
        this.from = pageId;
        return this;
    }

    /** @param psids the users' page-scoped ids */
    public MessageBuilder to(String... psids) {
        this.to = Arrays.stream(psids).map(Recipient::of).toList();
        return this;
    }

    /** The text for channels that show no rich content, and in notifications. */
    public MessageBuilder fallbackText(String text) {
        return body(Body.text(text));
    }

    public MessageBuilder body(@Nullable Body newBody) {
        this.body = newBody;
        return this;
    }

    /** @param newReference 1–32 letters and digits; one is made if there is none */
    public MessageBuilder reference(@Nullable String newReference) {
        this.reference = newReference;
        return this;
    }

    /** @param names CM.com's names of channels, tried in this order */
    public MessageBuilder allowedChannels(String... names) {
        return allowedChannels(List.of(names));
    }

    public MessageBuilder allowedChannels(List<String> names) {
        this.allowedChannels = names;
        return this;
    }

    /** @param newValidity {@code 2h}, {@code 30m} or {@code yyyy-MM-dd HH:mm:ss} with an optional zone */
    public MessageBuilder validity(@Nullable String newValidity) {
        this.validity = newValidity;
        return this;
    }

    public MessageBuilder customGrouping(@Nullable String grouping) {
        this.customGrouping = grouping;
        return this;
    }

    public MessageBuilder customGrouping2(@Nullable String grouping) {
        this.customGrouping2 = grouping;
        return this;
    }

    public MessageBuilder customGrouping3(@Nullable String grouping) {
        this.customGrouping3 = grouping;
        return this;
    }

    /** A text of at most 2000 characters, with at most 13 quick replies. */
    public MessageBuilder text(String text, QuickReply... quickReplies) {
        return item(Item.text(text, QuickReply.suggestions(quickReplies)));
    }

    public MessageBuilder image(String imageUri) {
        return media(Media.of(imageUri));
    }

    /** An image, a video, a sound or a file of its own. */
    public MessageBuilder media(Media media) {
        return item(new Item(null, null, media, List.of(), null, null, Map.of()));
    }

    /** A media template: an image or a video with one button. */
    public MessageBuilder media(Media media, Button button) {
        return item(new Item(null, null, media, Button.suggestions(button), null, null, Map.of()));
    }

    /** A button template: a text of at most 640 characters above one to three buttons. */
    public MessageBuilder buttons(String text, Button... buttons) {
        return item(new Item(text, null, null, Button.suggestions(buttons), null, null, Map.of()));
    }

    /** A single card, with quick replies below it. */
    public MessageBuilder card(Card card, QuickReply... quickReplies) {
        return carousel(List.of(card), quickReplies);
    }

    /** One to ten cards side by side. */
    public MessageBuilder carousel(Card... cards) {
        return carousel(List.of(cards));
    }

    /** One to ten cards side by side, with quick replies below them. */
    public MessageBuilder carousel(List<Card> cards, QuickReply... quickReplies) {
        return item(
                new Item(null, null, null, QuickReply.suggestions(quickReplies), Carousel.of(cards), null, Map.of()));
    }

    /** One to ten products of the page's catalogue. */
    public MessageBuilder products(String... productIds) {
        List<Suggestion> products =
                Arrays.stream(productIds).map(Button::product).toList();
        return item(new Item(null, null, null, products, null, null, Map.of()));
    }

    public MessageBuilder item(Item item) {
        conversation.add(item);
        return this;
    }

    /** The tag of every item that has none of its own; a body alone becomes an item, since a tag belongs to one. */
    public MessageBuilder tag(MessageTag messageTag) {
        return tag(messageTag.name());
    }

    /** A tag that {@link MessageTag} does not have yet. */
    public MessageBuilder tag(@Nullable String messageTag) {
        this.tag = messageTag;
        return this;
    }

    public OutboundMessage build() {
        return new OutboundMessage(
                from,
                to,
                body,
                reference,
                allowedChannels,
                validity,
                customGrouping,
                customGrouping2,
                customGrouping3,
                richContent(),
                raw);
    }

    private @Nullable RichContent richContent() {
        List<Item> items = tagged();
        return items.isEmpty() && suggestions.isEmpty() && richContentRaw.isEmpty()
                ? null
                : new RichContent(items, suggestions, richContentRaw);
    }

    private List<Item> tagged() {
        String defaultTag = tag;
        if (defaultTag == null) {
            return conversation;
        }
        String text = body == null ? null : body.content();
        if (conversation.isEmpty() && !isBlank(text)) { // a tag belongs to an item
            return List.of(Item.text(text, List.of()).withTag(defaultTag));
        }
        return conversation.stream()
                .map(item -> isBlank(item.tag()) ? item.withTag(defaultTag) : item)
                .toList();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
