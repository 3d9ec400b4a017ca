package io.github.camelcm.messenger.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's bytes, whatever its headers say they are. An answer far larger than any the gateway gives is not
 * read to its end.
 */
final class AnswerConsumer implements AsyncResponseConsumer<GatewayAnswer> {

    /** A thousand entries take some 200 kB. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private int status;
    private @Nullable String retryAfter;
    private @Nullable FutureCallback<GatewayAnswer> whole;

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<GatewayAnswer> callback) {
        status = response.getCode();
        Header header = response.getFirstHeader("Retry-After");
        retryAfter = header == null ? null : header.getValue();
        whole = callback;
        if (entity == null) {
            complete();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 100 and its like announce nothing that matters here
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (body.size() + bytes.remaining() > MAX_BYTES) {
            throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.write(chunk);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        complete();
    }

    private void complete() {
        FutureCallback<GatewayAnswer> callback = whole;
        if (callback != null) {
            callback.completed(new GatewayAnswer(status, retryAfter, body.toByteArray()));
        }
    }

    @Override
    public void failed(Exception cause) {
        // the call hears of it by its own callback
    }

    @Override
    public void releaseResources() {
        // nothing but memory
    }
}
