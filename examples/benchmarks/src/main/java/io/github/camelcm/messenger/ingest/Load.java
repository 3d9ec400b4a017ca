package io.github.camelcm.messenger.ingest;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Calls one target over a number of connections that are kept alive, each with one request at a time, as fast as the
 * answers come. Any answer that is not 200 with the text OK, and any broken connection, fails the load.
 *
 * <p>Written on plain sockets, to take as little as possible of the processors that the server needs too. One event loop
 * drives them all, so that the fields have one thread.
 */
final class Load {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    /**
     * @param nanos how long it took
     * @param latencies of every request, in nanoseconds; none is left out
     */
    record Result(long nanos, Histogram latencies) {

        long answers() {
            return latencies.getTotalCount();
        }

        double perSecond() {
            return answers() * 1e9 / nanos;
        }
    }

    private final Supplier<byte[]> requests;
    private final long start = System.nanoTime();
    private final long end;
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private int open;

    private Load(Supplier<byte[]> requests, long durationNanos) {
        this.requests = requests;
        this.end = start + durationNanos;
    }

    /**
     * @param vertx with one event loop
     * @throws java.util.concurrent.ExecutionException if an answer is not 200, or a connection breaks
     */
    static Result run(Vertx vertx, int port, int connections, long millis, Supplier<byte[]> requests) throws Exception {
        NetClient client = vertx.createNetClient();
        try {
            List<NetSocket> sockets = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sockets.add(client.connect(port, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS));
            }
            Load load = new Load(requests, TimeUnit.MILLISECONDS.toNanos(millis));
            load.open = connections;
            vertx.runOnContext(begin -> sockets.forEach(socket -> load.new Connection(socket).begin()));
            return load.result.get(millis + 60_000, TimeUnit.MILLISECONDS);
        } finally {
            client.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private void ended() {
        open--;
        if (open == 0) {
            result.complete(new Result(System.nanoTime() - start, latencies));
        }
    }

    private final class Connection {

        private final NetSocket socket;
        private Buffer answer = Buffer.buffer();
        private long sent;

        Connection(NetSocket socket) {
            this.socket = socket;
        }

        void begin() {
            socket.handler(part -> {
                try {
                    received(part);
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
            socket.closeHandler(closed ->
                    result.completeExceptionally(new IllegalStateException("A connection was closed by the server")));
            socket.exceptionHandler(result::completeExceptionally);
            send();
        }

        private void send() {
            sent = System.nanoTime();
            socket.write(Buffer.buffer(requests.get()));
        }

        private void received(Buffer part) {
            answer = answer.length() == 0 ? part : answer.appendBuffer(part);
            String text = answer.toString(StandardCharsets.ISO_8859_1);
            if (Answers.isComplete(text)) {
                answered();
            }
        }

        private void answered() {
            long now = System.nanoTime();
            latencies.recordValue(Math.min(now - sent, LONGEST_NANOS));
            answer = Buffer.buffer();
            if (now < end) {
                send();
            } else {
                socket.closeHandler(null);
                ended();
            }
        }
    }
}
