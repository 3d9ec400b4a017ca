package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway said for one recipient of a message.
 *
 * @param to the recipient's PSID
 * @param outcome what became of the message for this recipient
 * @param parts how many parts CM.com made of it; 0 when rejected or not known
 * @param errorCode CM.com's code, 0 for none; codes that its documentation does not list occur
 * @param details CM.com's words, if any; they may name the recipient
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipientResult(
        @Nullable String to,
        Outcome outcome,
        int parts,
        int errorCode,
        @Nullable String details) {

    /** CM.com's code for an error of its own, the only one after which it says to try again. */
    public static final int INTERNAL_ERROR = 500;

    /** Whether a rejection may pass: only CM.com's code 500. */
    boolean passing() {
        return outcome == Outcome.REJECTED && errorCode == INTERNAL_ERROR;
    }
}
