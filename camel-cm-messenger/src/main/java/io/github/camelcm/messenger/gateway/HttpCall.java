package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.Deadlines.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: what has happened to it so far, and its deadlines.
 *
 * <p>The client's own response time-out is silence on the socket; a byte now and then would hold a call for ever. So a
 * call has a deadline of its own, which runs from the leased connection to the last byte of the answer. Before the
 * connection is leased a second, longer deadline stands behind the client's time-outs for the pool, the connection and
 * the handshake, should one of them not be kept.
 *
 * @param <T> the answer
 */
final class HttpCall<T> implements FutureCallback<T> {

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final HttpSettings settings;
    private final Deadlines deadlines;
    private final ToIntFunction<T> status;
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
    private volatile long dueAt;

    /** Passes at {@link #dueAt} or before: then it is set anew, which costs less than setting it whenever that moves. */
    private volatile Deadline deadline;

    /** @param status the HTTP status of an answer */
    HttpCall(HttpSettings settings, Deadlines deadlines, ToIntFunction<T> status) {
        this.settings = settings;
        this.deadlines = deadlines;
        this.status = status;
        Duration connecting = settings.connectTimeout().multipliedBy(3); // TCP, a proxy's tunnel, TLS
        Duration unleased = settings.connectionRequestTimeout().plus(connecting);
        Duration response = settings.responseTimeout();
        dueAt = System.nanoTime() + unleased.toNanos();
        deadline = deadlines.in(unleased.compareTo(response) < 0 ? unleased : response, this::look);
        answer.whenComplete((result, error) -> deadline.callOff());
    }

    CompletableFuture<T> answer() {
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
            dueAt = System.nanoTime() + settings.responseTimeout().toNanos();
        }
    }

    /** The connection is there, and a request that has no body is about to be written. */
    void leasedWithoutBody() {
        leased();
        synchronized (lock) {
            handedOver = true;
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
    public void completed(T result) {
        if (leased.get()) {
            answer.complete(result);
        } else { // a proxy answered instead of letting the request through
            fail(new TransportException("the proxy refused the connection", false, status.applyAsInt(result), null));
        }
    }

    @Override
    public void failed(Exception cause) {
        boolean written = end();
        boolean quotes = cause instanceof ParseException; // what is no HTTP, whatever it may be
        fail(new TransportException(
                written ? "no whole answer to the request" : "the request could not be sent",
                written,
                0,
                quotes ? null : cause));
    }

    @Override
    public void cancelled() {
        fail(new TransportException("the HTTP client was closed", end(), 0, new CancellationException()));
    }

    private void look() {
        long left = dueAt - System.nanoTime();
        if (left <= 0 || deadlines.isClosed()) {
            expire();
            return;
        }
        deadline = deadlines.in(Duration.ofNanos(left).plusMillis(1), this::look); // its milliseconds are rounded down
        if (answer.isDone()) {
            deadline.callOff(); // completed in between; nobody else would call this one off
        }
    }

    private void expire() {
        boolean written = end();
        long millis = settings.responseTimeout().toMillis();
        String message;
        if (deadlines.isClosed()) {
            message = "the component is stopped";
        } else if (written) {
            message = "no whole answer within " + millis + " ms";
        } else {
            message = leased.get()
                    ? "the request could not be written within " + millis + " ms"
                    : "no connection in time";
        }
        abort(new TransportException(message, written, 0, null));
    }

    /** Gives up. */
    void abort(TransportException cause) {
        end();
        fail(cause);
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
}
