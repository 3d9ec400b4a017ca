package io.github.camelcm.messenger.model;

/**
 * Facebook's message tags: they allow a message outside the 24 hours after the user's last one, for the purpose the tag
 * names and no other. Meta is reported to refuse the first three since 27 April 2026.
 */
public enum MessageTag {
    CONFIRMED_EVENT_UPDATE,
    POST_PURCHASE_UPDATE,
    ACCOUNT_UPDATE,
    /** A person answers, within 7 days. */
    HUMAN_AGENT
}
