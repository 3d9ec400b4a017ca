package io.github.camelcm.messenger.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fault rules say of one request or webhook call: the delay, the rule that decides, and all that fired. */
record FaultHit(long delayMillis, @Nullable FaultRule deciding, List<Long> rules) {

    FaultHit {
        rules = List.copyOf(rules);
    }
}
