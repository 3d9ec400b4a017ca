package io.github.camelcm.messenger;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/** The paths that consumers listen on. Some servers would silently call but one of two consumers on the same path. */
final class WebhookPath {

    /** Without the segments . and .., which clients take out. */
    private static final Pattern PLAIN = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    /** Each path in use, in lower case, and who uses it. One register for a context. */
    private final Map<String, CmMessengerConsumer> used = new ConcurrentHashMap<>();

    private WebhookPath() {}

    static WebhookPath register(CamelContext context) {
        return OncePerContext.get(context, WebhookPath.class, WebhookPath::new);
    }

    /**
     * The path in its one form: with a slash before and none behind it.
     *
     * @throws IllegalArgumentException if it is no plain path
     */
    static String of(String path) {
        String trimmed = path.trim();
        String leading = trimmed.startsWith("/") ? trimmed : "/" + trimmed;
        String plain = leading.endsWith("/") ? leading.substring(0, leading.length() - 1) : leading;
        if (!PLAIN.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "webhookPath must be a path such as /webhooks/messenger, of letters, digits"
                            + " and . _ ~ - between the slashes");
        }
        return plain;
    }

    /** @throws IllegalArgumentException if another consumer listens there */
    void take(String path, CmMessengerConsumer consumer) {
        CmMessengerConsumer other = used.putIfAbsent(path.toLowerCase(Locale.ROOT), consumer);
        if (other != null && other != consumer) {
            throw new IllegalArgumentException("Both " + other.name() + " and " + consumer.name() + " would listen on "
                    + path + ". Give one of them another webhookPath, or let one receive for both, with events=all");
        }
    }

    void free(String path, CmMessengerConsumer consumer) {
        used.remove(path.toLowerCase(Locale.ROOT), consumer);
    }
}
