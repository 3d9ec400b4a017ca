package io.github.camelcm.messenger.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a body of limited size. */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * Takes at most {@code limit + 1} bytes from the stream: one more than allowed shows that it is too large, and
     * nothing is read after it. Memory grows with what came, not with the limit. The stream is not closed.
     *
     * @param limit the bytes allowed, 0 or more
     * @throws IOException if the stream cannot be read
     * @throws BodyTooLargeException if there are more bytes than allowed
     */
    public static byte[] read(InputStream in, int limit) throws IOException, BodyTooLargeException {
        byte[] body = in.readNBytes(Math.min(limit, Math.max(0, in.available()))); // mostly all of it
        // not by read() without an array: at its end a stream of Camel's Netty HTTP fails there
        byte[] next = new byte[1];
        if (in.read(next, 0, 1) < 0) {
            return body;
        }
        byte[] rest = in.readNBytes(limit - body.length);
        if (rest.length == limit - body.length) {
            throw new BodyTooLargeException(limit);
        }
        byte[] whole = Arrays.copyOf(body, body.length + 1 + rest.length);
        whole[body.length] = next[0];
        System.arraycopy(rest, 0, whole, body.length + 1, rest.length);
        return whole;
    }
}
