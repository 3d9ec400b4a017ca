package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.camelcm.messenger.model.Severity;

/**
 * Every rule by its public id, what it asks of a message, and the severity it has unless that says otherwise. Names with a
 * hyphen are those of a {@link Limit}. The table in the page of rules is made of these sentences.
 */
public enum Rule {
    // the envelope
    /** {@code from} is there: the page that sends. */
    FROM_REQUIRED("from-required", Severity.ERROR),
    /** {@code from} is made of digits. */
    PAGE_ID_FORMAT("page-id-format", Severity.WARNING),
    /** {@code to} has at least one recipient, and each has a {@code number}. */
    TO_REQUIRED("to-required", Severity.ERROR),
    /** A recipient is a PSID: digits, at most psid-length, the first not 0. A phone number is none. */
    PSID_FORMAT("psid-format", Severity.WARNING),
    /** The message says something, in {@code body.content} or in an item of {@code richContent}. */
    CONTENT_REQUIRED("content-required", Severity.ERROR),
    /** Without an item, {@code body.content} has at most body-length characters. */
    BODY_LENGTH("body-length", Severity.ERROR),
    /** No text holds half of a surrogate pair, which has no form in UTF-8. */
    TEXT_ENCODING("text-encoding", Severity.ERROR),
    /**
     * CM.com lists each name in {@code allowedChannels}. An error where such a name is misspelled, a warning for any
     * other.
     */
    CHANNEL_KNOWN("channel-known", Severity.WARNING),
    /** {@code allowedChannels}, where it is there, holds Facebook Messenger. */
    CHANNEL_MESSENGER("channel-messenger", Severity.WARNING),
    /** {@code reference} is letters and digits, at most reference-length. */
    REFERENCE_FORMAT("reference-format", Severity.WARNING),
    /** A custom grouping has at most grouping-length characters. */
    GROUPING_LENGTH("grouping-length", Severity.ERROR),
    /** {@code validity} is hours ({@code 2h}), minutes ({@code 90m}), or a date that exists and a time. */
    VALIDITY_FORMAT("validity-format", Severity.ERROR),
    /** JSON has no member that CM.com is not known to have. What it has all the same is passed on. */
    UNKNOWN_FIELD("unknown-field", Severity.WARNING),

    // fields
    /** A tag is CONFIRMED_EVENT_UPDATE, POST_PURCHASE_UPDATE, ACCOUNT_UPDATE or HUMAN_AGENT. */
    TAG_KNOWN("tag-known", Severity.ERROR),
    /** A tag is HUMAN_AGENT: Meta is reported to refuse the other three. */
    TAG_WITHDRAWN("tag-withdrawn", Severity.WARNING),
    /** {@code media} is one object, not an array. */
    MEDIA_SINGLE("media-single", Severity.ERROR),
    /** A media has a {@code mediaUri}: {@code http} or {@code https}, and a host. */
    MEDIA_URI("media-uri", Severity.ERROR),
    /** A media has a {@code mediaName} with a file extension, and that agrees with {@code mimeType}. */
    MEDIA_NAME("media-name", Severity.WARNING),
    /** An action is Reply, OpenUrl, Dial, Login, Logout or ViewProduct. */
    ACTION_KNOWN("action-known", Severity.ERROR),
    /** Reply, OpenUrl and Dial have a label. */
    LABEL_REQUIRED("label-required", Severity.ERROR),
    /** The label of Reply, OpenUrl and Dial has at most label-length characters. */
    LABEL_LENGTH("label-length", Severity.ERROR),
    /** Login, Logout and ViewProduct have no label. */
    LABEL_UNEXPECTED("label-unexpected", Severity.WARNING),
    /**
     * Reply has postback data. An error for a quick reply, a warning for a button and where Messenger shows nothing.
     */
    POSTBACKDATA_REQUIRED("postbackdata-required", Severity.WARNING),
    /** Postback data has at most postbackdata-length characters. */
    POSTBACKDATA_LENGTH("postbackdata-length", Severity.ERROR),
    /** OpenUrl and Login have a {@code url}: {@code http} or {@code https}, and a host. */
    URL_REQUIRED("url-required", Severity.ERROR),
    /** The {@code url} of Login is {@code https}. */
    LOGIN_HTTPS("login-https", Severity.WARNING),
    /** Dial has a phone number. */
    PHONE_REQUIRED("phone-required", Severity.ERROR),
    /** A phone number is international: a plus and phone-digits-min to phone-digits-max digits. */
    PHONE_FORMAT("phone-format", Severity.WARNING),
    /** ViewProduct has the id of a product. */
    PRODUCT_REQUIRED("product-required", Severity.ERROR),

    // items and templates
    /** Messenger can show what the item has of text, media, suggestions and header. */
    NOT_SUPPORTED("not-supported", Severity.ERROR),
    /** A carousel has at least one card, and at most card-count. */
    CARD_COUNT("card-count", Severity.ERROR),
    /** An item with a carousel has no {@code header} and no {@code media} of its own. */
    BESIDE_CAROUSEL("beside-carousel", Severity.WARNING),
    /** A text outside of a template has at most text-length characters. */
    TEXT_LENGTH("text-length", Severity.ERROR),
    /** A message has at most quick-reply-count quick replies. */
    QUICK_REPLY_COUNT("quick-reply-count", Severity.ERROR),
    /** A quick reply is a Reply. */
    QUICK_REPLY_ACTION("quick-reply-action", Severity.ERROR),
    /** Suggestions that become quick replies, because a template has no place for so many buttons, are all Reply. */
    OVERFLOW_ACTION("overflow-action", Severity.ERROR),
    /** A media template shows an image or a video. A warning when it has suggestions and all are Reply. */
    MEDIA_TEMPLATE_TYPE("media-template-type", Severity.ERROR),
    /** The media of a card is an image. */
    GENERIC_MEDIA_TYPE("generic-media-type", Severity.WARNING),
    /** The header of a button template has at most button-header-length characters. */
    BUTTON_HEADER_LENGTH("button-header-length", Severity.ERROR),
    /** Each card has a header. */
    GENERIC_HEADER_REQUIRED("generic-header-required", Severity.ERROR),
    /** The header of a card has at most generic-header-length characters. */
    GENERIC_HEADER_LENGTH("generic-header-length", Severity.ERROR),
    /** The text of a card has at most generic-text-length characters. */
    GENERIC_TEXT_LENGTH("generic-text-length", Severity.ERROR),
    /** A card has something besides its header. An error for a card among several, a warning for one alone. */
    GENERIC_BARE_HEADER("generic-bare-header", Severity.WARNING),
    /** ViewProduct is mixed neither with other actions nor with text, media or header. */
    PRODUCT_MIXED("product-mixed", Severity.ERROR),
    /** An item has at most product-count products, those of all its cards together. */
    PRODUCT_COUNT("product-count", Severity.ERROR);

    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** The id that a violation carries; it never changes. */
    @JsonValue
    public String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
