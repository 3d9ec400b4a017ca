package io.github.camelcm.messenger.send;

import java.util.Locale;

/**
 * What one contestant showed in one round.
 *
 * @param perSecond messages that were accepted per second
 * @param p50 latency in milliseconds that half of the exchanges had at most
 * @param p99 that 99 of 100 had at most
 * @param cpu microseconds of CPU time that the sender's JVM used per message
 * @param connections that were open at most, those of others who keep theirs included
 */
record SendMeasurement(double perSecond, double p50, double p99, double cpu, int connections) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8.0f messages/s   p50 %7.2f ms   p99 %7.2f ms   CPU %6.2f µs/message   %d connections",
                perSecond,
                p50,
                p99,
                cpu,
                connections);
    }
}
