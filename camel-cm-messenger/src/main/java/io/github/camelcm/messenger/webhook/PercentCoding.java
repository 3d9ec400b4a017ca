package io.github.camelcm.messenger.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The coding of names and values in a query: {@code +} is a blank, {@code %} and two hex digits are a byte. */
final class PercentCoding {

    private PercentCoding() {}

    /** The bytes; null if a {@code %} is not followed by two hex digits. Characters beyond ASCII are their UTF-8. */
    static byte @Nullable [] decode(String coded) {
        byte[] bytes = coded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? hex(bytes[i + 1]) : -1;
            int low = i + 2 < bytes.length ? hex(bytes[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return decoded.toByteArray();
    }

    /** Only ASCII digits, unlike {@link Character#digit}: a byte is no character. */
    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit((char) digit, 16);
    }
}
