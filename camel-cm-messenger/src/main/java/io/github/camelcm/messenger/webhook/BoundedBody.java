package io.github.camelcm.messenger.webhook;

import java.io.IOException;
import java.io.InputStream;

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
        byte[] body = in.readNBytes(limit);
        // not by read() without an array: at its end a stream of Camel's Netty HTTP fails there
        if (body.length == limit && in.readNBytes(1).length > 0) {
            throw new BodyTooLargeException(limit);
        }
        return body;
    }
}
