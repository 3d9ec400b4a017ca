package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock, and the webhook retries that go by it. */
class ClockTest extends NoonCase {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private List<Delivery> deliveries() {
        return simulator.journal().deliveries();
    }

    @Test
    void standsStillUntilItIsAdvanced() {
        assertThat(simulator.clock().instant()).isEqualTo(NOON);
        ClockAdvance done = advance(Duration.ofHours(24));
        assertThat(done)
                .isEqualTo(
                        new ClockAdvance(0, true, new ClockReading(NOON.plus(Duration.ofHours(24)), true, 0, null, 0)));
        assertThat(simulator.clock().instant()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void isTheTimeOnTheWire() {
        advance(Duration.ofDays(7));
        simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(webhook.calls().get(0).body()).contains("\"timeUtc\":\"2026-11-30T12:00:00\"");
        assertThat(deliveries().get(0).time()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5M", "P366DT1S"})
    void goesForwardOnlyAndNotTooFar(String by) {
        assertThatThrownBy(() -> simulator.clock().advance(Duration.parse(by))).isInstanceOf(SimulatorException.class);
        assertThat(simulator.clock().instant()).isEqualTo(NOON);
    }

    @Test
    void goes366DaysAndStopsAtTheEndOfTime() {
        assertThat(advance(Duration.ofDays(366)).complete()).isTrue();
        try (CmSimulator late = CmSimulator.builder()
                .standingAt(Instant.parse("9998-12-31T23:00:00Z"))
                .start()) {
            assertThatThrownBy(() -> late.clock().advance(Duration.ofHours(2)))
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageContaining("9998");
        }
    }

    @Test
    void aFailedCallIsMadeAgainEveryFiveMinutesUntilTheAnswerIs200() {
        webhook.answer(201);
        simulator.userWrites(Samples.JANE, "Hello").join();

        assertThat(advance(FIVE_MINUTES.minusNanos(1)).fired()).isZero();
        assertThat(advance(Duration.ofNanos(1)).fired()).isEqualTo(1);
        assertThat(advance(Duration.ofMinutes(10)).fired()).isEqualTo(2);
        webhook.answer(200);
        assertThat(advance(Duration.ofHours(1)).fired()).isEqualTo(1);
        assertThat(simulator.clock().reading().pending()).isZero();

        assertThat(deliveries()).extracting(Delivery::attempt).containsExactly(1, 2, 3, 4, 5);
        assertThat(deliveries()).extracting(Delivery::status).containsExactly(201, 201, 201, 201, 200);
        assertThat(deliveries())
                .extracting(delivery -> Duration.between(NOON, delivery.time()).toMinutes())
                .containsExactly(0L, 5L, 10L, 15L, 20L);
        assertThat(webhook.calls())
                .extracting(TestWebhook.Call::body)
                .containsOnly(webhook.calls().get(0).body());
    }

    @Test
    void aStatusReportIsTriedForSevenDays() {
        webhook.answer(500);
        simulator.reportStatus("1", "r", Status.of(StatusCode.READ)).join();
        ClockAdvance done = advance(Duration.ofDays(9));
        assertThat(done.fired()).isEqualTo(7 * 24 * 12);
        assertThat(done.clock().pending()).isZero();
        Delivery last = deliveries().get(deliveries().size() - 1);
        assertThat(last.time()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void aMessageIsTriedForThirtyDaysAndAnAcceptedStatusReportNeedsNo200() {
        webhook.answer(204);
        simulator.reportStatus("1", "r", Status.of(StatusCode.READ)).join();
        assertThat(simulator.clock().reading().pending()).isZero();
        simulator.userWrites(Samples.JANE, "Hello").join();
        simulator
                .reportEvent(Samples.JANE, "OptInSubscribed", "", java.util.Map.of())
                .join();
        assertThat(simulator.clock().reading().pending()).isEqualTo(2);
        // the far end by hand: 17,000 calls over sockets would take too long here
        WebhookCall old = simulator.journal().calls().get(1);
        assertThat(old.kind().patience()).isEqualTo(Duration.ofDays(30));
        assertThat(WebhookKind.EVENTS.patience()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void whatIsDueFiresInTheOrderOfTimeThenOfNote() {
        webhook.answer(500);
        simulator.userWrites(Samples.JANE, "first").join();
        simulator.userWrites(Samples.JANE, "second").join();
        advance(Duration.ofMinutes(2));
        simulator.userWrites(Samples.JANE, "third").join();
        advance(Duration.ofMinutes(10));
        List<Long> calls =
                simulator.journal().calls().stream().map(WebhookCall::sequence).toList();
        assertThat(deliveries().subList(3, deliveries().size()))
                .extracting(Delivery::call)
                .containsExactly(calls.get(0), calls.get(1), calls.get(2), calls.get(0), calls.get(1), calls.get(2));
    }

    @Test
    void aRunningClockRunsOnFromWhereItWasPut() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        try (CmSimulator running =
                CmSimulator.builder().clock(Clock.fixed(now, ZoneOffset.UTC)).start()) {
            assertThat(running.clock().reading().manual()).isFalse();
            running.clock().advance(FIVE_MINUTES).join();
            assertThat(running.clock().instant()).isEqualTo(now.plus(FIVE_MINUTES));
            assertThat(running.clock().reading().manual()).isFalse();
            running.clock().stop();
            running.clock().advance(FIVE_MINUTES).join();
            running.clock().run();
            assertThat(running.clock().reading().manual()).isFalse();
            assertThat(running.clock().instant()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        }
    }

    @Test
    void aRunningClockFiresByItself() throws Exception {
        try (CmSimulator running = CmSimulator.builder()
                .statusLadder(new StatusLadder(true, List.of(StatusStep.of(StatusCode.READ, Duration.ofMillis(20)))))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"))
                .start()) {
            new SimulatorClient(running).send(Samples.request(Samples.msg()));
            assertThat(running.journal().await(Delivery.class, 0, any -> true, Duration.ofSeconds(20)))
                    .isPresent();
        }
    }

    @Test
    void anAdvanceEndsWhereItIsWhenTheSimulatorIsReset() {
        simulator.faults().add(Fault.slow(FaultPlace.WEBHOOKS, Duration.ofMillis(200)), FaultScope.always());
        webhook.answer(500);
        simulator.userWrites(Samples.JANE, "Hello").join();
        CompletableFuture<ClockAdvance> advance = simulator.clock().advance(Duration.ofDays(7));
        simulator.reset();
        assertThat(advance.orTimeout(20, TimeUnit.SECONDS).join().complete()).isFalse();
        assertThat(simulator.clock().instant()).isEqualTo(NOON);
        assertThat(simulator.journal().entries()).isEmpty();
    }

    @Test
    void anAdvanceEndsWhenTheSimulatorIsClosedAndSoDoOnesThatWait() {
        webhook.saysNothing();
        CompletableFuture<Delivery> written = simulator.userWrites(Samples.JANE, "Hello");
        simulator.faults().add(Fault.lostAnswer(), FaultScope.always());
        CompletableFuture<ClockAdvance> one = simulator.clock().advance(Duration.ofDays(300));
        CompletableFuture<ClockAdvance> other = simulator.clock().advance(Duration.ofDays(300));
        simulator.close();
        CompletableFuture.allOf(written, one, other)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(simulator
                        .clock()
                        .advance(FIVE_MINUTES)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join()
                        .complete())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5"})
    void theAgendaIsBoundedAndDropsWhatIsDueLast(int adds, int kept) {
        Agenda agenda = new Agenda(new Object());
        for (int i = 0; i < Agenda.MAX_ENTRIES - 5 + adds; i++) {
            agenda.add(NOON.plusSeconds(i), new Due.Report(new Reported("1", "2", "r", null), List.of()));
        }
        assertThat(agenda.entries()).hasSize(Agenda.MAX_ENTRIES - 5 + kept);
        assertThat(agenda.dropped()).isEqualTo(adds - kept);
        assertThat(agenda.next()).isEqualTo(NOON);
    }
}
