package io.github.camelcm.messenger.gateway;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/** The file name in a header {@code Content-Disposition} (RFC 6266), as whoever answered wrote it. */
final class Disposition {

    /** The character sets that RFC 5987 knows. */
    private static final Map<String, Charset> CHARSETS =
            Map.of("UTF-8", StandardCharsets.UTF_8, "ISO-8859-1", StandardCharsets.ISO_8859_1);

    private Disposition() {}

    /** The parameter {@code filename*} where it can be read, else {@code filename}, else null. */
    static @Nullable String fileName(@Nullable Header header) {
        if (header == null) {
            return null;
        }
        String plain = null;
        String extended = null;
        for (HeaderElement element : MessageSupport.parse(header)) {
            for (NameValuePair parameter : element.getParameters()) {
                if ("filename*".equalsIgnoreCase(parameter.getName())) {
                    extended = decode(parameter.getValue());
                } else if ("filename".equalsIgnoreCase(parameter.getName())) {
                    plain = parameter.getValue();
                }
            }
        }
        return extended == null ? plain : extended;
    }

    /** {@code UTF-8'en'%E2%82%AC.jpg} (RFC 5987). */
    private static @Nullable String decode(@Nullable String value) {
        String[] parts = value == null ? new String[0] : value.split("'", 3);
        Charset charset = parts.length < 3 ? null : CHARSETS.get(parts[0].toUpperCase(Locale.ROOT));
        return charset == null ? null : PercentCodec.decode(parts[2], charset);
    }
}
