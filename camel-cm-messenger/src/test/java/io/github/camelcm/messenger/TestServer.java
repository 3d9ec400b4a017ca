package io.github.camelcm.messenger;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.component.servlet.ServletComponent;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.support.service.ServiceSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP servers that routes receive with, each set up on a free port as a user would do it. */
enum TestServer {
    PLATFORM_HTTP("platform-http") {
        @Override
        void setUp(CamelContext context, int port) throws Exception {
            MainHttpServer server = new MainHttpServer();
            server.setCamelContext(context);
            server.setHost("127.0.0.1");
            server.setPort(port);
            context.addService(server);
        }
    },
    JETTY("jetty"),
    UNDERTOW("undertow"),
    NETTY_HTTP("netty-http"),
    SERVLET("servlet") {
        @Override
        void setUp(CamelContext context, int port) throws Exception {
            context.getComponent("servlet", ServletComponent.class).setServletName(servletName(port));
            context.addService(new ServletContainer(port));
        }
    };

    private final String component;

    TestServer(String component) {
        this.component = component;
    }

    String component() {
        return component;
    }

    void setUp(CamelContext context, int port) throws Exception {
        RestConfiguration configuration = new RestConfiguration();
        configuration.setComponent(component);
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        context.setRestConfiguration(configuration);
    }

    /** All; where most of them cannot be had, those that can. */
    static List<TestServer> available() {
        return System.getProperty("without.http-servers") == null ? List.of(values()) : List.of(SERVLET);
    }

    private static String servletName(int port) {
        return "CamelServlet" + port;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A servlet container of somebody else's, with Camel's servlet in it. */
    private static final class ServletContainer extends ServiceSupport {

        private final Server server = new Server();

        ServletContainer(int port) {
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler();
            ServletHolder camel = new ServletHolder(servletName(port), CamelHttpTransportServlet.class);
            camel.setInitParameter("async", "true");
            camel.setAsyncSupported(true);
            camel.setInitOrder(1);
            context.addServlet(camel, "/*");
            server.setHandler(context);
        }

        @Override
        protected void doStart() throws Exception {
            server.start();
        }

        @Override
        protected void doStop() throws Exception {
            server.stop();
        }
    }
}
