package io.github.camelcm.messenger.gateway;

import java.time.Duration;

/**
 * What an HTTP client is made of. Endpoints with equal settings share a client.
 *
 * @param connectTimeout for the TCP connection, and again for the TLS handshake
 * @param responseTimeout from the leased connection to the last byte of the answer
 * @param connectionRequestTimeout the wait for a free connection
 * @param maxTotalConnections at most so many at a time; 1 or more
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration connectionRequestTimeout,
        int maxTotalConnections) {}
