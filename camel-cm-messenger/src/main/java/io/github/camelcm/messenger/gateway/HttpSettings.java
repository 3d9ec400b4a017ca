package io.github.camelcm.messenger.gateway;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP client is made of. Endpoints with equal settings share a client.
 *
 * @param connectTimeout for the TCP connection, and again for the TLS handshake
 * @param responseTimeout from the leased connection to the last byte of the answer
 * @param connectionRequestTimeout the wait for a free connection
 * @param maxTotalConnections at most so many at a time; 1 or more
 * @param proxy null for none
 * @param tls whom to trust and who to be; null for Java's defaults
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration connectionRequestTimeout,
        int maxTotalConnections,
        @Nullable ProxySettings proxy,
        @Nullable SSLContext tls) {}
