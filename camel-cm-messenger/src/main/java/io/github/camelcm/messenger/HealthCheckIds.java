package io.github.camelcm.messenger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** The ids of the health checks of a context. Whoever shows results by their id would show but one of two with the same. */
final class HealthCheckIds {

    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private HealthCheckIds() {}

    static HealthCheckIds of(CamelContext context) {
        return OncePerContext.get(context, HealthCheckIds.class, HealthCheckIds::new);
    }

    /** @return the id that is wanted, if it is free, else with a number behind it */
    String take(String wanted) {
        String id = wanted;
        for (int number = 2; !used.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    void free(String id) {
        used.remove(id);
    }
}
