package io.github.camelcm.messenger.karaf;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** The server of camel-platform-http-vertx, which does not start by itself. Only this class needs that feature. */
final class VertxServer {

    /** The Camel component that it serves. */
    static final String COMPONENT = "platform-http";

    private VertxServer() {}

    /** Has it start and stop with the context. */
    static void addTo(CamelContext context, String host, int port) throws Exception {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(host);
        configuration.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(configuration));
    }
}
