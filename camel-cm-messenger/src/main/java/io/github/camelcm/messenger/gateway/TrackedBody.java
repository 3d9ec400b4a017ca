package io.github.camelcm.messenger.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** A request's body that tells its call when the connection is there and when the last byte was handed over. */
final class TrackedBody implements AsyncEntityProducer {

    private final ByteBuffer bytes;
    private final int length;
    private final ContentType contentType;
    private final HttpCall<?> call;

    TrackedBody(byte[] body, ContentType contentType, HttpCall<?> call) {
        this.bytes = ByteBuffer.wrap(body);
        this.length = body.length;
        this.contentType = contentType;
        this.call = call;
    }

    @Override
    public int available() {
        call.leased();
        return bytes.remaining();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        call.leased();
        call.write(bytes, channel);
        if (!bytes.hasRemaining()) {
            channel.endStream();
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        // the call hears of it by its callback
    }

    @Override
    public void releaseResources() {
        // the array belongs to the caller
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public String getContentType() {
        return contentType.toString();
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
