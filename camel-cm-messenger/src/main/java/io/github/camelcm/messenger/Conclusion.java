package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.GatewayCodes;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import io.github.camelcm.messenger.model.SendResult;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an attempt to send means for the exchange: results, or one exception of the family. */
final class Conclusion {

    private final List<Progress> progress;
    private final List<SendResult> results;
    private final boolean list;

    private Conclusion(List<Progress> progress, boolean list) {
        this.progress = progress;
        this.results = progress.stream().map(Progress::result).toList();
        this.list = list;
    }

    /** @return the exception; null when the results are the answer, of a list with rejected messages among them */
    static @Nullable CmMessengerException failure(Sending.Attempt attempt, boolean list) {
        return new Conclusion(attempt.progress(), list).failure(attempt.failure());
    }

    private @Nullable CmMessengerException failure(@Nullable GatewayOutcome outcome) {
        if (outcome instanceof NotSent notSent && notSent.cause() instanceof JsonShapeException) {
            return new InvalidMessageException("Nothing was sent" + request() + ": " + notSent.reason(), null, results);
        }
        if (count(Outcome.UNKNOWN) > 0) { // whatever failed now, to send again may send twice
            return ambiguous(outcome);
        }
        if (outcome instanceof NotSent notSent) {
            return new NotSentException(
                    "Nothing was sent" + request() + ": " + words(notSent.reason(), notSent.cause()),
                    notSent.cause(),
                    notSent.status(),
                    results);
        }
        if (outcome instanceof Throttled throttled) {
            String wait = throttled.retryAfter() == null
                    ? ", it did not say when"
                    : ", in " + throttled.retryAfter().toSeconds() + " s";
            return new ThrottledException(
                    "The gateway asks to come back later (HTTP " + throttled.status() + ")" + wait + counts(),
                    throttled.retryAfter(),
                    throttled.status(),
                    results);
        }
        if (outcome instanceof Refused refused) {
            return rejected(refused);
        }
        return rejectedEarlier();
    }

    private AmbiguousOutcomeException ambiguous(@Nullable GatewayOutcome outcome) {
        String reason = "the gateway's answer does not speak of every message";
        Throwable cause = null;
        if (outcome instanceof Unknown unknown) {
            reason = words(unknown.reason(), unknown.cause());
            cause = unknown.cause();
        } else if (outcome == null) {
            reason = "it is unknown since an earlier attempt, and resendAmbiguous is false";
        } else if (!(outcome instanceof GatewayOutcome.Answered)) {
            reason = "it is unknown since an earlier attempt, and this one could not be made (HTTP " + outcome.status()
                    + ")";
        }
        int status = outcome == null ? 0 : outcome.status();
        return new AmbiguousOutcomeException(
                "What became of " + (list ? count(Outcome.UNKNOWN) + " messages" : "the message") + " is unknown: "
                        + reason + counts(),
                cause,
                status,
                results);
    }

    /** Without a new failure: a message alone that is rejected, or a request of a list that was refused before. */
    private @Nullable RejectedException rejectedEarlier() {
        for (Progress message : progress) {
            Refused refusal = message.refusal();
            if (refusal != null) {
                return rejected(refusal);
            }
        }
        if (list || count(Outcome.REJECTED) == 0) {
            return null;
        }
        SendResult result = results.get(0);
        return new RejectedException(
                "The gateway rejected the message: " + GatewayCodes.describe(result.errorCode()) + details(result),
                result.errorCode(),
                result.retryable(),
                0,
                results);
    }

    /** Not quoted: they may name the recipient, or repeat what the message says in a form that nobody can know. */
    private static String details(SendResult result) {
        boolean there = result.recipients().stream()
                .anyMatch(recipient -> recipient.outcome() == Outcome.REJECTED
                        && recipient.details() != null
                        && !recipient.details().isBlank());
        return there ? "; results() has CM.com's details" : "";
    }

    private RejectedException rejected(Refused refused) {
        String why = refused.code() == 0 ? "" : ": " + GatewayCodes.describe(refused.code());
        boolean noGateway = refused.code() == 0 && (refused.status() == 404 || refused.status() == 405);
        String hint = noGateway ? "; is the option gatewayUrl, or transportUri, right?" : "";
        return new RejectedException(
                "The gateway refused the request (HTTP " + refused.status() + ")" + why + counts() + hint,
                refused.code(),
                refused.code() == RecipientResult.INTERNAL_ERROR,
                refused.status(),
                results);
    }

    private String request() {
        return list && progress.size() > 1 ? " of a request" + counts() : "";
    }

    private String counts() {
        if (!list) {
            return "";
        }
        return " (of %d messages: %d accepted, %d rejected, %d not sent, %d unknown)"
                .formatted(
                        results.size(),
                        count(Outcome.ACCEPTED),
                        count(Outcome.REJECTED),
                        count(Outcome.NOT_SENT),
                        count(Outcome.UNKNOWN));
    }

    private long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** What a network says is told; other exceptions may hold the request, and are only named. */
    private static String words(String reason, @Nullable Throwable cause) {
        if (cause == null) {
            return reason;
        }
        boolean network = cause instanceof IOException && cause.getMessage() != null;
        return reason + ": " + cause.getClass().getSimpleName() + (network ? " (" + cause.getMessage() + ")" : "");
    }
}
