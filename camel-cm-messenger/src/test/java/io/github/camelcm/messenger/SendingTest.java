package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which messages an attempt sends, where it ends, and what it counts. */
class SendingTest {

    private static final int MANY = 2500;
    private static final Violation WARNING = new Violation("r", Severity.WARNING, "/body", "a warning", 0);

    private final ProducerStatistics statistics = new ProducerStatistics();
    private final List<Integer> requests = new ArrayList<>();

    @Test
    void aListGoesOutInRequestsOfAThousandInOrder() {
        Sending.Attempt attempt = run(many(), this::accepted);

        assertThat(requests).containsExactly(1000, 1000, 500);
        assertThat(attempt.failure()).isNull();
        assertThat(outcomes(attempt)).hasSize(MANY).containsOnly(Outcome.ACCEPTED);
        counted(MANY, MANY, 0, 0, 0);
    }

    @Test
    void aFullLastRequestIsTheLast() {
        run(many().subList(0, 2000), this::accepted);

        assertThat(requests).containsExactly(1000, 1000);
    }

    @Test
    void aRequestThatFailsIsTheLastAndTellsOfItsOwnMessages() {
        failsInTheSecond(new Unknown(0, "reset", null), Outcome.UNKNOWN);
        counted(MANY, 1000, 0, 1000, 500);
        failsInTheSecond(new Refused(400, 101), Outcome.REJECTED);
        counted(2 * MANY, 2000, 1000, 1000, 1000);
        failsInTheSecond(new NotSent(0, "no connection", null), Outcome.NOT_SENT);
        counted(3 * MANY, 3000, 1000, 1000, 2500);
        failsInTheSecond(new Throttled(429, null), Outcome.NOT_SENT);
        counted(4 * MANY, 4000, 1000, 1000, 4000);
    }

    private void failsInTheSecond(GatewayOutcome failure, Outcome told) {
        requests.clear();
        Sending.Attempt attempt = run(many(), messages -> requests.size() == 2 ? failure : accepted(messages));

        assertThat(requests).containsExactly(1000, 1000);
        assertThat(attempt.failure()).isSameAs(failure);
        assertThat(outcomes(attempt).subList(0, 1000)).containsOnly(Outcome.ACCEPTED);
        assertThat(outcomes(attempt).subList(1000, 2000)).containsOnly(told);
        assertThat(outcomes(attempt).subList(2000, MANY)).containsOnly(Outcome.NOT_SENT);
    }

    @Test
    void anAnswerThatLeavesOneMessageUnknownEndsTheAttempt() {
        Answered answer = new Answered(
                200, Collections.nCopies(1000, List.of(new RecipientResult("1", Outcome.UNKNOWN, 0, 0, null))));

        Sending.Attempt attempt = run(many(), messages -> answer);

        assertThat(requests).containsExactly(1000);
        assertThat(attempt.failure()).isSameAs(answer);
        counted(MANY, 0, 0, 1000, 1500);
    }

    @Test
    void anAnswerIsTakenMessageByMessage() {
        Answered answer = new Answered(
                201,
                List.of(
                        List.of(new RecipientResult("1", Outcome.ACCEPTED, 1, 0, null)),
                        List.of(new RecipientResult("1", Outcome.REJECTED, 0, 303, "no"))));

        Sending.Attempt attempt = run(List.of(warned(), warned()), messages -> answer);

        assertThat(attempt.progress())
                .extracting(Progress::result)
                .containsExactly(
                        new SendResult(
                                "r", Outcome.ACCEPTED, answer.recipients().get(0), List.of(WARNING)),
                        new SendResult(
                                "r", Outcome.REJECTED, answer.recipients().get(1), List.of(WARNING)));
        assertThat(attempt.progress()).extracting(Progress::refusal).containsOnlyNulls();
    }

