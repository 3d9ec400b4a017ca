package io.github.camelcm.messenger.simulator;

import java.util.concurrent.CompletableFuture;

/** Something a webhook is told: the call, what comes of it, and whether it is held for now. */
record Told(WebhookCall call, CompletableFuture<Delivery> delivery, boolean held) {}
