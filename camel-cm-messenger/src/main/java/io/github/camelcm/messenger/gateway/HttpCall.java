package io.github.camelcm.messenger.gateway;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * One post on its way: what has happened to it so far, and its deadlines.
 *
 * <p>The client's own response time-out is silence on the socket; a byte now and then would hold a call for ever. So a
 * call has a deadline of its own, which runs from the leased connection to the last byte of the answer. Before the
 * connection is leased a second, longer deadline stands behind the client's time-outs for the pool, the connection and
 * the handshake, should one of them not be kept.
 */
final class HttpCall implements FutureCallback<GatewayAnswer> {

    private final CompletableFuture<GatewayAnswer> answer = new CompletableFuture<>();
    private final HttpSettings settings;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean leased = new AtomicBoolean();

    // written by the client's I/O thread, read by the timer and by whoever completes the call
    private volatile boolean handedOver;
    private volatile boolean expired;
    private volatile @Nullable Future<?> exchange;
    private volatile @Nullable ScheduledFuture<?> deadline;

    HttpCall(HttpSettings settings, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        Duration connecting = settings.connectTimeout().multipliedBy(3); // name and TCP, proxy, TLS
        deadline = schedule(settings.connectionRequestTimeout().plus(connecting).plus(settings.responseTimeout()));
        answer.whenComplete((result, error) -> cancel(deadline));
    }

    CompletableFuture<GatewayAnswer> answer() {
        return answer;
    }

    /** What to cancel when a deadline passes. */
    void start(Future<?> running) {
        exchange = running;
        if (expired) {
            running.cancel(true);
        }
    }

    /** The connection is there, and the request is about to be written. */
    void leased() {
        if (leased.compareAndSet(false, true)) {
            cancel(deadline);
            deadline = schedule(settings.responseTimeout());
            if (answer.isDone()) {
                cancel(deadline); // completed in between; nobody else would cancel this one
            }
        }
    }

    void handedOver() {
        handedOver = true;
    }

    @Override
    public void completed(GatewayAnswer result) {
        answer.complete(result);
    }

    @Override
    public void failed(Exception cause) {
        fail(handedOver ? "no answer to the request" : "the request could not be sent", cause);
    }

    @Override
    public void cancelled() {
        fail("the HTTP client was closed", new CancellationException());
    }

    private void fail(String message, Exception cause) {
        answer.completeExceptionally(new TransportException(message, handedOver, cause));
    }

    private void expire() {
        expired = true;
        long millis = settings.responseTimeout().toMillis();
        String message = handedOver
                ? "no whole answer within " + millis + " ms"
                : leased.get() ? "the request could not be written within " + millis + " ms" : "no connection in time";
        answer.completeExceptionally(new TransportException(message, handedOver, null));
        Future<?> running = exchange;
        if (running != null) {
            running.cancel(true); // closes the connection
        }
    }

    private @Nullable ScheduledFuture<?> schedule(Duration delay) {
        try {
            return timer.schedule(this::expire, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            fail("the component is stopped", e);
            return null;
        }
    }

    private static void cancel(@Nullable ScheduledFuture<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
