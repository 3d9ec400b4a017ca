package io.github.camelcm.messenger.ingest;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** What is called, and with which requests. */
enum Target {
    /** {@code platform-http} alone: answers 200 with a fixed text, and looks at nothing. */
    BARE("bare", "/bare"),
    /** The component with a token; the route does nothing. */
    CM_MESSENGER("cm-messenger", "/cm"),
    /** The same with an {@code idempotentRepository} in memory. */
    IDEMPOTENT("cm-messenger, idempotent", "/idempotent");

    private static final String DIGITS = "0000000000000000";

    private final String title;
    private final String path;
    private final AtomicLong made = new AtomicLong();

    Target(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    String path() {
        return path;
    }

    /**
     * The bytes of the next request. All targets get the same, so that they cost the caller the same: CM.com's sample
     * with a user id that no request before it had, or the repository would know the event. Safe for many threads.
     */
    byte[] nextRequest(SamplePayload payload) {
        String serial = Long.toString(made.incrementAndGet());
        byte[] body = payload.fromUser(DIGITS.substring(serial.length()) + serial);
        byte[] head = head(body.length);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private byte[] head(int length) {
        return ("POST " + path + "?token=" + IngestServer.TOKEN + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
