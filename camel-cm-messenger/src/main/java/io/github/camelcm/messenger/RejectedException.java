package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.List;

/** The gateway refused the message, or the request as a whole. */
public final class RejectedException extends CmMessengerException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;
    private final boolean retryable;

    RejectedException(
            String message, int errorCode, boolean retryable, int httpResponseCode, List<SendResult> results) {
        super(message, null, httpResponseCode, results);
        this.errorCode = errorCode;
        this.retryable = retryable;
    }

    /** CM.com's code; 0 if only HTTP said no. Codes that its documentation does not list occur. */
    public int errorCode() {
        return errorCode;
    }

    @Override
    public Outcome outcome() {
        return Outcome.REJECTED;
    }

    /** Only for CM.com's code 500, an error of its own, and only if no recipient got the message. */
    @Override
    public boolean retryable() {
        return retryable;
    }
}
