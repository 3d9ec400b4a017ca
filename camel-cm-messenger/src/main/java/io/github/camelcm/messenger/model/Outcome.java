package io.github.camelcm.messenger.model;

/** What is known about a message after an attempt to send it. */
public enum Outcome {
    /** The gateway took it. Whether it reached the user, a status report tells. */
    ACCEPTED,
    /** The gateway refused it. */
    REJECTED,
    /** The gateway did not get it, or said that it would not process it now: sending it again is safe. */
    NOT_SENT,
    /** It was written to the gateway, and what became of it cannot be known: sending it again may send it twice. */
    UNKNOWN
}
