package io.github.camelcm.messenger.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.apache.hc.core5.http.nio.DataStreamChannel;
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

    /**
     * Guards {@link #handedOver} and {@link #ended}. A deadline may pass while the I/O thread writes: whoever comes
     * first wins, or a call that was told to be unsent could still have its last byte written. The write within does
     * not block.
     */
    private final Object lock = new Object();

    private boolean handedOver;
    private boolean ended;

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
        if (hasEnded()) {
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

    /** Writes as much of the body as the channel takes, unless the call has ended. */
    void write(ByteBuffer body, DataStreamChannel channel) throws IOException {
        synchronized (lock) {
            if (ended) {
                throw new IOException("the call has ended");
            }
            try {
                channel.write(body);
            } finally { // also when the write fails: what has left the buffer may have reached the gateway
                handedOver |= !body.hasRemaining();
            }
        }
    }

    @Override
    public void completed(GatewayAnswer result) {
        if (leased.get()) {
            answer.complete(result);
        } else { // a proxy answered instead of letting the request through
            fail(new TransportException("the proxy refused the connection", false, result.status(), null));
        }
    }

    @Override
    public void failed(Exception cause) {
        boolean written = end();
        fail(new TransportException(
                written ? "no answer to the request" : "the request could not be sent", written, 0, cause));
    }

    @Override
    public void cancelled() {
        fail(new TransportException("the HTTP client was closed", end(), 0, new CancellationException()));
    }

    private void expire() {
        boolean written = end();
        long millis = settings.responseTimeout().toMillis();
        String message = written
                ? "no whole answer within " + millis + " ms"
                : leased.get() ? "the request could not be written within " + millis + " ms" : "no connection in time";
        fail(new TransportException(message, written, 0, null));
        Future<?> running = exchange;
        if (running != null) {
            running.cancel(true); // closes the connection
        }
    }

    private void fail(TransportException cause) {
        answer.completeExceptionally(cause);
    }

    /** Nothing more is written from now on. Tells whether all had been. */
    private boolean end() {
        synchronized (lock) {
            ended = true;
            return handedOver;
        }
    }

    private boolean hasEnded() {
        synchronized (lock) {
            return ended;
        }
    }

    private @Nullable ScheduledFuture<?> schedule(Duration delay) {
        try {
            return timer.schedule(this::expire, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            fail(new TransportException("the component is stopped", end(), 0, e));
            return null;
        }
    }

    private static void cancel(@Nullable ScheduledFuture<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
