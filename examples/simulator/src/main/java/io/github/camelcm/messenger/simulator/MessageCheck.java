package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Further rules that a message must keep, beyond the gateway's own.
 *
 * <p>It is asked only about messages the gateway itself would accept. A problem of severity
 * {@link Problem.Severity#ERROR} makes the gateway reject the message with code 305 and the problem's sentence.
 * It is called on worker threads, several at a time.
 */
@FunctionalInterface
public interface MessageCheck {

    /**
     * Looks at one message.
     *
     * @param msg one element of {@code messages.msg}, as it came; must not be changed
     * @return what is wrong with it, the most telling first; empty if nothing is
     */
    List<Problem> check(JsonNode msg);

    /**
     * A check that finds nothing.
     *
     * @return the check
     */
    static MessageCheck none() {
        return msg -> List.of();
    }
}
