package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same input leads to the same journal; many at a time lose nothing; nothing is left behind. */
class DeterminismTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static CmSimulatorBuilder builder(TestWebhook webhook) {
        return CmSimulator.builder()
                .standingAt(NOON)
                .statusLadder(StatusLadder.ON)
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
    }

    private static void advance(CmSimulator simulator, Duration by) {
        simulator.clock().advance(by).orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** All that is not measured: latencies are, and the simulator's own port is in a header. */
    private static String story(TestWebhook webhook) {
        try (CmSimulator simulator = builder(webhook).start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            webhook.answer(500);
            simulator.faults().add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.every(4));
            simulator.faults().add(Fault.lostAnswer(), FaultScope.every(3));
            for (int i = 0; i < 10; i++) {
                client.send(Samples.send("quick-replies.json"));
                simulator.userTaps(Samples.JANE, "Email me", "EMAIL").join();
                advance(simulator, Duration.ofMinutes(2));
            }
            webhook.answer(200);
            advance(simulator, Duration.ofHours(1));
            return client.get("/state")
                    .body()
                    .replaceAll("\"latencyMillis\":\\d+", "")
                    .replace("127.0.0.1:" + simulator.port(), "");
        }
    }

    @Test
    void theSameInputLeadsToTheSameState() {
        try (TestWebhook webhook = new TestWebhook()) {
            String first = story(webhook);
            assertThat(first).contains("\"attempt\":3");
            assertThat(story(webhook)).isEqualTo(first);
        }
    }

    @Test
    void manySendsWhileTheClockAdvancesLoseNothing() {
        try (TestWebhook webhook = new TestWebhook();
                CmSimulator simulator = builder(webhook).start()) {
            CompletableFuture<?>[] senders = IntStream.range(0, 4)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> {
                        SimulatorClient client = new SimulatorClient(simulator);
                        for (int i = 0; i < 50; i++) {
                            String reference = "s" + sender + "n" + i;
                            client.send(Samples.request(Samples.msg(msg -> msg.put("reference", reference))));
                        }
                    }))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture<Void> all = CompletableFuture.allOf(senders);
            while (!all.isDone()) {
                advance(simulator, Duration.ofSeconds(1));
            }
            advance(simulator, Duration.ofSeconds(10));
            assertThat(simulator.journal().messages()).hasSize(200);
            assertThat(simulator.journal().calls()).hasSize(600);
            assertThat(simulator.journal().deliveries()).hasSize(600).allMatch(Delivery::succeeded);
            for (SentMessage message : simulator.journal().messages()) {
                List<WebhookCall> reports =
                        simulator.inspect(message.sequence()).calls();
                assertThat(reports)
                        .extracting(report ->
                                Duration.between(message.time(), report.time()).toMillis())
                        .containsExactly(100L, 500L, 2000L);
            }
            assertThat(simulator.journal().entries())
                    .isSortedAccordingTo(java.util.Comparator.comparing(JournalEntry::time));
            simulator.journal().requests().forEach(request -> assertThat(simulator.journal().messages().stream()
                            .filter(message -> message.request() == request.sequence()))
                    .singleElement()
                    .extracting(SentMessage::sequence)
                    .isEqualTo(request.sequence() + 1));
        }
    }

    @Test
    void noThreadIsLeftAfterClose() throws InterruptedException {
        try (TestWebhook webhook = new TestWebhook()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            CmSimulator simulator = builder(webhook).start();
            new SimulatorClient(simulator).send(Samples.request(Samples.msg()));
            advance(simulator, Duration.ofMinutes(1));
            Set<Thread> own = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .filter(thread -> thread.getName().startsWith("vert.x")
                            || thread.getName().startsWith("simulator"))
                    .collect(Collectors.toSet());
            assertThat(own).extracting(Thread::getName).contains("simulator-clock");
            simulator.close();
            for (Thread thread : own) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
