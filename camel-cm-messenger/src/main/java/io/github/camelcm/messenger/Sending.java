package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.gateway.MessageSender;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send the messages of an exchange: those that may be sent, in requests of at most
 * {@value Gateway#MAX_MESSAGES}, one after the other. A request that fails ends the attempt; what comes after it is not
 * sent. Used by one thread at a time, handed on by the futures.
 */
final class Sending {

    /**
     * What an attempt came to.
     *
     * @param progress of all messages, in order
     * @param failure what ended the attempt before its end, if anything did
     */
    record Attempt(List<Progress> progress, @Nullable GatewayOutcome failure) {}

    private final MessageSender sender;
    private final Executor continuations;
    private final List<Progress> progress;
    private final List<Integer> toSend;
    private final AttemptCount count;

    Sending(
            MessageSender sender,
            Executor continuations,
            List<Progress> progress,
            boolean resendAmbiguous,
            ProducerStatistics statistics) {
        this.sender = sender;
        this.continuations = continuations;
        this.progress = new ArrayList<>(progress);
        this.toSend = new ArrayList<>(progress.size());
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i).toSend(resendAmbiguous)) {
                toSend.add(i);
            }
        }
        this.count = new AttemptCount(statistics, toSend.size());
    }

    /** @return completes on a thread of the continuations, or at once when there is nothing to send or it fails at once */
    CompletableFuture<Attempt> run() {
        return CompletableFuture.completedFuture(0)
                .thenCompose(this::from)
                .whenComplete((attempt, bug) -> count.end(bug));
    }

    /** What is known so far. */
    List<Progress> progress() {
        return progress;
    }

    private CompletableFuture<Attempt> from(int start) {
        if (start >= toSend.size()) {
            return CompletableFuture.completedFuture(new Attempt(progress, null));
        }
        int end = Math.min(start + Gateway.MAX_MESSAGES, toSend.size());
        List<Integer> request = toSend.subList(start, end);
        List<OutboundMessage> messages = new ArrayList<>(request.size());
        for (int index : request) {
            messages.add(progress.get(index).message());
        }
        CompletableFuture<GatewayOutcome> outcome;
        try {
            outcome = sender.send(messages);
        } catch (JsonShapeException e) {
            outcome = CompletableFuture.completedFuture(new NotSent(0, e.getMessage(), e));
        }
        return outcome.thenComposeAsync(known -> learn(known, request, end), continuations);
    }

    private CompletableFuture<Attempt> learn(GatewayOutcome outcome, List<Integer> request, int end) {
        boolean unknown = false;
        for (int i = 0; i < request.size(); i++) {
            int index = request.get(i);
            Progress learnt = learn(progress.get(index), outcome, i);
            progress.set(index, learnt);
            count.known(outcome, learnt);
            unknown |= learnt.result().outcome() == Outcome.UNKNOWN;
        }
        if (outcome instanceof Answered && !unknown) {
            return from(end);
        }
        return CompletableFuture.completedFuture(new Attempt(progress, outcome));
    }

    private static Progress learn(Progress before, GatewayOutcome outcome, int indexInRequest) {
        if (outcome instanceof Answered answered) {
            return before.answered(answered.recipients().get(indexInRequest));
        }
        if (outcome instanceof Refused refused) {
            return before.refused(refused);
        }
        if (outcome instanceof Unknown) {
            return before.with(Outcome.UNKNOWN);
        }
        if (outcome instanceof NotSent || outcome instanceof Throttled) {
            return before; // as unsent, or as unknown, as it was
        }
        throw new IllegalStateException("no meaning for " + outcome.getClass());
    }
}