    @Test
    void aRefusalIsTheResultOfEveryRecipientAndIsRemembered() {
        Refused refusal = new Refused(400, 202);
        OutboundMessage two = OutboundMessage.text("x").toBuilder()
                .to("1", "2")
                .reference("r")
                .build();

        Progress after = run(List.of(Progress.unsent(two, List.of(WARNING))), messages -> refusal)
                .progress()
                .get(0);

        assertThat(after.refusal()).isSameAs(refusal);
        assertThat(after.message()).isSameAs(two);
        assertThat(after.result())
                .isEqualTo(new SendResult(
                        "r",
                        Outcome.REJECTED,
                        List.of(
                                new RecipientResult("1", Outcome.REJECTED, 0, 202, null),
                                new RecipientResult("2", Outcome.REJECTED, 0, 202, null)),
                        List.of(WARNING)));
    }

    @Test
    void whatIsUnknownKeepsItsWarnings() {
        Sending.Attempt attempt = run(List.of(warned()), messages -> new Unknown(0, "reset", null));

        assertThat(attempt.progress().get(0).result().violations()).containsExactly(WARNING);
        assertThat(attempt.progress().get(0).result().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aRedeliverySendsWhatWasNotSentAndWhatMayPass() {
        assertThat(sentAgain(unsent(), false)).isTrue();
        assertThat(sentAgain(answered(Outcome.ACCEPTED, 0), true)).isFalse();
        assertThat(sentAgain(answered(Outcome.REJECTED, 303), true)).isFalse();
        assertThat(sentAgain(answered(Outcome.REJECTED, 500), false)).isTrue();
        assertThat(sentAgain(answered(Outcome.UNKNOWN, 0), false)).isFalse();
        assertThat(sentAgain(answered(Outcome.UNKNOWN, 0), true)).isTrue();
        Progress half = unsent().answered(List.of(
                new RecipientResult("1", Outcome.ACCEPTED, 1, 0, null),
                new RecipientResult("2", Outcome.UNKNOWN, 0, 0, null)));
        assertThat(sentAgain(half, true)).isFalse();
    }

    private boolean sentAgain(Progress before, boolean resendAmbiguous) {
        requests.clear();
        Sending.Attempt attempt = run(List.of(before), this::accepted, resendAmbiguous);
        if (requests.isEmpty()) {
            assertThat(attempt.progress()).containsExactly(before);
        }
        return !requests.isEmpty();
    }

    @Test
    void anAttemptThatComesToNothingLeavesWhatWasKnownAndCountsAsNotSent() {
        Progress unknown = unsent().with(Outcome.UNKNOWN);

        Sending.Attempt attempt = run(List.of(unknown), messages -> new Throttled(429, null), true);

        assertThat(attempt.progress()).containsExactly(unknown);
        counted(1, 0, 0, 0, 1);
    }

    @Test
    void withNothingToSendThereIsNoAttempt() {
        Sending.Attempt attempt = run(List.of(answered(Outcome.ACCEPTED, 0)), this::accepted);

        assertThat(attempt.failure()).isNull();
        counted(0, 0, 0, 0, 0);
        assertThat(statistics.maxLatencyMillis()).isZero();
    }

    @Test
    void anErrorLeavesTheRequestUnderWayUnknownAndTheRestNotSent() {
        CompletableFuture<Sending.Attempt> attempt = sending(
                        many(),
                        messages -> {
                            if (requests.size() == 2) {
                                throw new IllegalStateException("a bug");
                            }
                            return accepted(messages);
                        },
                        false)
                .run();

        assertThat(attempt)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("a bug");
        counted(MANY, 1000, 0, 1000, 500);
        assertThat(statistics.maxLatencyMillis()).isPositive();
    }

    @Test
    void anErrorLeavesWhatWasLearntBefore() {
        Sending sending = sending(
                many(),
                messages -> {
                    if (requests.size() == 2) {
                        throw new IllegalStateException("a bug");
                    }
                    return accepted(messages);
                },
                false);

        assertThat(sending.run()).isCompletedExceptionally();
        assertThat(sending.progress().subList(0, 1000))
                .allMatch(message -> message.result().accepted());
        assertThat(sending.progress().subList(1000, MANY))
                .noneMatch(message -> message.result().accepted());
    }

    @Test
    void theMetersAreToldWhatIsCounted() {
        List<Object> told = new ArrayList<>();
        AtomicLong latency = new AtomicLong();
        statistics.to(new Meters() {
            @Override
            public void sent(int messages) {
                told.addAll(List.of("sent", messages));
            }

            @Override
            public void known(Outcome outcome, int messages) {
                told.addAll(List.of(outcome, messages));
            }

            @Override
            public void attempt(long nanos) {
                latency.set(nanos);
            }
        });
        long before = System.nanoTime();

        run(List.of(unsent()), this::accepted);

        assertThat(told).containsExactly("sent", 1, Outcome.ACCEPTED, 1, Outcome.NOT_SENT, 0);
        assertThat(latency).hasPositiveValue();
        assertThat(latency.get()).as("within the test").isLessThanOrEqualTo(System.nanoTime() - before);
    }

    @Test
    void anErrorInAShortListCountsNoMoreThanThereIs() {
        assertThat(sending(
                                List.of(unsent(), unsent()),
                                messages -> {
                                    throw new IllegalStateException("a bug");
                                },
                                false)
                        .run())
                .isCompletedExceptionally();

        counted(2, 0, 0, 2, 0);
    }

    private Sending.Attempt run(List<Progress> messages, Function<List<OutboundMessage>, GatewayOutcome> gateway) {
        return run(messages, gateway, false);
    }

    private Sending.Attempt run(
            List<Progress> messages, Function<List<OutboundMessage>, GatewayOutcome> gateway, boolean resendAmbiguous) {
        return sending(messages, gateway, resendAmbiguous).run().join();
    }

    private Sending sending(
            List<Progress> messages, Function<List<OutboundMessage>, GatewayOutcome> gateway, boolean resendAmbiguous) {
        return new Sending(
                request -> {
                    requests.add(request.size());
                    return CompletableFuture.completedFuture(gateway.apply(request));
                },
                Runnable::run,
                messages,
                resendAmbiguous,
                statistics);
    }

    private GatewayOutcome accepted(List<OutboundMessage> messages) {
        return new Answered(
                200,
                Collections.nCopies(messages.size(), List.of(new RecipientResult("1", Outcome.ACCEPTED, 1, 0, null))));
    }

    private void counted(int sent, int accepted, int rejected, int unknown, int notSent) {
        assertThat(statistics.sentMessages()).as("sent").isEqualTo(sent);
        assertThat(Arrays.stream(Outcome.values()).map(statistics::messages))
                .as("by outcome %s", Arrays.toString(Outcome.values()))
                .containsExactlyElementsOf(Arrays.stream(Outcome.values())
                        .map(outcome -> (long)
                                switch (outcome) {
                                    case ACCEPTED -> accepted;
                                    case REJECTED -> rejected;
                                    case UNKNOWN -> unknown;
                                    case NOT_SENT -> notSent;
                                })
                        .toList());
        assertThat(statistics.pendingMessages()).as("pending").isZero();
    }

    private static List<Outcome> outcomes(Sending.Attempt attempt) {
        return attempt.progress().stream()
                .map(message -> message.result().outcome())
                .toList();
    }

    private static List<Progress> many() {
        return Collections.nCopies(MANY, unsent());
    }

    private static Progress answered(Outcome outcome, int code) {
        return unsent().answered(List.of(new RecipientResult("1", outcome, 0, code, null)));
    }

    private static Progress warned() {
        return Progress.unsent(unsent().message(), List.of(WARNING));
    }

    private static Progress unsent() {
        return Progress.unsent(
                OutboundMessage.text("x").toBuilder().to("1").reference("r").build(), List.of());
    }
}
