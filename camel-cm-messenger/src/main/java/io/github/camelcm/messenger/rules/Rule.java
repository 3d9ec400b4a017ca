package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.camelcm.messenger.model.Severity;

/** Every rule by its public id, with the severity it has unless its description says otherwise. */
public enum Rule {
    // the envelope
    FROM_REQUIRED("from-required", Severity.ERROR),
    PAGE_ID_FORMAT("page-id-format", Severity.WARNING),
    TO_REQUIRED("to-required", Severity.ERROR),
    PSID_FORMAT("psid-format", Severity.WARNING),
    CONTENT_REQUIRED("content-required", Severity.ERROR),
    BODY_LENGTH("body-length", Severity.ERROR),
    TEXT_ENCODING("text-encoding", Severity.ERROR),
    /** An error for a near miss of a name, a warning for any other name that is not CM.com's. */
    CHANNEL_KNOWN("channel-known", Severity.WARNING),
    CHANNEL_MESSENGER("channel-messenger", Severity.WARNING),
    REFERENCE_FORMAT("reference-format", Severity.WARNING),
    GROUPING_LENGTH("grouping-length", Severity.ERROR),
    VALIDITY_FORMAT("validity-format", Severity.ERROR),
    UNKNOWN_FIELD("unknown-field", Severity.WARNING),

    // fields
    TAG_KNOWN("tag-known", Severity.ERROR),
    TAG_WITHDRAWN("tag-withdrawn", Severity.WARNING),
    MEDIA_SINGLE("media-single", Severity.ERROR),
    MEDIA_URI("media-uri", Severity.ERROR),
    MEDIA_NAME("media-name", Severity.WARNING),
    ACTION_KNOWN("action-known", Severity.ERROR),
    LABEL_REQUIRED("label-required", Severity.ERROR),
    LABEL_LENGTH("label-length", Severity.ERROR),
    LABEL_UNEXPECTED("label-unexpected", Severity.WARNING),
    /** An error for a quick reply, a warning for a Reply button and where nothing is rendered. */
    POSTBACKDATA_REQUIRED("postbackdata-required", Severity.WARNING),
    POSTBACKDATA_LENGTH("postbackdata-length", Severity.ERROR),
    URL_REQUIRED("url-required", Severity.ERROR),
    LOGIN_HTTPS("login-https", Severity.WARNING),
    PHONE_REQUIRED("phone-required", Severity.ERROR),
    PHONE_FORMAT("phone-format", Severity.WARNING),
    PRODUCT_REQUIRED("product-required", Severity.ERROR),

    // items and templates
    NOT_SUPPORTED("not-supported", Severity.ERROR),
    CARD_COUNT("card-count", Severity.ERROR),
    BESIDE_CAROUSEL("beside-carousel", Severity.WARNING),
    TEXT_LENGTH("text-length", Severity.ERROR),
    QUICK_REPLY_COUNT("quick-reply-count", Severity.ERROR),
    QUICK_REPLY_ACTION("quick-reply-action", Severity.ERROR),
    OVERFLOW_ACTION("overflow-action", Severity.ERROR),
    /** A warning when there are suggestions and all are Reply. */
    MEDIA_TEMPLATE_TYPE("media-template-type", Severity.ERROR),
    GENERIC_MEDIA_TYPE("generic-media-type", Severity.WARNING),
    BUTTON_HEADER_LENGTH("button-header-length", Severity.ERROR),
    GENERIC_HEADER_REQUIRED("generic-header-required", Severity.ERROR),
    GENERIC_HEADER_LENGTH("generic-header-length", Severity.ERROR),
    GENERIC_TEXT_LENGTH("generic-text-length", Severity.ERROR),
    /** An error for a card among several, a warning for an item or a single card. */
    GENERIC_BARE_HEADER("generic-bare-header", Severity.WARNING),
    PRODUCT_MIXED("product-mixed", Severity.ERROR),
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
