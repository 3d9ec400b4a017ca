package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request was written, and what became of at least one message is unknown. Sending it again may send it twice; the
 * endpoint does so only with {@code resendAmbiguous=true}.
 */
public final class AmbiguousOutcomeException extends CmMessengerException {

    private static final long serialVersionUID = 1L;

    AmbiguousOutcomeException(
            String message, @Nullable Throwable cause, int httpResponseCode, List<SendResult> results) {
        super(message, cause, httpResponseCode, results);
    }

    @Override
    public Outcome outcome() {
        return Outcome.UNKNOWN;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
