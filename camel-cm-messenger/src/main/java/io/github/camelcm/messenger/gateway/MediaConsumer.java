package io.github.camelcm.messenger.gateway;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a file to a stream, which may block: on threads made for that, one piece after the other. No thread
 * waits for bytes, and the far side is asked for more only as fast as they are written. (The library's own bridge to
 * streams, {@code AbstractClassicEntityConsumer}, holds a thread per answer, and for ever if the connection breaks.)
 *
 * <p>The answer is complete when all is written and the connection is back in the pool.
 */
final class MediaConsumer implements AsyncResponseConsumer<MediaAnswer> {

    private static final int OK = 200;

    private final HttpCall<MediaAnswer> call;
    private final OutputStream target;
    private final long maxBytes;
    private final Executor writers;

    // of the I/O thread
    private @Nullable MediaAnswer answer;
    private @Nullable FutureCallback<MediaAnswer> whole;
    private long received;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    private final CompletableFuture<Void> released = new CompletableFuture<>();

    /** Guarded by this, as is {@link #unannounced}. */
    private @Nullable CapacityChannel capacity;

    /** Bytes that were written before anybody asked how many more there may be. */
    private int unannounced;

    MediaConsumer(HttpCall<MediaAnswer> call, OutputStream target, long maxBytes, Executor writers) {
        this.call = call;
        this.target = target;
        this.maxBytes = maxBytes;
        this.writers = writers;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<MediaAnswer> callback)
            throws IOException {
        if (whole != null) { // of a client that asks again by itself: what was written cannot be taken back
            throw new InterruptedIOException("a second answer to one request");
        }
        whole = callback;
        Header contentType = response.getFirstHeader("Content-Type");
        answer = new MediaAnswer(
                response.getCode(),
                contentType == null ? null : contentType.getValue(),
                Disposition.fileName(response.getFirstHeader("Content-Disposition")),
                null);
        String refusal = refusal(response, entity);
        if (refusal != null) {
            refuse(refusal);
        }
        call.leased();
        if (entity == null) {
            streamEnd(null);
        }
    }

    private @Nullable String refusal(HttpResponse response, @Nullable EntityDetails entity) {
        int status = response.getCode();
        if (status != OK) {
            return "HTTP " + status + (status / 100 == 3 ? ", a redirect, which is never followed" : "");
        }
        Header encoding = response.getFirstHeader("Content-Encoding");
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
            return "it came with a Content-Encoding that was not asked for";
        }
        return entity != null && entity.getContentLength() > maxBytes ? tooLarge() : null;
    }

    private String tooLarge() {
        return "it is larger than the " + maxBytes + " bytes that the option maxMediaSize allows";
    }

    /** Ends the call, and by the exception its connection; one of a kind that no client asks again after. */
    private void refuse(String why) throws IOException {
        if (whole != null && answer != null) {
            whole.completed(answer.refused(why));
        }
        throw new InterruptedIOException("the rest of the answer is not read");
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 100 and its like announce nothing that matters here
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        received += bytes.remaining();
        if (received > maxBytes) {
            refuse(tooLarge());
        }
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        written = written.thenRunAsync(() -> write(piece), writers);
    }

    private void write(byte[] piece) {
        try {
            target.write(piece);
        } catch (IOException | RuntimeException e) {
            call.abort(new TransportException("it could not be stored", true, 0, e));
            throw new CompletionException(e); // what comes after this piece is not written
        }
        announce(piece.length);
    }

    private synchronized void announce(int bytes) {
        if (capacity == null) {
            unannounced += bytes;
            return;
        }
        try {
            capacity.update(bytes);
        } catch (IOException e) {
            // the connection is gone; the call hears of it by its own callback
        }
    }

    @Override
    public synchronized void updateCapacity(CapacityChannel channel) throws IOException {
        capacity = channel;
        if (unannounced > 0) {
            channel.update(unannounced);
            unannounced = 0;
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        FutureCallback<MediaAnswer> callback = whole;
        MediaAnswer result = answer;
        if (callback != null && result != null) {
            written.runAfterBoth(released, () -> callback.completed(result));
        }
    }

    @Override
    public void failed(Exception cause) {
        // the call hears of it by its own callback
    }

    /** The connection is back in the pool, or closed. */
    @Override
    public void releaseResources() {
        released.complete(null);
    }
}
