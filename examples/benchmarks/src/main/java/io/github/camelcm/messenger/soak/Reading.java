package io.github.camelcm.messenger.soak;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the JVM holds at a moment.
 *
 * @param seconds since the start
 * @param heap megabytes in use after a garbage collection
 * @param threads that live
 * @param connections to the gateway that are open
 */
record Reading(double seconds, double heap, int threads, int connections) {

    static Reading now(long startNanos, int connections) {
        System.gc();
        return new Reading(
                (System.nanoTime() - startNanos) / 1e9,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                connections);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%4.0f s   heap %6.2f MB   %3d threads   %3d connections",
                seconds,
                heap,
                threads,
                connections);
    }
}
