package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is reported of accepted messages by itself. */
class StatusLadderTest extends NoonCase {

    @Override
    CmSimulatorBuilder options() {
        return super.options().statusLadder(StatusLadder.ON);
    }

    private List<String> reported() {
        return webhook.calls().stream()
                .map(call -> call.body().replaceAll(".*\"code\":\"(\\d)\".*", "$1"))
                .toList();
    }

    @Test
    void isAcceptedDeliveredAndReadEachAfterItsDelay() {
        client.send(Samples.request(Samples.msg()));
        assertThat(simulator.clock().reading().next()).isEqualTo(NOON.plusMillis(100));
        advance(Duration.ofMillis(99));
        assertThat(reported()).isEmpty();
        advance(Duration.ofMillis(1));
        assertThat(reported()).containsExactly("0");
        advance(Duration.ofMillis(400));
        assertThat(reported()).containsExactly("0", "2");
        advance(Duration.ofHours(1));
        assertThat(reported()).containsExactly("0", "2", "4");
        assertThat(simulator.journal().calls())
                .extracting(WebhookCall::time)
                .containsExactly(NOON.plusMillis(100), NOON.plusMillis(500), NOON.plusMillis(2000));
    }

    @Test
    void climbsForEachAcceptedMessageAndForNoRejectedOne() {
        client.send(Samples.request(
                Samples.msg(), Samples.msg(msg -> msg.remove("from")), Samples.msg(msg -> msg.put("reference", "b"))));
        advance(Duration.ofHours(1));
        assertThat(reported()).containsExactly("0", "0", "2", "2", "4", "4");
    }

    @Test
    void mayEndInAFailure() {
        simulator.statusLadder(new StatusLadder(
                true, List.of(new StatusStep(Status.failed("551", "User not available"), Duration.ZERO))));
        client.send(Samples.request(Samples.msg()));
        advance(Duration.ofMillis(1));
        assertThat(simulator.journal().calls()).hasSize(1);
        assertThat(simulator
                        .journal()
                        .calls()
                        .get(0)
                        .body()
                        .at("/messages/msg/status")
                        .toString())
                .isEqualTo("{\"code\":\"3\",\"errorCode\":\"551\",\"errorDescription\":\"User not available\"}");
    }

    @Test
    void isNotedWithoutAWebhookToo() {
        simulator.webhookUrl(WebhookKind.STATUSES, null);
        client.send(Samples.request(Samples.msg()));
        advance(Duration.ofHours(1));
        assertThat(simulator.journal().calls()).hasSize(3);
        assertThat(simulator.journal().deliveries()).isEmpty();
    }

    @Test
    void goesNoFurtherOnceTheStatusIsReportedByHand() {
        client.send(Samples.request(Samples.msg(), Samples.msg(msg -> msg.put("reference", "other"))));
        simulator.reportStatus("ref1", Status.failed("1", "Blocked")).join();
        advance(Duration.ofHours(1));
        assertThat(reported()).containsExactly("3", "0", "2", "4");
    }

    @Test
    void isOffUntilItIsTurnedOnAndDropsWhatIsToComeWhenItIsTurnedOff() {
        client.send(Samples.request(Samples.msg()));
        advance(Duration.ofMillis(100));
        simulator.statusLadder(StatusLadder.OFF);
        client.send(Samples.request(Samples.msg()));
        advance(Duration.ofHours(1));
        assertThat(reported()).containsExactly("0");
        try (CmSimulator usual = CmSimulator.builder().start()) {
            assertThat(usual.statusLadder().on()).isFalse();
        }
    }

    @Test
    void theClockDoesNotWaitForReportsThatAreHeld() {
        simulator.deliveries().hold(true);
        client.send(Samples.request(Samples.msg()));
        advance(Duration.ofHours(1));
        assertThat(reported()).isEmpty();
        List<Long> held = simulator.deliveries().held().stream()
                .map(WebhookCall::sequence)
                .sorted(Collections.reverseOrder())
                .toList();
        simulator.deliveries().release(held).orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(reported()).containsExactly("4", "2", "0");
    }

    @Test
    void refusesTooManyStepsAndDelaysOutOfRange() {
        StatusStep step = StatusStep.of(StatusCode.READ, Duration.ofDays(7));
        assertThat(new StatusLadder(true, Collections.nCopies(10, step)).steps())
                .hasSize(10);
        assertThatThrownBy(() -> new StatusLadder(true, Collections.nCopies(11, step)))
                .isInstanceOf(SimulatorException.class);
        assertThatThrownBy(
                        () -> StatusStep.of(StatusCode.READ, Duration.ofDays(7).plusMillis(1)))
                .isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> StatusStep.of(StatusCode.READ, Duration.ofMillis(-1)))
                .isInstanceOf(SimulatorException.class);
    }
}
