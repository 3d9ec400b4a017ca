package io.github.camelcm.messenger.simulator;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps secrets out of the journal: somebody may point a real product token at the simulator by mistake. */
final class Secrets {

    static final String TOKEN_HEADER = "X-CM-PRODUCTTOKEN";

    private static final String MASK = "***";

    private static final Set<String> SECRET_HEADERS =
            Set.of(TOKEN_HEADER.toLowerCase(Locale.ROOT), "authorization", "proxy-authorization", "cookie");

    // possessive, so that a body of ten million characters needs no stack
    private static final Pattern BODY_TOKEN =
            Pattern.compile("(\"producttoken\"\\s*+:\\s*+\")[^\"]*+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    static Map<String, String> maskedHeaders(MultiMap headers) {
        Map<String, String> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, String> header : headers) {
            boolean secret = SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT));
            masked.merge(header.getKey(), secret ? MASK : header.getValue(), (one, other) -> one + ", " + other);
        }
        return masked;
    }

    static String maskedBody(String body) {
        return BODY_TOKEN.matcher(body).replaceAll("$1" + MASK);
    }
}
