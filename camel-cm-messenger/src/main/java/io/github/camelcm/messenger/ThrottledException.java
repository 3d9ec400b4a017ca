package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway answered 429 or 503: later. That it did not process the request is usual for such answers; CM.com does not
 * document it.
 */
public final class ThrottledException extends CmMessengerException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    ThrottledException(String message, @Nullable Duration retryAfter, int httpResponseCode, List<SendResult> results) {
        super(message, null, httpResponseCode, results);
        this.retryAfter = retryAfter;
    }

    /** How long the gateway asks to wait, 0 or more; empty if it did not say, or nothing that can be read. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
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
