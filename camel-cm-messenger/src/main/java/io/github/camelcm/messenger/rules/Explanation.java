package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.util.List;

/**
 * What Messenger would show for messages, and every rule they break.
 *
 * @param violations of all messages, both severities, each with its message's index
 * @param renderings of all messages' items, in order
 */
public record Explanation(List<Violation> violations, List<Rendering> renderings) {

    /** Whether nothing stops the messages from being sent. */
    public boolean sendable() {
        return violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
    }
}
