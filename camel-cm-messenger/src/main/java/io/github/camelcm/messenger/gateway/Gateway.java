package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends messages in one request and says what is known of them afterwards. Never fails otherwise, never blocks. */
public final class Gateway implements MessageSender {

    /** The most messages that one request may hold, by CM.com's SDKs, read on 2026-11-23. */
    public static final int MAX_MESSAGES = 1000;

    private final Transport transport;
    private final AnswerReader answers;
    private final String productToken;
    private final RequestObserver observer;

    public Gateway(Transport transport, AnswerReader answers, String productToken, RequestObserver observer) {
        this.transport = transport;
        this.answers = answers;
        this.productToken = productToken;
        this.observer = observer;
    }

    @Override
    public CompletableFuture<GatewayOutcome> send(List<OutboundMessage> messages) throws JsonShapeException {
        return post(MessengerJson.writeRequest(messages), messages);
    }

    /** @param request the messages as they are sent */
    CompletableFuture<GatewayOutcome> post(byte[] request, List<OutboundMessage> messages) {
        return transport.post(request, productToken).handle((answer, failure) -> {
            GatewayOutcome outcome = failure == null ? answers.read(answer, messages) : failed(failure);
            observer.requested(messages.size(), outcome);
            return outcome;
        });
    }

    private static GatewayOutcome failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TransportException e) {
            return e.handedOver()
                    ? new Unknown(e.status(), e.getMessage(), e.getCause())
                    : new NotSent(e.status(), e.getMessage(), e.getCause());
        }
        return new Unknown(0, "the transport failed", cause);
    }
}
