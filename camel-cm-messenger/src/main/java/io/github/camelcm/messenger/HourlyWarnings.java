package io.github.camelcm.messenger;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Says once in an hour that a warning is due: strangers cause them, and should not fill the log. Thread-safe without a
 * lock: of several calls at once, only the one that replaces the time is told so.
 */
final class HourlyWarnings {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<WebhookAnswer, Long> last = new ConcurrentHashMap<>();

    HourlyWarnings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isDue(WebhookAnswer answer) {
        long now = nanoTime.getAsLong();
        Long before = last.get(answer);
        if (before == null) {
            return last.putIfAbsent(answer, now) == null;
        }
        return now - before >= HOUR && last.replace(answer, before, now);
    }
}
