package io.github.camelcm.messenger.simulator;

/**
 * What a {@link MessageCheck} found.
 *
 * @param rule id of the rule, for example {@code label-length}
 * @param severity whether the message is refused for it
 * @param pointer JSON Pointer from the {@code msg} to the member at fault
 * @param message one sentence: what was found and what is allowed
 */
public record Problem(String rule, Severity severity, String pointer, String message) {

    /** What a problem does to the message. */
    public enum Severity {
        /** The message is rejected. */
        ERROR,
        /** The message is accepted; the problem is kept in the journal. */
        WARNING
    }
}
