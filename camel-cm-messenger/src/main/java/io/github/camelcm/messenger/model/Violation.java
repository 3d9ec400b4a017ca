package io.github.camelcm.messenger.model;

/**
 * One rule that a message breaks.
 *
 * @param rule the rule's public id, such as {@code label-length}
 * @param severity whether the message can be sent all the same
 * @param pointer the member at fault: a JSON Pointer from the message, such as
 *     {@code /richContent/conversation/0/suggestions/2/label}; the member may be absent
 * @param message one sentence: what was found and what is allowed. It never holds the message's text
 * @param index the message's place in the list it was sent with, from 0
 */
public record Violation(String rule, Severity severity, String pointer, String message, int index) {

    /** {@code error label-length at /richContent/…/label: label is 24 characters long, at most 20 are allowed}. */
    public String sentence() {
        return (severity == Severity.ERROR ? "error " : "warning ") + rule + " at " + pointer + ": " + message;
    }
}
