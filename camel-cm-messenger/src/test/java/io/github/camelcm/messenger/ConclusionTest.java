package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import io.github.camelcm.messenger.model.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an attempt means for the exchange: which exception, in which words, with which results. */
class ConclusionTest {

    private static final Refused REFUSED = new Refused(400, 101);
    private static final String COUNTS = " (of 4 messages: 1 accepted, 1 rejected, 1 not sent, 1 unknown)";

    private static final Progress ACCEPTED = unsent().with(Outcome.ACCEPTED);
    private static final Progress NOT_SENT = unsent();
    private static final Progress UNKNOWN = unsent().with(Outcome.UNKNOWN);

    @Test
    void withoutFailureAndUnknownMessagesTheResultsAreTheAnswer() {
        assertThat(alone(ACCEPTED, null)).isNull();
        assertThat(list(null, ACCEPTED, rejected(303))).isNull();
        assertThat(list(null)).isNull();
    }

    @Test
    void aSingleMessageThatIsRejectedIsAnException() {
        RejectedException e = (RejectedException) alone(rejected(303), null);

        assertThat(e)
                .hasMessage("The gateway rejected the message: CM.com's code 303, the recipient's number is invalid");
        assertThat(e.errorCode()).isEqualTo(303);
        assertThat(e.retryable()).isFalse();
        assertThat(e.getHttpResponseCode()).isZero();
        assertThat(e.results()).extracting(SendResult::outcome).containsExactly(Outcome.REJECTED);
        assertThat(((RejectedException) alone(rejected(500), null)).retryable()).isTrue();
        assertThat(alone(rejected(777), null)).hasMessage("The gateway rejected the message: CM.com's code 777");
    }

    /** They may hold the recipient or a part of the text, in whatever form. */
    @Test
    void detailsOfCmAreNotQuotedButPointedTo() {
        RecipientResult accepted = new RecipientResult("1", Outcome.ACCEPTED, 1, 0, "Created");
        RecipientResult blank = new RecipientResult("2", Outcome.REJECTED, 0, 305, " ");
        RecipientResult told = new RecipientResult("3", Outcome.REJECTED, 0, 305, "field X of SECRET");
        String text = "The gateway rejected the message: CM.com's code 305, a field is invalid";

        CmMessengerException e = alone(unsent().answered(List.of(accepted, blank, told)), null);
        assertThat(e).hasMessage(text + "; results() has CM.com's details");
        assertThat(e.results().get(0).recipients().get(2).details()).isEqualTo("field X of SECRET");
        assertThat(alone(unsent().answered(List.of(accepted, blank)), null)).hasMessage(text);
    }

    @Test
    void aRefusalOfTheRequestIsToldNowAndAfterARedeliveryThatCouldNotMendIt() {
        RejectedException now = (RejectedException) list(REFUSED, ACCEPTED, unsent().refused(REFUSED));
        RejectedException later = (RejectedException) list(null, ACCEPTED, unsent().refused(REFUSED));

        assertThat(List.of(now, later)).allSatisfy(e -> {
            assertThat(e)
                    .hasMessage(
                            "The gateway refused the request (HTTP 400): CM.com's code 101, no account for the"
                                    + " product token (option productToken) (of 2 messages: 1 accepted, 1 rejected, 0 not sent, 0 unknown)");
            assertThat(e.errorCode()).isEqualTo(101);
            assertThat(e.getHttpResponseCode()).isEqualTo(400);
            assertThat(e.retryable()).isFalse();
            assertThat(e.results()).extracting(SendResult::errorCode).containsExactly(0, 101);
        });
    }

    @Test
    void aRefusalByHttpHasNoCodeAndOnlyCmsCode500MayPass() {
        assertThat(alone(unsent().refused(new Refused(404, 0)), new Refused(404, 0)))
                .hasMessage("The gateway refused the request (HTTP 404); is the option gatewayUrl, or transportUri,"
                        + " right?");
        assertThat(list(new Refused(405, 0), unsent().refused(new Refused(405, 0))))
                .hasMessage("The gateway refused the request (HTTP 405) (of 1 messages: 0 accepted, 1 rejected, 0 not"
                        + " sent, 0 unknown); is the option gatewayUrl, or transportUri, right?");
        assertThat(alone(unsent().refused(new Refused(413, 0)), new Refused(413, 0)))
                .hasMessage("The gateway refused the request (HTTP 413)");
        assertThat(alone(unsent().refused(new Refused(404, 304)), new Refused(404, 304)))
                .as("CM.com's code is the gateway's word")
                .hasMessage("The gateway refused the request (HTTP 404): CM.com's code 304, the body is invalid");
        assertThat(alone(unsent().refused(new Refused(500, 500)), new Refused(500, 500))
                        .retryable())
                .isTrue();
        assertThat(alone(unsent().refused(new Refused(500, 999)), new Refused(500, 999))
                        .retryable())
                .isFalse();
    }

