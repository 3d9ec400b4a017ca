package io.github.camelcm.messenger;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/**
 * The meters of a context: for each page one set, which the endpoints of the page share, and which is there as long as
 * one of them is. Works without Micrometer. Thread-safe: endpoints start and stop on several threads, and whether a set is
 * still used and its going must not be torn apart.
 */
final class PageMeters {

    private static final boolean MICROMETER = isThere("io.micrometer.core.instrument.MeterRegistry");

    private final Map<String, Shared> pages = new HashMap<>();

    private PageMeters() {}

    static PageMeters of(CamelContext context) {
        return OncePerContext.get(context, PageMeters.class, PageMeters::new);
    }

    /** To be given back by {@link #free}. */
    synchronized Meters take(CamelContext context, String page) {
        Shared shared = pages.get(page);
        if (shared == null) {
            Meters meters = MICROMETER ? MicrometerMeters.of(context, page) : Meters.NONE;
            if (meters == Meters.NONE) {
                return meters;
            }
            shared = new Shared(meters);
            pages.put(page, shared);
        }
        shared.users++;
        return shared.meters;
    }

    /** @param meters that were taken; nothing happens if they were given back already, or are none */
    synchronized void free(String page, Meters meters) {
        Shared shared = pages.get(page);
        if (shared == null || shared.meters != meters) {
            return;
        }
        shared.users--;
        if (shared.users == 0) {
            pages.remove(page);
            meters.remove();
        }
    }

    /** Asks the loader of this class, which in OSGi may know less than the application. */
    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, PageMeters.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Guarded by the page meters. */
    private static final class Shared {
        private final Meters meters;
        private int users;

        private Shared(Meters meters) {
            this.meters = meters;
        }
    }
}
