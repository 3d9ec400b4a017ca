package io.github.camelcm.messenger.ingest;

import java.util.Locale;

/**
 * What one load showed.
 *
 * @param perSecond requests answered per second
 * @param p50 latency in microseconds that half of the requests had at most
 * @param p99 that 99 of 100 had at most
 * @param cpu microseconds of CPU time that the server's JVM used per request
 */
record Measurement(double perSecond, double p50, double p99, double cpu) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8.0f requests/s   p50 %6.0f µs   p99 %6.0f µs   server CPU %5.1f µs",
                perSecond,
                p50,
                p99,
                cpu);
    }
}
