package io.github.camelcm.messenger.rules;

/**
 * Every figure that a rule compares with, and what it counts; all sources read on 2026-11-23. Characters are Unicode code
 * points. The table in the page of rules is made of these sentences.
 */
public enum Limit {
    /** Characters of {@code body.content}. */
    BODY_LENGTH("body-length", 2000, "CM.com's Facebook Messenger page, fact sheet"),
    /** Characters of a text outside of a template. */
    TEXT_LENGTH("text-length", 2000, "CM.com's Facebook Messenger page, fact sheet"),
    /** Characters of a custom grouping. */
    GROUPING_LENGTH("grouping-length", 100, "CM.com's SDKs"),
    /** Letters and digits of {@code reference}. */
    REFERENCE_LENGTH("reference-length", 32, "CM.com's Business Messaging API page"),
    /** Digits of a recipient. */
    PSID_LENGTH("psid-length", 32, "lenient: PSIDs in use have 16 or 17 digits"),
    /** Characters of a label. */
    LABEL_LENGTH("label-length", 20, "CM.com's Facebook Messenger page, suggestions"),
    /** Characters of postback data. */
    POSTBACKDATA_LENGTH("postbackdata-length", 1000, "CM.com's Facebook Messenger page, suggestions"),
    /** Digits of a phone number; the only limit that is the least, not the most. */
    PHONE_DIGITS_MIN("phone-digits-min", 7, "ITU-T E.164, the shortest in use"),
    /** Digits of a phone number. */
    PHONE_DIGITS_MAX("phone-digits-max", 15, "ITU-T E.164"),
    /** Quick replies of a message. */
    QUICK_REPLY_COUNT("quick-reply-count", 13, "CM.com's Facebook Messenger page, suggestions"),
    /** Buttons of a button template, and of a card. With more suggestions, all become quick replies. */
    BUTTON_COUNT("button-count", 3, "CM.com's Facebook Messenger page, templates"),
    /** Buttons of a media template. With more suggestions, all become quick replies. */
    MEDIA_BUTTON_COUNT("media-button-count", 1, "CM.com's Facebook Messenger page, templates"),
    /** Characters of the header of a button template. */
    BUTTON_HEADER_LENGTH("button-header-length", 640, "CM.com's Facebook Messenger page, templates"),
    /** Characters of the header of a card. */
    GENERIC_HEADER_LENGTH("generic-header-length", 80, "CM.com's Facebook Messenger page, templates"),
    /** Characters of the text of a card. */
    GENERIC_TEXT_LENGTH("generic-text-length", 80, "CM.com's Facebook Messenger page, templates"),
    /** Cards of a carousel. */
    CARD_COUNT("card-count", 10, "CM.com's Facebook Messenger page, templates"),
    /** Products of an item. */
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
