package io.github.camelcm.messenger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What failed last at an endpoint, without secrets. What fails again in the same way is counted instead of listed again,
 * so that a caller who knocks with a wrong token all day does not push out the rest. Thread-safe.
 */
final class LastErrors {

    private static final int KINDS = 10;

    /**
     * One way to fail.
     *
     * @param where {@code send}, {@code route} or {@code webhook}
     * @param type an exception's class, or what a call was answered with
     * @param message null where it may hold what was sent or received
     * @param status of HTTP; 0 if there was none
     */
    record Kind(String where, String type, @Nullable String message, int status) {}

    /** @param last when it failed that way for the last time */
    record Seen(Kind kind, long count, Instant last) {}

    private final Clock clock;

    /** The latest last. Guarded by this. */
    private final Map<Kind, Seen> seen = new LinkedHashMap<>();

    LastErrors(Clock clock) {
        this.clock = clock;
    }

    /** @param failure null if there was none */
    void sending(@Nullable Exception failure) {
        if (failure instanceof CmMessengerException known) {
            add(kind("send", known, known.getMessage(), known.getHttpResponseCode()));
        } else if (failure instanceof FetchMediaException known) {
            add(kind("send", known, known.getMessage(), known.getHttpResponseCode()));
        } else if (failure != null) {
            add(kind("send", failure, null, 0));
        }
    }

    /** A route's exception may say anything: its text is left out. */
    void route(@Nullable Exception failure) {
        if (failure != null) {
            add(kind("route", failure, null, 0));
        }
    }

    void webhook(WebhookAnswer answer) {
        add(new Kind("webhook", answer.name(), null, answer.status()));
    }

    private static Kind kind(String where, Exception failure, @Nullable String message, int status) {
        return new Kind(where, failure.getClass().getSimpleName(), message, status);
    }

    private synchronized void add(Kind kind) {
        Seen before = seen.remove(kind);
        seen.put(kind, new Seen(kind, before == null ? 1 : before.count() + 1, clock.instant()));
        if (seen.size() > KINDS) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    /** The latest last, at most {@value #KINDS}. */
    synchronized List<Seen> seen() {
        return List.copyOf(seen.values());
    }
}
