package io.github.camelcm.messenger.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link CmSimulatorBuilder} has gathered. */
record SimulatorOptions(
        int port,
        @Nullable String productToken,
        long maxBodySize,
        int journalCapacity,
        Duration webhookTimeout,
        Clock clock,
        @Nullable Instant standingAt,
        StatusLadder statusLadder,
        MessageCheck check,
        @Nullable Path stateFile,
        Map<WebhookKind, WebhookUrl> webhooks) {

    SimulatorOptions {
        webhooks = Map.copyOf(webhooks);
    }
}
