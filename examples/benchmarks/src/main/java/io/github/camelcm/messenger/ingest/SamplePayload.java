package io.github.camelcm.messenger.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** CM.com's sample of a text message that a user sent. */
final class SamplePayload {

    private static final String USER = "6789012345678901";

    private final byte[] sample;
    private final int user;

    private SamplePayload(byte[] sample, int user) {
        this.sample = sample;
        this.user = user;
    }

    static SamplePayload read() throws IOException {
        try (InputStream in = SamplePayload.class.getResourceAsStream("/ingest/text.json")) {
            byte[] sample = in.readAllBytes();
            int user = new String(sample, StandardCharsets.ISO_8859_1).indexOf(USER);
            if (user < 0) {
                throw new IllegalStateException("The sample payload does not name the user " + USER);
            }
            return new SamplePayload(sample, user);
        }
    }

    /** The sample from another user: 16 digits, as many as the sample's, so that the length stays. */
    byte[] fromUser(String digits) {
        byte[] body = sample.clone();
        System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, body, user, USER.length());
        return body;
    }
}
