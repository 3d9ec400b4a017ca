package io.github.camelcm.messenger.gateway;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over HTTP.
 *
 * @param status the HTTP status
 * @param retryAfter the header {@code Retry-After} as it came, if any
 * @param body the whole body, of any type
 */
public record GatewayAnswer(int status, @Nullable String retryAfter, byte[] body) {}
