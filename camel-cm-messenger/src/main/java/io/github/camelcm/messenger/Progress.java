package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way, over all attempts.
 *
 * @param message complete, with its reference
 * @param result what is known of it so far
 * @param refusal the refusal of the whole request that it was last sent with, if it was refused so
 */
record Progress(OutboundMessage message, SendResult result, GatewayOutcome.@Nullable Refused refusal) {

    static Progress unsent(OutboundMessage message, List<Violation> violations) {
        return new Progress(message, SendResult.of(message, Outcome.NOT_SENT, violations), null);
    }

    Progress answered(List<RecipientResult> recipients) {
        return new Progress(message, SendResult.of(message.reference(), recipients, result.violations()), null);
    }

    Progress refused(GatewayOutcome.Refused by) {
        List<RecipientResult> recipients = message.to().stream()
                .map(recipient -> new RecipientResult(recipient.number(), Outcome.REJECTED, 0, by.code(), null))
                .toList();
        return new Progress(message, SendResult.of(message.reference(), recipients, result.violations()), by);
    }

    Progress with(Outcome outcome) {
        return new Progress(message, SendResult.of(message, outcome, result.violations()), null);
    }

    /** Whether an attempt may send it (again): never what was accepted, not even by one of several recipients. */
    boolean toSend(boolean resendAmbiguous) {
        return switch (result.outcome()) {
            case NOT_SENT -> true;
            case ACCEPTED -> false;
            case REJECTED -> result.retryable();
            case UNKNOWN ->
                resendAmbiguous
                        && result.recipients().stream().noneMatch(recipient -> recipient.outcome() == Outcome.ACCEPTED);
        };
    }
}
