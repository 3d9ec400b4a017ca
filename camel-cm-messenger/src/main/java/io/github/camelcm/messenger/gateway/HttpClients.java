package io.github.camelcm.messenger.gateway;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes the HTTP client: HTTP/1.1, no retry, no redirect, no cookie, nothing but what the caller asks for. */
public final class HttpClients {

    /** Shorter than the servers' usual 60 s and more, so that a connection is rarely closed at the moment of use. */
    private static final TimeValue KEEP_IDLE = TimeValue.ofSeconds(20);

    private static final TimeValue VALIDATE_AFTER = TimeValue.ofSeconds(1);

    private HttpClients() {}

    /**
     * A started client, to be closed by whoever asked for it.
     *
     * @param deadlines end the waits for a connection
     */
    public static CloseableHttpAsyncClient start(HttpSettings settings, Deadlines deadlines) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        // the client checks the name itself: an SSLContext of Camel's replaces the engine's own check
        TlsStrategy tls = new DefaultClientTlsStrategy(
                settings.tls() == null ? SSLContexts.createSystemDefault() : settings.tls(),
                HostnameVerificationPolicy.BOTH,
                new DefaultHostnameVerifier());
        TimelyConnections connections = new TimelyConnections(tls, deadlines);
        connections.setMaxTotal(settings.maxTotalConnections());
        connections.setDefaultMaxPerRoute(settings.maxTotalConnections());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setValidateAfterInactivity(VALIDATE_AFTER)
                .build());
        connections.setDefaultTlsConfig(TlsConfig.custom()
                .setHandshakeTimeout(connect)
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build());
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(requestConfig(settings))
                .setThreadFactory(new DefaultThreadFactory("cm-messenger-http", true))
                .setUserAgent("camel-cm-messenger")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(KEEP_IDLE);
        if (settings.proxy() != null) {
            ProxyUse.configure(builder, settings.proxy());
        }
        CloseableHttpAsyncClient client = builder.build();
        client.start();
        return client;
    }

    static RequestConfig requestConfig(HttpSettings settings) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.connectionRequestTimeout()))
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .setConnectionKeepAlive(KEEP_IDLE)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false) // bytes come as they are, and are counted as they are
                .build();
    }
}
