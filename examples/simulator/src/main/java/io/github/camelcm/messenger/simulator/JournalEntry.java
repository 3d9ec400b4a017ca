package io.github.camelcm.messenger.simulator;

import java.time.Instant;

/** One thing that happened at the simulator. Sequence numbers grow by one and are never used again. */
public sealed interface JournalEntry permits GatewayRequest, SentMessage, WebhookCall, Delivery {

    /**
     * Place in the journal.
     *
     * @return the number, 1 for the first entry
     */
    long sequence();

    /**
     * When it happened, by the simulator's clock.
     *
     * @return the time
     */
    Instant time();
}
