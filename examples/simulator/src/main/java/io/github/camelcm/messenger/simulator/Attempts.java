package io.github.camelcm.messenger.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the attempts of each webhook call. Remembers the calls that were made last, more than can wait for a retry. */
final class Attempts {

    private static final int MAX_CALLS = 2 * Agenda.MAX_ENTRIES;

    private final Map<Long, Integer> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MAX_CALLS;
        }
    };

    int next(long call) {
        return last.merge(call, 1, Integer::sum);
    }

    void restore(List<Delivery> deliveries, List<Due> agenda) {
        last.clear();
        deliveries.forEach(delivery -> last.merge(delivery.call(), delivery.attempt(), Math::max));
        for (Due due : agenda) {
            if (due.task() instanceof Due.Retry retry) {
                last.merge(retry.call().sequence(), retry.attempts(), Math::max);
            }
        }
    }
}