    @Test
    void whatWasNotSentIsToldWithItsReason() {
        IOException down = new IOException("connection refused");
        NotSentException e = (NotSentException) alone(NOT_SENT, new NotSent(407, "no connection", down));

        assertThat(e).hasMessage("Nothing was sent: no connection: IOException (connection refused)");
        assertThat(e).hasCause(down);
        assertThat(e.getHttpResponseCode()).isEqualTo(407);
        assertThat(e.retryable()).isTrue();
        assertThat(e.results()).hasSize(1);
        assertThat(list(new NotSent(0, "stopped", null), ACCEPTED, NOT_SENT))
                .hasMessage("Nothing was sent of a request (of 2 messages: 1 accepted, 0 rejected, 1 not sent,"
                        + " 0 unknown): stopped");
        assertThat(list(new NotSent(0, "stopped", null), NOT_SENT))
                .as("a list of one")
                .hasMessage("Nothing was sent: stopped");
    }

    @Test
    void whatCannotBeWrittenAsJsonIsInvalid() throws Exception {
        OutboundMessage odd = new OutboundMessage(
                null, List.of(), null, null, List.of(), null, null, null, null, null, Map.of("odd", new Object()));
        JsonShapeException unwritable = catchThrowableOfType(JsonShapeException.class, () -> MessengerJson.write(odd));

        assertThat(alone(NOT_SENT, new NotSent(0, "it cannot be written", unwritable)))
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasMessage("Nothing was sent: it cannot be written");
        assertThat(list(new NotSent(0, "it cannot be written", unwritable), ACCEPTED, NOT_SENT))
                .as("a later request of a list")
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasMessage("Nothing was sent of a request (of 2 messages: 1 accepted, 0 rejected, 1 not sent,"
                        + " 0 unknown): it cannot be written")
                .extracting(e -> e.results().get(0).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    /** Its words may be those of the request. */
    @Test
    void onlyWhatTheNetworkSaysIsQuoted() {
        assertThat(alone(NOT_SENT, new NotSent(0, "failed", new IllegalStateException("SECRET"))))
                .hasMessage("Nothing was sent: failed: IllegalStateException");
        assertThat(alone(NOT_SENT, new NotSent(0, "failed", new IOException())))
                .hasMessage("Nothing was sent: failed: IOException");
    }

    @Test
    void throttlingTellsWhenToComeBack() {
        ThrottledException e = (ThrottledException) alone(NOT_SENT, new Throttled(503, Duration.ofMinutes(2)));
        assertThat(e).hasMessage("The gateway asks to come back later (HTTP 503), in 120 s");
        assertThat(e.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(e.getHttpResponseCode()).isEqualTo(503);
        assertThat(e.results()).hasSize(1);

        assertThat(list(new Throttled(429, null), NOT_SENT))
                .hasMessage("The gateway asks to come back later (HTTP 429), it did not say when"
                        + " (of 1 messages: 0 accepted, 0 rejected, 1 not sent, 0 unknown)");
    }

    @Test
    void whatIsUnknownComesBeforeEveryOtherFailure() {
        IOException reset = new IOException("connection reset");

        AmbiguousOutcomeException e =
                (AmbiguousOutcomeException) alone(UNKNOWN, new Unknown(504, "no whole answer", reset));
        assertThat(e)
                .hasMessage("What became of the message is unknown: no whole answer: IOException (connection reset)");
        assertThat(e).hasCause(reset);
        assertThat(e.getHttpResponseCode()).isEqualTo(504);
        assertThat(e.retryable()).isFalse();
        assertThat(e.results()).hasSize(1);

        ambiguous(null, 0, "it is unknown since an earlier attempt, and resendAmbiguous is false");
        ambiguous(new Answered(200, List.of()), 200, "the gateway's answer does not speak of every message");
        String earlier = "it is unknown since an earlier attempt, and this one could not be made (HTTP %d)";
        ambiguous(new Throttled(429, null), 429, earlier.formatted(429));
        ambiguous(new NotSent(0, "stopped", null), 0, earlier.formatted(0));
        ambiguous(REFUSED, 400, earlier.formatted(400));
    }

    private static void ambiguous(GatewayOutcome outcome, int status, String reason) {
        CmMessengerException e = list(outcome, ACCEPTED, rejected(303), NOT_SENT, UNKNOWN);

        assertThat(e).isExactlyInstanceOf(AmbiguousOutcomeException.class).hasNoCause();
        assertThat(e).hasMessage("What became of 1 messages is unknown: " + reason + COUNTS);
        assertThat(e.getHttpResponseCode()).isEqualTo(status);
    }

    private static CmMessengerException alone(Progress message, GatewayOutcome failure) {
        return Conclusion.failure(new Sending.Attempt(List.of(message), failure), false);
    }

    private static CmMessengerException list(GatewayOutcome failure, Progress... messages) {
        return Conclusion.failure(new Sending.Attempt(List.of(messages), failure), true);
    }

    private static Progress rejected(int code) {
        return unsent().answered(List.of(new RecipientResult("1", Outcome.REJECTED, 0, code, null)));
    }

    private static Progress unsent() {
        return Progress.unsent(
                OutboundMessage.text("x").toBuilder().to("1").reference("r").build(), List.of());
    }
}
