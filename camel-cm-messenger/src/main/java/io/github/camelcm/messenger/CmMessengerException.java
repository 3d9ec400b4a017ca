package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.List;
import org.apache.camel.CamelException;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;

/**
 * Messages were not all sent. The subclasses differ by what is known about the messages, which decides whether sending
 * again is safe. The text never holds a token, a recipient or a message's text.
 */
public abstract sealed class CmMessengerException extends CamelException implements HttpResponseAware
        permits InvalidMessageException,
                NotSentException,
                ThrottledException,
                RejectedException,
                AmbiguousOutcomeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SendResult> results;
    private int httpResponseCode;
    private @Nullable String httpResponseStatus;

    CmMessengerException(String message, @Nullable Throwable cause, int httpResponseCode, List<SendResult> results) {
        super(message, cause);
        this.httpResponseCode = httpResponseCode;
        this.results = List.copyOf(results);
    }

    /** What is known about the messages for which it was thrown; {@link #results()} tells message by message. */
    public abstract Outcome outcome();

    /**
     * Whether a redelivery of the same exchange can succeed and cannot send a message twice. Of a list some messages may
     * have been accepted; {@link #results()} tells which must not be sent again by hand.
     */
    public abstract boolean retryable();

    /** What became of each message, in order; empty if they could not be told apart. */
    public List<SendResult> results() {
        return results == null ? List.of() : results; // null after deserialization
    }

    /** The gateway's HTTP status; 0 if it gave none. */
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
