package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Explanation;
import io.github.camelcm.messenger.rules.Rendering;
import java.util.List;

/**
 * What Messenger would show for each message of a payload, and the rules they break.
 *
 * @param violations of all messages, each with its message's index
 * @param renderings message by message
 */
record ExplainedPayload(List<Violation> violations, List<List<Rendering>> renderings) {

    /** The same, whichever message a rendering belongs to. */
    Explanation explanation() {
        return new Explanation(
                violations, renderings.stream().flatMap(List::stream).toList());
    }
}
