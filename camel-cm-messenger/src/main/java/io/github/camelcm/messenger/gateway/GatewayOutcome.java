package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.model.RecipientResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about the messages of one request. */
public sealed interface GatewayOutcome {

    /** The HTTP status that was answered; 0 if none was. */
    int status();

    /**
     * The gateway spoke of the messages one by one. What it left out is unknown.
     *
     * @param recipients for each message of the request, in order, its recipients in order
     */
    record Answered(int status, List<List<RecipientResult>> recipients) implements GatewayOutcome {}

    /**
     * The gateway refused the request as a whole.
     *
     * @param code CM.com's code; 0 if only HTTP said no
     */
    record Refused(int status, int code) implements GatewayOutcome {}

    /**
     * The gateway asked to come back later.
     *
     * @param retryAfter how long to wait; null if it did not say, or nothing that can be read
     */
    record Throttled(int status, @Nullable Duration retryAfter) implements GatewayOutcome {}

    /**
     * The last byte of the request was never handed over.
     *
     * @param reason in words, without token or payload
     */
    record NotSent(int status, String reason, @Nullable Throwable cause) implements GatewayOutcome {}

    /**
     * The request was handed over, and no answer tells what became of it.
     *
     * @param reason in words, without token or payload
     */
    record Unknown(int status, String reason, @Nullable Throwable cause) implements GatewayOutcome {}
}
