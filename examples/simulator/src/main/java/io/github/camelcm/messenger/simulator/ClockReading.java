package io.github.camelcm.messenger.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's clock at one moment.
 *
 * @param time what it says
 * @param manual whether it stands still until it is advanced
 * @param pending how many things wait for it: steps of status ladders and webhook retries
 * @param next when the first of them is due; null if nothing waits
 * @param dropped how many could not wait because too many did
 */
public record ClockReading(
        Instant time, boolean manual, int pending, @Nullable Instant next, long dropped) {}
