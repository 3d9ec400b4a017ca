package io.github.camelcm.messenger.model;

import static io.github.camelcm.messenger.model.Outcome.ACCEPTED;
import static io.github.camelcm.messenger.model.Outcome.REJECTED;
import static io.github.camelcm.messenger.model.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendResultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCEPTED                    | ACCEPTED
            ACCEPTED ACCEPTED           | ACCEPTED
            ACCEPTED REJECTED           | REJECTED
            REJECTED ACCEPTED           | REJECTED
            REJECTED UNKNOWN            | UNKNOWN
            UNKNOWN ACCEPTED REJECTED   | UNKNOWN
            """)
    void anyUnknownMakesItUnknownElseAnyRejectedMakesItRejected(String recipients, Outcome outcome) {
        List<RecipientResult> results = Arrays.stream(recipients.split(" "))
                .map(word -> new RecipientResult("1", Outcome.valueOf(word), 1, 0, null))
                .toList();

        SendResult result = SendResult.of("r", results, List.of());

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.accepted()).isEqualTo(outcome == ACCEPTED);
    }

    @Test
    void theErrorCodeIsThatOfTheFirstRejectedRecipient() {
        SendResult result = SendResult.of(
                "r",
                List.of(
                        new RecipientResult("1", ACCEPTED, 1, 7, null),
                        new RecipientResult("2", REJECTED, 0, 303, null),
                        new RecipientResult("3", REJECTED, 0, 402, null)),
                List.of());

        assertThat(result.errorCode()).isEqualTo(303);
        assertThat(SendResult.of("r", List.of(), List.of()).errorCode()).isZero();
    }

    @Test
    void onlyARejectionOfAllRecipientsByCmsOwnErrorMayBeTriedAgain() {
        RecipientResult passing = new RecipientResult("1", REJECTED, 0, 500, null);
        RecipientResult lasting = new RecipientResult("1", REJECTED, 0, 303, null);
        RecipientResult accepted = new RecipientResult("1", ACCEPTED, 1, 0, null);
        RecipientResult unknown = new RecipientResult("1", UNKNOWN, 0, 500, null);

        assertThat(result(passing, passing).retryable()).isTrue();
        assertThat(result(passing, lasting).retryable()).isFalse();
        assertThat(result(passing, accepted).retryable()).isFalse();
        assertThat(result(passing, unknown).retryable()).isFalse();
        assertThat(result(accepted).retryable()).isFalse();
    }

    @Test
    void whereTheGatewayDidNotSpeakOfRecipientsAllHaveOneOutcome() {
        OutboundMessage message =
                OutboundMessage.builder().to("1", "2").reference("r").build();

        SendResult result = SendResult.of(message, UNKNOWN, List.of());

        assertThat(result.reference()).isEqualTo("r");
        assertThat(result.recipients())
                .containsExactly(
                        new RecipientResult("1", UNKNOWN, 0, 0, null), new RecipientResult("2", UNKNOWN, 0, 0, null));
    }

    private static SendResult result(RecipientResult... recipients) {
        return SendResult.of("r", List.of(recipients), List.of());
    }
}
