package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.OutboundMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

    private static final Duration LINGER = Duration.ofMillis(5);
    private static final Duration REQUEST_WAIT = Duration.ofSeconds(30);

    private final ManualTimer timer = new ManualTimer();
    private final BatchQueue queue = new BatchQueue(
            new BatchSettings(3, LINGER, 100, true, LINGER, 1, REQUEST_WAIT), timer, () -> {}, timer::nanos);

    /** A machine may sleep, or collect garbage, for longer than anybody waits. */
    @Test
    void whatWaitedTooLongIsSentAllTheSameIfARequestIsFree() {
        Waiting waiting = waiting("a");
        queue.add(waiting);
        timer.advance(LINGER.plus(REQUEST_WAIT).toNanos());

        assertThat(queue.nextOrLeave()).isEqualTo(new BatchQueue.Due(List.of(waiting), List.of()));
    }

    @Test
    void whatWaitedTooLongForARequestIsLate() {
        queue.add(waiting("a"));
        queue.hurry();
        queue.nextOrLeave();
        Waiting second = waiting("b");
        queue.add(second);

        timer.advance(LINGER.plus(REQUEST_WAIT).toNanos() - 1);
        assertThat(queue.nextOrLeave()).isNull();
        timer.advance(1);
        assertThat(queue.nextOrLeave()).isEqualTo(new BatchQueue.Due(List.of(), List.of(second)));
    }

    @Test
    void whatHurriesOvertakesNobodyAndWhatComesLaterLingers() {
        queue.add(waiting("a"));
        queue.add(waiting("b"));
        queue.hurry();
        Waiting later = waiting("c");

        assertThat(references(queue.nextOrLeave())).containsExactly("a", "b");
        queue.ended(List.of());
        queue.add(later);
        assertThat(queue.nextOrLeave()).isNull();
        assertThat(timer.next()).as("when it wakes up").isEqualTo(LINGER.toNanos());
    }

    @Test
    void nothingLingersWhenItHurriesForGood() {
        queue.hurryForGood();
        queue.add(waiting("a"));

        assertThat(references(queue.nextOrLeave())).containsExactly("a");
    }

    @Test
    void whatIsSentAgainGoesBeforeAllOthersEachAlone() {
        List<Waiting> refused = List.of(waiting("a"), waiting("b"));
        refused.forEach(queue::add);
        queue.hurry();
        queue.nextOrLeave();
        queue.add(waiting("c"));
        queue.hurry();

        queue.ended(refused);
        assertThat(references(queue.nextOrLeave())).containsExactly("a");
        queue.ended(List.of());
        assertThat(references(queue.nextOrLeave())).containsExactly("b");
        queue.ended(List.of());
        assertThat(references(queue.nextOrLeave())).containsExactly("c");
    }

    private static List<String> references(BatchQueue.Due due) {
        return due.batch().stream()
                .map(waiting -> waiting.message().reference())
                .toList();
    }

    private static Waiting waiting(String reference) {
        return new Waiting(
                OutboundMessage.text("x").toBuilder()
                        .to("1")
                        .reference(reference)
                        .build(),
                new byte[0]);
    }
}
