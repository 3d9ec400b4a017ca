package io.github.camelcm.messenger.rules;

/** Every figure that a rule compares with; all sources read on 2026-11-23. Texts are counted in Unicode code points. */
public enum Limit {
    BODY_LENGTH("body-length", 2000, "CM.com's Facebook Messenger page, fact sheet"),
    TEXT_LENGTH("text-length", 2000, "CM.com's Facebook Messenger page, fact sheet"),
    GROUPING_LENGTH("grouping-length", 100, "CM.com's SDKs"),
    REFERENCE_LENGTH("reference-length", 32, "CM.com's Business Messaging API page"),
    PSID_LENGTH("psid-length", 32, "lenient: PSIDs in use have 16 or 17 digits"),
    LABEL_LENGTH("label-length", 20, "CM.com's Facebook Messenger page, suggestions"),
    POSTBACKDATA_LENGTH("postbackdata-length", 1000, "CM.com's Facebook Messenger page, suggestions"),
    PHONE_DIGITS_MIN("phone-digits-min", 7, "ITU-T E.164, the shortest in use"),
    PHONE_DIGITS_MAX("phone-digits-max", 15, "ITU-T E.164"),
    QUICK_REPLY_COUNT("quick-reply-count", 13, "CM.com's Facebook Messenger page, suggestions"),
    BUTTON_COUNT("button-count", 3, "CM.com's Facebook Messenger page, templates"),
    MEDIA_BUTTON_COUNT("media-button-count", 1, "CM.com's Facebook Messenger page, templates"),
    BUTTON_HEADER_LENGTH("button-header-length", 640, "CM.com's Facebook Messenger page, templates"),
    GENERIC_HEADER_LENGTH("generic-header-length", 80, "CM.com's Facebook Messenger page, templates"),
    GENERIC_TEXT_LENGTH("generic-text-length", 80, "CM.com's Facebook Messenger page, templates"),
    CARD_COUNT("card-count", 10, "CM.com's Facebook Messenger page, templates"),
    PRODUCT_COUNT("product-count", 10, "CM.com's Facebook Messenger page, templates");

    private final String key;
    private final int defaultValue;
    private final String source;

    Limit(String key, int defaultValue, String source) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.source = source;
    }

    /** The name under which the limit can be overridden. */
    public String key() {
        return key;
    }

    public int defaultValue() {
        return defaultValue;
    }

    /** Who says so. */
    public String source() {
        return source;
    }
}
