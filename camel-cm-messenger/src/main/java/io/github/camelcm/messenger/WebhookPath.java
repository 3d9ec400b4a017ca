package io.github.camelcm.messenger;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/** The paths that consumers listen on. Some servers would silently call but one of two consumers on the same path. */
final class WebhookPath {

    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** Each path in use, in lower case, and the endpoint that uses it. One register for a context. */
    private final Map<String, String> used = new ConcurrentHashMap<>();

    private WebhookPath() {}

    static WebhookPath register(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (extension) {
            WebhookPath register = extension.getContextPlugin(WebhookPath.class);
            if (register == null) {
                register = new WebhookPath();
                extension.addContextPlugin(WebhookPath.class, register);
            }
            return register;
        }
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

    /** @throws IllegalArgumentException if another endpoint listens there */
    void take(String path, String endpoint) {
        String other = used.putIfAbsent(path.toLowerCase(Locale.ROOT), endpoint);
        if (other != null) {
            throw new IllegalArgumentException("Both " + other + " and " + endpoint + " would listen on " + path
                    + ". Give one of them another webhookPath, or let one receive for both, with events=all");
        }
    }

    void free(String path) {
        used.remove(path.toLowerCase(Locale.ROOT));
    }
}
