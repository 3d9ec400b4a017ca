package io.github.camelcm.messenger;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows events that were processed. A key goes into the repository after the route has succeeded, so that neither a
 * failure nor a crash loses an event; those under way are held in memory.
 */
final class Repeats {

    enum Found {
        NEW,
        UNDER_WAY,
        KNOWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    private final IdempotentRepository repository;
    private final Set<String> underWay;

    private Repeats(IdempotentRepository repository, Set<String> underWay) {
        this.repository = repository;
        this.underWay = underWay;
    }

    /** Routes that share a repository share what is under way, and so does a route with itself after a forced stop. */
    static Repeats of(CamelContext context, IdempotentRepository repository) {
        UnderWay all = OncePerContext.get(context, UnderWay.class, UnderWay::new);
        return new Repeats(repository, all.with(repository));
    }

    /** The keys under way by repository; forgotten with the repository. */
    private static final class UnderWay {

        private final Map<IdempotentRepository, Set<String>> keys = new WeakHashMap<>();

        synchronized Set<String> with(IdempotentRepository repository) {
            return keys.computeIfAbsent(repository, key -> ConcurrentHashMap.newKeySet());
        }
    }

    /** An event that is {@link Found#NEW} is under way from now on, until it has succeeded or failed. */
    Found begin(Exchange exchange, String fingerprint) {
        if (!underWay.add(fingerprint)) {
            return Found.UNDER_WAY;
        }
        boolean known = true;
        try {
            // looked up after it is marked as under way: a run that ends in between has added its key before
            known = repository.contains(exchange, fingerprint);
        } finally {
            if (known) { // or the repository failed
                underWay.remove(fingerprint);
            }
        }
        return known ? Found.KNOWN : Found.NEW;
    }

    void succeeded(Exchange exchange, String fingerprint) {
        try {
            repository.add(exchange, fingerprint);
            repository.confirm(exchange, fingerprint);
        } catch (RuntimeException e) { // the route is done; a call to have it done again would be worse
            LOG.warn("A processed event could not be remembered; a repeat of it would be processed again", e);
        } finally {
            underWay.remove(fingerprint);
        }
    }

    void failed(String fingerprint) {
        underWay.remove(fingerprint);
    }
}
