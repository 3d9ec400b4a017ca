package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends messages, and says what is known of them afterwards. */
public interface MessageSender {

    /**
     * @param messages 1–{@value Gateway#MAX_MESSAGES}, complete and checked
     * @return completes exactly once and never exceptionally, on a thread that must not be held up
     * @throws JsonShapeException if a message made in Java holds something that has no JSON form; nothing was sent
     */
    CompletableFuture<GatewayOutcome> send(List<OutboundMessage> messages) throws JsonShapeException;
}
