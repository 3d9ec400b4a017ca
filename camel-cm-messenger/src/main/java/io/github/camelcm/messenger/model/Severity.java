package io.github.camelcm.messenger.model;

/** How bad a violation is. */
public enum Severity {
    /** The message would be refused or lose content: it is not sent. */
    ERROR,
    /** The message is sent, and the violation reported. */
    WARNING
}
