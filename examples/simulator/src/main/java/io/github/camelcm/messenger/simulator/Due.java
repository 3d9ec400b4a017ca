package io.github.camelcm.messenger.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Something that happens when the simulator's clock gets there. Data and not code, so that it can be exported. */
record Due(long id, Instant at, Task task) implements Comparable<Due> {

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparingLong(Due::id);

    /** What happens. */
    sealed interface Task permits Report, Retry {

        /** How much of the memory it holds on to. */
        long bytes();
    }

    /** The first of these steps of a message's status ladder; the rest follow it. */
    record Report(Reported about, List<StatusStep> steps) implements Task {

        Report {
            steps = List.copyOf(steps);
        }

        @Override
        public long bytes() {
            return Weight.ENTRY + Weight.of(about.pageId()) + Weight.of(about.psid()) + Weight.of(about.reference());
        }
    }

    /** A webhook is called again, after so many attempts. */
    record Retry(WebhookCall call, int attempts) implements Task {

        @Override
        public long bytes() {
            return Weight.of(call);
        }
    }

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
