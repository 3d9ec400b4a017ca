package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What no gateway can bring about from outside; the rest is in the tests of micro-batching. */
class BatcherTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final GatewayAnswer ONE_ACCEPTED = new GatewayAnswer(
            200,
            null,
            "{\"errorCode\": 0, \"messages\": [{\"status\": \"Accepted\"}]}".getBytes(StandardCharsets.UTF_8));

    @Test
    void whoIsHeldUpWhenTheBatcherIsClosedIsStillSentAtOnce() throws Exception {
        Batcher batcher = batcher(1, (request, token) -> CompletableFuture.completedFuture(ONE_ACCEPTED));
        CompletableFuture<GatewayOutcome> first = batcher.send(message("a"));
        AtomicReference<CompletableFuture<GatewayOutcome>> second = new AtomicReference<>();
        Thread heldUp = new Thread(() -> {
            try {
                second.set(batcher.send(message("b")));
            } catch (Exception e) {
                second.set(CompletableFuture.failedFuture(e));
            }
        });
        heldUp.start();
        await().until(() -> heldUp.getState() == Thread.State.TIMED_WAITING);

        batcher.close();
        heldUp.join(PATIENCE.toMillis());

        assertThat(first.join()).isInstanceOf(Answered.class);
        assertThat(second.get().join()).isInstanceOf(Answered.class);
        assertThat(batcher.isFull()).isFalse();
    }

    @Test
    void anErrorOnTheWayEndsNobodyElsesWait() throws Exception {
        AtomicReference<Error> error = new AtomicReference<>(new NoClassDefFoundError("thrown by the test"));
        Batcher batcher = batcher(10, (request, token) -> {
            Error once = error.getAndSet(null);
            if (once != null) {
                throw once;
            }
            return CompletableFuture.completedFuture(ONE_ACCEPTED);
        });
        CompletableFuture<GatewayOutcome> first = batcher.send(message("a"));
        CompletableFuture<GatewayOutcome> second = batcher.send(message("b"));
        assertThat(List.of(first.join(), second.join())).hasOnlyElementsOfType(Unknown.class);

        CompletableFuture<GatewayOutcome> third = batcher.send(message("c"));
        batcher.close();
        assertThat(third.join()).isInstanceOf(Answered.class);
    }

    private static Batcher batcher(int pending, Transport transport) {
        BatchSettings settings = new BatchSettings(2, HOUR, pending, true, PATIENCE, 1, HOUR);
        Gateway gateway =
                new Gateway(transport, new AnswerReader(Clock.systemUTC()), "token", (messages, outcome) -> {});
        return new Batcher(gateway, settings, Runnable::run, new ManualTimer());
    }

    private static List<OutboundMessage> message(String reference) {
        return List.of(OutboundMessage.text("x").toBuilder()
                .to("1")
                .reference(reference)
                .build());
    }
}
