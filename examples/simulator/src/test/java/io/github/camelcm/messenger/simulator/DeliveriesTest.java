package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Repeats by hand, and calls that are held and released. */
class DeliveriesTest extends NoonCase {

    private final Deliveries deliveries = simulator.deliveries();

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Delivery write(String text) {
        return get(simulator.userWrites(Samples.JANE, text));
    }

    private List<String> told() {
        return webhook.calls().stream()
                .map(call -> call.body().replaceAll(".*\"text\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private int pending() {
        return simulator.clock().reading().pending();
    }

    @Test
    void aCallCanBeRepeated() {
        long call = write("one").call();
        List<Delivery> repeats = get(deliveries.repeat(call, 2));
        assertThat(repeats).extracting(Delivery::attempt).containsExactly(2, 3);
        assertThat(repeats).allSatisfy(repeat -> assertThat(repeat.succeeded()).isTrue());
        assertThat(told()).containsExactly("one", "one", "one");
        assertThat(simulator.journal().calls()).hasSize(1);
    }

    @Test
    void aRepeatThatSucceedsEndsTheRetriesAndOneThatFailsDoesNot() {
        webhook.answer(500);
        long call = write("one").call();
        get(deliveries.repeat(call, 1));
        assertThat(pending()).isEqualTo(1);
        webhook.answer(200);
        get(deliveries.repeat(call, 1));
        assertThat(pending()).isZero();
        webhook.answer(500);
        get(deliveries.repeat(call, 1));
        assertThat(pending()).as("it was delivered before").isZero();
    }

    @Test
    void repeatsAreOneToTenOfACallThatIsThere() {
        long call = write("one").call();
        assertThatThrownBy(() -> deliveries.repeat(call, 0)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> deliveries.repeat(call, 11)).isInstanceOf(SimulatorException.class);
        assertThat(get(deliveries.repeat(call, 10))).hasSize(10);
        assertThatThrownBy(() -> deliveries.repeat(call + 1, 1)) // a delivery
                .isInstanceOfSatisfying(SimulatorException.class, e -> assertThat(e.reason())
                        .isEqualTo(SimulatorException.Reason.NOT_FOUND));
    }

    @Test
    void heldCallsGoOutInTheChosenOrder() {
        deliveries.hold(true);
        List<CompletableFuture<Delivery>> written = List.of(
                simulator.userWrites(Samples.JANE, "one"),
                simulator.userWrites(Samples.JANE, "two"),
                simulator.userWrites(Samples.JANE, "three"));
        assertThat(written).noneMatch(CompletableFuture::isDone);
        assertThat(told()).isEmpty();
        List<Long> held = deliveries.held().stream().map(WebhookCall::sequence).toList();

        get(deliveries.release(List.of(held.get(2), held.get(0))));
        assertThat(told()).containsExactly("three", "one");
        assertThat(get(written.get(2)).succeeded()).isTrue();
        deliveries.hold(false);
        assertThat(write("four").succeeded()).isTrue();
        assertThat(told()).containsExactly("three", "one", "four");
        get(deliveries.release(List.of()));
        assertThat(told()).containsExactly("three", "one", "four", "two");
        assertThat(deliveries.held()).isEmpty();
    }

    @Test
    void aReleaseNamesOnlyWhatIsHeldAndNothingTwice() {
        deliveries.hold(true);
        simulator.userWrites(Samples.JANE, "one");
        long call = deliveries.held().get(0).sequence();
        assertThatThrownBy(() -> deliveries.release(List.of(call, call))).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> deliveries.release(List.of(call, 99L))).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> deliveries.repeat(call, 1))
                .isInstanceOfSatisfying(SimulatorException.class, e -> assertThat(e.reason())
                        .isEqualTo(SimulatorException.Reason.CONFLICT));
        assertThat(deliveries.held()).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void aReleasedCallThatFailsIsRetriedLikeAnyOther() {
        webhook.answer(500);
        deliveries.hold(true);
        simulator.userWrites(Samples.JANE, "one");
        get(deliveries.release(List.of()));
        get(simulator.clock().advance(Duration.ofMinutes(5)));
        assertThat(told()).containsExactly("one", "one");
    }

    @Test
    void holdsAThousandCallsAndLetsFurtherOnesGo() {
        deliveries.hold(true);
        for (int i = 0; i < Deliveries.MAX_HELD; i++) {
            simulator.userWrites(Samples.JANE, "held");
        }
        assertThat(told()).isEmpty();
        assertThat(write("more").succeeded()).isTrue();
        assertThat(told()).containsExactly("more");
        assertThat(deliveries.held()).hasSize(Deliveries.MAX_HELD);
    }

    @Test
    void whoWaitsForAHeldCallIsToldWhenItIsDropped() {
        deliveries.hold(true);
        CompletableFuture<Delivery> one = simulator.userWrites(Samples.JANE, "one");
        simulator.reset();
        assertThat(get(one).error()).isEqualTo("The call was held and is dropped");
        assertThat(deliveries.isHolding()).isFalse();
        deliveries.hold(true);
        CompletableFuture<Delivery> other = simulator.userWrites(Samples.JANE, "two");
        simulator.close();
        assertThat(get(other).succeeded()).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void aRetryWithoutAUrlIsNotedAndGoesOn() {
        webhook.answer(500);
        write("one");
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        get(simulator.clock().advance(Duration.ofMinutes(5)));
        assertThat(simulator.journal().deliveries().get(1).error())
                .isEqualTo("No webhook URL of that kind is configured");
        webhook.answer(200);
        simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"));
        get(simulator.clock().advance(Duration.ofMinutes(5)));
        assertThat(simulator.journal().deliveries().get(2).succeeded()).isTrue();
    }
}
