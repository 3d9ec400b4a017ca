package io.github.camelcm.messenger;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.CachedOutputStream;

/**
 * Keeps the bytes of a file as the context's stream caching says, in memory or on disk. What is on disk goes with the
 * exchange. Thread-safe: once it is finished or closed nothing more is written, so that no file comes too late to go.
 */
final class MediaSpool extends OutputStream {

    private final CachedOutputStream cache;
    private boolean over;

    MediaSpool(Exchange exchange) {
        cache = new CachedOutputStream(exchange);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (over) {
            throw new IOException("nobody wants the rest");
        }
        cache.write(bytes, offset, length);
    }

    /** All that was written. */
    synchronized StreamCache finish() throws IOException {
        over = true;
        return cache.newStreamCache();
    }

    @Override
    public synchronized void close() throws IOException {
        over = true;
        cache.close();
    }
}
