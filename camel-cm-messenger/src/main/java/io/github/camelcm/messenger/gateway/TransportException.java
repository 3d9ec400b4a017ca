package io.github.camelcm.messenger.gateway;

import org.jspecify.annotations.Nullable;

/** No answer came. Tells the one thing that matters then: whether the request can have been processed. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean handedOver;

    /** @param handedOver whether the last byte of the request was handed to the transport */
    public TransportException(String message, boolean handedOver, @Nullable Throwable cause) {
        super(message, cause);
        this.handedOver = handedOver;
    }

    public boolean handedOver() {
        return handedOver;
    }
}
