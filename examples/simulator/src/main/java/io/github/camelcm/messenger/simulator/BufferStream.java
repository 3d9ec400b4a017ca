package io.github.camelcm.messenger.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.util.Objects;

/** Reads a buffer without a copy of it. */
final class BufferStream extends InputStream {

    private final Buffer buffer;
    private int position;

    BufferStream(Buffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int read() {
        return position == buffer.length() ? -1 : buffer.getUnsignedByte(position++);
    }

    @Override
    public int read(byte[] to, int from, int most) {
        Objects.checkFromIndexSize(from, most, to.length);
        int count = Math.min(most, buffer.length() - position);
        if (count == 0) {
            return most == 0 ? 0 : -1;
        }
        buffer.getBytes(position, position + count, to, from);
        position += count;
        return count;
    }
}
