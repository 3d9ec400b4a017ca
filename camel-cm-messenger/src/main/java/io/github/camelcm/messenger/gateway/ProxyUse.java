package io.github.camelcm.messenger.gateway;

import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Has a client go through a proxy, and show its password there at once: a body is not written twice. */
final class ProxyUse {

    private ProxyUse() {}

    static void configure(HttpAsyncClientBuilder builder, ProxySettings proxy) {
        HttpHost host = host(proxy);
        builder.setRoutePlanner(new DefaultProxyRoutePlanner(host) {
            @Override
            protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxy.bypasses(target.getHostName()) ? null : host;
            }
        });
        UsernamePasswordCredentials credentials = credentials(proxy);
        if (credentials != null) {
            builder.setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
                    .add(new AuthScope(host), credentials)
                    .build());
        }
    }

    /** Sends the password with the first request, or with the request for a tunnel, instead of after a 407. */
    static void authenticate(HttpClientContext context, ProxySettings proxy) {
        UsernamePasswordCredentials credentials = credentials(proxy);
        if (credentials != null) {
            BasicScheme basic = new BasicScheme();
            basic.initPreemptive(credentials);
            AuthExchange exchange = new AuthExchange();
            exchange.select(basic);
            context.setAuthExchange(host(proxy), exchange);
        }
    }

    private static HttpHost host(ProxySettings proxy) {
        return new HttpHost("http", proxy.host(), proxy.port());
    }

    private static @Nullable UsernamePasswordCredentials credentials(ProxySettings proxy) {
        String user = proxy.user();
        if (user == null) {
            return null;
        }
        String password = proxy.password() == null ? "" : proxy.password();
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }
}
