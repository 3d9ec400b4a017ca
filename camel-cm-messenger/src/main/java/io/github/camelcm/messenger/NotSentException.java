package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last byte of a request was never handed to the transport: no connection, no name, no TLS, no place in the pool, or
 * the proxy refused. Sending again is safe.
 */
public final class NotSentException extends CmMessengerException {

    private static final long serialVersionUID = 1L;

    NotSentException(String message, @Nullable Throwable cause, int httpResponseCode, List<SendResult> results) {
        super(message, cause, httpResponseCode, results);
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_SENT;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
