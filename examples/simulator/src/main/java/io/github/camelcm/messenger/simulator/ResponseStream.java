package io.github.camelcm.messenger.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of an answer, sent piece by piece, so that a large one is never in memory as a whole. For worker threads: each
 * piece waits until the connection has taken it.
 */
final class ResponseStream extends OutputStream {

    private static final int PIECE = 64 * 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServerResponse response;
    private Buffer piece = Buffer.buffer(PIECE);

    ResponseStream(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        piece.appendBytes(bytes, from, count);
        if (piece.length() >= PIECE) {
            send();
        }
    }

    private void send() throws IOException {
        if (!response.headWritten()) {
            response.setChunked(true);
        }
        Buffer full = piece;
        piece = Buffer.buffer(PIECE);
        try {
            response.write(full).toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The simulator is closing");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The client does not take the answer", e);
        }
    }

    /** The whole answer was written. */
    @Override
    public void close() {
        response.end(piece);
    }
}
