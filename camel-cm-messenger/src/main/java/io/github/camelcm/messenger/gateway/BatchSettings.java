package io.github.camelcm.messenger.gateway;

import java.time.Duration;

/**
 * How messages share requests.
 *
 * @param size the most messages of one request, 1–{@value Gateway#MAX_MESSAGES}
 * @param linger how long the first message of a request waits for others; zero or more
 * @param pending the most messages that wait or are in flight, 1 or more
 * @param block whether a caller is held up while so many are pending
 * @param patience how long a caller is held up at most, and how long a stop waits for answers
 * @param requests the most requests in flight, 1 or more
 * @param requestWait how long a message waits, after its linger, for one of those requests to end
 */
public record BatchSettings(
        int size, Duration linger, int pending, boolean block, Duration patience, int requests, Duration requestWait) {}
