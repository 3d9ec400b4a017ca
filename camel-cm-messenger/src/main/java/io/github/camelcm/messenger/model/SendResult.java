package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message.
 *
 * @param reference the message's reference: its only key in status reports and replies
 * @param outcome with several recipients: unknown if any is, else rejected if any is
 * @param recipients one entry per recipient, in the message's order
 * @param violations the rules it breaks; warnings, unless the endpoint sends in spite of errors
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SendResult(
        @Nullable String reference, Outcome outcome, List<RecipientResult> recipients, List<Violation> violations)
        implements JsonRecord {

    public SendResult {
        Objects.requireNonNull(outcome, "outcome");
        recipients = Raw.list(recipients);
        violations = Raw.list(violations);
    }

    /** The result that follows from what is known of each recipient. */
    public static SendResult of(
            @Nullable String reference, List<RecipientResult> recipients, List<Violation> violations) {
        return new SendResult(reference, worst(recipients), recipients, violations);
    }

    /** The same result for all recipients, where the gateway did not speak of them. */
    public static SendResult of(OutboundMessage message, Outcome outcome, List<Violation> violations) {
        List<RecipientResult> recipients = new ArrayList<>(message.to().size());
        for (Recipient recipient : message.to()) {
            recipients.add(new RecipientResult(recipient.number(), outcome, 0, 0, null));
        }
        return new SendResult(message.reference(), outcome, recipients, violations);
    }

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** CM.com's code for the first recipient that was rejected; 0 if none was. */
    public int errorCode() {
        return recipients.stream()
                .filter(recipient -> recipient.outcome() == Outcome.REJECTED)
                .mapToInt(RecipientResult::errorCode)
                .findFirst()
                .orElse(0);
    }

    /** Whether sending again may help and cannot double: rejected for every recipient with CM.com's code 500. */
    public boolean retryable() {
        return outcome == Outcome.REJECTED && recipients.stream().allMatch(RecipientResult::passing);
    }

    private static Outcome worst(List<RecipientResult> recipients) {
        Outcome worst = Outcome.ACCEPTED;
        for (RecipientResult recipient : recipients) {
            if (recipient.outcome() == Outcome.UNKNOWN) {
                return Outcome.UNKNOWN;
            }
            if (recipient.outcome() != Outcome.ACCEPTED) {
                worst = recipient.outcome();
            }
        }
        return worst;
    }
}
