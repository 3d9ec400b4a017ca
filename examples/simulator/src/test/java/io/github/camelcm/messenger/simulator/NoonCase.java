package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** For each test a simulator whose clock stands at noon, and a webhook for everything it tells. */
abstract class NoonCase {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final TestWebhook webhook = new TestWebhook();
    final CmSimulator simulator = options().start();
    final SimulatorClient client = new SimulatorClient(simulator);

    /** Called before the fields of a subclass are set. */
    CmSimulatorBuilder options() {
        return CmSimulator.builder()
                .standingAt(NOON)
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"))
                .webhookUrl(WebhookKind.EVENTS, webhook.url("/events"));
    }

    @AfterEach
    void close() {
        simulator.close();
        webhook.close();
    }

    ClockAdvance advance(Duration by) {
        return simulator.clock().advance(by).orTimeout(60, TimeUnit.SECONDS).join();
    }
}
