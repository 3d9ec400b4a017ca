package io.github.camelcm.messenger.gateway;

import org.jspecify.annotations.Nullable;

/** No answer came. Tells the one thing that matters then: whether the request can have been processed. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean handedOver;
    private final int status;

    /**
     * @param handedOver whether the last byte of the request was, or may have been, handed over
     * @param status the HTTP status, if somebody on the way gave one; else 0
     */
    public TransportException(String message, boolean handedOver, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.handedOver = handedOver;
        this.status = status;
    }

    public boolean handedOver() {
        return handedOver;
    }

    public int status() {
        return status;
    }
}
