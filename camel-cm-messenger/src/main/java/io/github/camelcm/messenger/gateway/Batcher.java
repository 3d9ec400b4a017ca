package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets single messages that come within a short time share a request, in the order they came. Each message has its own
 * outcome. Thread-safe.
 *
 * <p>A request that is refused as a whole, in a way that may be the fault of one message, is sent again message by
 * message: nothing of it was accepted.
 */
public final class Batcher implements MessageSender, AutoCloseable {

    private static final int CONTENT_TOO_LARGE = 413;

    private final Gateway gateway;
    private final BatchSettings settings;
    private final Executor continuations;

    /**
     * A place for each message that waits or is in flight. Fair, or a caller that is held up could be passed by others
     * until its time is over. Places are given back before outcomes are told: who is told may send the next message.
     */
    private final Semaphore places;

    private final BatchQueue queue;

    /**
     * @param continuations where answers are dealt with, so that no I/O thread is held up by the work for a whole batch
     * @param timer shut down by whoever made it, after this is closed
     */
    public Batcher(Gateway gateway, BatchSettings settings, Executor continuations, ScheduledExecutorService timer) {
        this.gateway = gateway;
        this.settings = settings;
        this.continuations = continuations;
        this.places = new Semaphore(settings.pending(), true);
        this.queue = new BatchQueue(settings, timer, this::dispatch);
    }

    /** Whether no further message has a place. */
    public boolean isFull() {
        return places.availablePermits() == 0;
    }

    /** How many messages wait or are in flight. */
    public int pending() {
        return settings.pending() - places.availablePermits();
    }

    /**
     * Holds the caller up while too many messages are pending, if it should, for {@link BatchSettings#patience()} at most.
     *
     * @param messages one
     */
    @Override
    public CompletableFuture<GatewayOutcome> send(List<OutboundMessage> messages) throws JsonShapeException {
        OutboundMessage message = messages.get(0);
        byte[] json = MessengerJson.write(message); // here, so that what cannot be written harms nobody else
        if (!takePlace()) {
            return CompletableFuture.completedFuture(new NotSent(
                    0, "the batch queue is full: " + settings.pending() + " messages wait or are in flight", null));
        }
        Waiting waiting = new Waiting(message, json);
        if (queue.add(waiting)) {
            dispatch();
        } else {
            settle(List.of(waiting), stopped());
        }
        return waiting.outcome();
    }

    private boolean takePlace() {
        return settings.block() ? takePlaces(1) : places.tryAcquire();
    }

    /** Waits for so many places, behind those who wait already; a thread that is interrupted does not wait. */
    private boolean takePlaces(int count) {
        try {
            return places.tryAcquire(count, settings.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return places.tryAcquire(count);
        }
    }

    /** Sends what waits, without its linger. */
    public void flush() {
        queue.hurry();
        dispatch();
    }

    /**
     * Sends what waits, and waits for the answers, for {@link BatchSettings#patience()} at most. What still waits then
     * is not sent any more, nor is what comes later; what is in flight is answered or meets its deadline.
     */
    @Override
    public void close() {
        queue.hurryForGood(); // also what still comes from callers that are held up: they stand before this one
        dispatch();
        if (takePlaces(settings.pending())) { // who has all of them knows that no message has one
            places.release(settings.pending());
        }
        settle(queue.close(), stopped());
    }

    private static NotSent stopped() {
        return new NotSent(0, "the producer is stopped", null);
    }

    /** Posts what is due. One thread at a time does it, or a batch could overtake an earlier one. */
    private void dispatch() {
        if (!queue.enter()) {
            return;
        }
        // a thread that is interrupted gets no connection of HttpClient's, and the messages are mostly not its own
        boolean interrupted = Thread.interrupted();
        for (BatchQueue.Due due = queue.nextOrLeave(); due != null; due = queue.nextOrLeave()) {
            if (!due.late().isEmpty()) {
                settle(due.late(), new NotSent(0, "no request in flight ended in time", null));
            }
            if (!due.batch().isEmpty()) {
                post(due.batch());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(List<Waiting> batch) {
        List<OutboundMessage> messages = batch.stream().map(Waiting::message).toList();
        CompletableFuture<GatewayOutcome> outcome;
        try {
            byte[] request =
                    MessengerJson.joinRequest(batch.stream().map(Waiting::json).toList());
            outcome = gateway.post(request, messages);
        } catch (RuntimeException | Error e) { // with an error too the others' wait must end, and the dispatching go on
            outcome = CompletableFuture.completedFuture(new Unknown(0, "the transport failed", e));
        }
        outcome.exceptionally(bug -> new Unknown(0, "the answer could not be read", bug))
                .thenAcceptAsync(known -> answered(batch, known), continuations);
    }

    private void answered(List<Waiting> batch, GatewayOutcome outcome) {
        boolean again = batch.size() > 1 && outcome instanceof Refused refused && mayBeOneMessage(refused);
        boolean taken = queue.ended(again ? batch : List.of());
        if (!again) {
            settle(batch, outcome);
        } else if (!taken) {
            settle(batch, stopped());
        }
        dispatch();
    }

    private static boolean mayBeOneMessage(Refused refused) {
        return refused.status() == CONTENT_TOO_LARGE
                || refused.code() != 0 && !GatewayCodes.concernsEveryMessage(refused.code());
    }

    private void settle(List<Waiting> messages, GatewayOutcome outcome) {
        places.release(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            messages.get(i).outcome().complete(ofOne(outcome, i));
        }
    }

    private static GatewayOutcome ofOne(GatewayOutcome outcome, int index) {
        return outcome instanceof Answered answered
                ? new Answered(answered.status(), List.of(answered.recipients().get(index)))
                : outcome;
    }
}
