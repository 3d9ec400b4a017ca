package io.github.camelcm.messenger.karaf;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.spi.RestConfiguration;

/** The server of camel-platform-http-vertx, which does not start by itself. Only this class needs that feature. */
final class VertxServer {

    private static final String COMPONENT = "platform-http";

    private VertxServer() {}

    /**
     * Whether the routes will need it: where no HTTP server is named, the component takes platform-http if it is there.
     */
    static boolean isNeeded(CamelContext context) {
        String named = context.getRestConfiguration().getComponent();
        return (named == null || named.equals(COMPONENT)) && context.getComponent(COMPONENT, true, false) != null;
    }

    /** Has it start and stop with the context. */
    static void addTo(CamelContext context) throws Exception {
        RestConfiguration rest = context.getRestConfiguration();
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(rest.getHost());
        configuration.setBindPort(rest.getPort());
        context.addService(new VertxPlatformHttpServer(configuration));
    }
}
