package io.github.camelcm.messenger.webhook;

/** What a call of CM.com's tells of. */
public enum EventKind {
    /** A user wrote, sent or tapped something. */
    MESSAGE,
    /** How far a message came. */
    STATUS,
    /** Something happened on the channel without a message, such as an opt-in. */
    EVENT,
    /** None of these, or one that cannot be read. */
    UNKNOWN
}
