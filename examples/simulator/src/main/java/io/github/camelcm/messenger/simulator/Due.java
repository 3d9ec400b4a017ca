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
        long characters();
    }

    /** The first of these steps of a message's status ladder; the rest follow it. */
    record Report(Reported about, List<StatusStep> steps) implements Task {

        Report {
            steps = List.copyOf(steps);
        }

        @Override
        public long characters() {
            return (long) about.pageId().length()
                    + about.psid().length()
                    + about.reference().length();
        }
    }

    /** A webhook is called again, after so many attempts. */
    record Retry(WebhookCall call, int attempts) implements Task {

        @Override
        public long characters() {
            return call.body().toString().length();
        }
    }

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
