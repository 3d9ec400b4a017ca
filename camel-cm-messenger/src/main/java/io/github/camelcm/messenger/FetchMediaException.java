package io.github.camelcm.messenger;

import org.apache.camel.CamelException;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;

/**
 * A file that a user sent could not be fetched: its URL, its size or the answer was refused, or no whole answer came.
 * Nothing of it is on the exchange. No {@link CmMessengerException}, which is about messages that were to be sent. The
 * text holds neither the token nor more of the URL than its host.
 */
public final class FetchMediaException extends CamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private int httpResponseCode;
    private @Nullable String httpResponseStatus;

    FetchMediaException(String message, @Nullable Throwable cause, int httpResponseCode, boolean retryable) {
        super(message, cause);
        this.httpResponseCode = httpResponseCode;
        this.retryable = retryable;
    }

    /**
     * Whether the same request can succeed later: no whole answer came, or one with the HTTP status 408, 429 or 5xx. To
     * ask again changes nothing at CM.com, so it is always safe.
     */
    public boolean retryable() {
        return retryable;
    }

    /** The HTTP status of the answer, or of a proxy; 0 if there was none. */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        this.httpResponseCode = httpResponseCode;
    }

    @Override
    public @Nullable String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(@Nullable String httpResponseStatus) {
        this.httpResponseStatus = httpResponseStatus;
    }
}
