package io.github.camelcm.messenger.webhook;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of parts that each carry their length. Characters go in as they are, even halves of surrogate pairs. */
final class FramedDigest {

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(2048);

    void put(char value) {
        room(Character.BYTES).putChar(value);
    }

    void count(int count) {
        room(Integer.BYTES).putInt(count);
    }

    void text(String text) {
        count(text.length());
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /** Ends the digest. */
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
