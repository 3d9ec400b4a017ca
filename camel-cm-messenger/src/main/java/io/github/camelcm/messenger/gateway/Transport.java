package io.github.camelcm.messenger.gateway;

import java.util.concurrent.CompletableFuture;

/** Carries the bytes of a request to the gateway and its answer back. */
public interface Transport {

    /**
     * Posts one request, without blocking.
     *
     * @param request the body, JSON in UTF-8
     * @param productToken the secret that goes into the header {@value #TOKEN_HEADER}
     * @return completes with the answer, whatever its status, or exceptionally with a {@link TransportException}; on a
     *     thread that must not be held up
     */
    CompletableFuture<GatewayAnswer> post(byte[] request, String productToken);

    /** The header that carries the product token. */
    String TOKEN_HEADER = "X-CM-PRODUCTTOKEN";
}
