package io.github.camelcm.messenger.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Collects an answer. An answer far larger than any the gateway gives is not read to its end. */
final class AnswerConsumer extends AbstractBinResponseConsumer<GatewayAnswer> {

    /** A thousand entries take some 200 kB. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private int status;
    private @Nullable String retryAfter;

    @Override
    protected void start(HttpResponse response, @Nullable ContentType contentType) {
        status = response.getCode();
        Header header = response.getFirstHeader("Retry-After");
        retryAfter = header == null ? null : header.getValue();
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer bytes, boolean endOfStream) throws IOException {
        if (body.size() + bytes.remaining() > MAX_BYTES) {
            throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.write(chunk);
    }

    @Override
    protected GatewayAnswer buildResult() {
        return new GatewayAnswer(status, retryAfter, body.toByteArray());
    }

    @Override
    public void releaseResources() {
        // nothing but memory
    }
}
