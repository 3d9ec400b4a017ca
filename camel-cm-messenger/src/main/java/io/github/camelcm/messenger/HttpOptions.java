package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.HttpSettings;
import io.github.camelcm.messenger.gateway.ProxySettings;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Makes an HTTP client's settings of an endpoint's options; every option out of its range is named. */
final class HttpOptions {

    private static final int LAST_PORT = 65535;

    private HttpOptions() {}

    /** @throws IllegalArgumentException if an option has a value out of its range; it names the option */
    static HttpSettings settings(CmMessengerConfiguration options, @Nullable SSLContext tls) {
        return new HttpSettings(
                duration("connectTimeout", options.getConnectTimeout()),
                duration("responseTimeout", options.getResponseTimeout()),
                duration("connectionRequestTimeout", options.getConnectionRequestTimeout()),
                positive("maxTotalConnections", options.getMaxTotalConnections()),
                proxy(options),
                tls);
    }

    /** @throws IllegalArgumentException if it is no absolute {@code http} or {@code https} URL */
    static URI gateway(String url) {
        URI uri;
        try {
            uri = URI.create(url.trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("gatewayUrl must be an absolute http or https URL", e);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("gatewayUrl must be an absolute http or https URL");
        }
        return uri;
    }

    private static @Nullable ProxySettings proxy(CmMessengerConfiguration options) {
        String host = options.getProxyHost();
        if (host == null || host.isBlank()) {
            return null;
        }
        int port = options.getProxyPort();
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("proxyPort must be 1-" + LAST_PORT + ", it is " + port);
        }
        return new ProxySettings(
                host.trim(),
                port,
                options.getProxyUser(),
                options.getProxyPassword(),
                ProxySettings.hosts(options.getNonProxyHosts()));
    }

    static Duration duration(String option, long millis) {
        if (millis <= 0) {
            throw new IllegalArgumentException(option + " must be more than 0 ms, it is " + millis);
        }
        return Duration.ofMillis(millis);
    }

    static int positive(String option, int value) {
        return (int) positive(option, (long) value);
    }

    static long positive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be 1 or more, it is " + value);
        }
        return value;
    }
}
