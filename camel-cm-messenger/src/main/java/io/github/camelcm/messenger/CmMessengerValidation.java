package io.github.camelcm.messenger;

/** What a broken rule does to a message. */
public enum CmMessengerValidation {
    /** A rule of severity error stops the message, in a list all of them; warnings are reported and logged. */
    strict,
    /** Errors are logged like warnings, and the message is sent. */
    warn,
    /** The rules are not asked. */
    off
}
