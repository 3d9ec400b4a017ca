package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which HTTP server a route receives with, whatever the other routes are. */
class HttpServerChoiceTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    /** A component that would serve HTTP. */
    static final class Server extends DefaultComponent implements RestConsumerFactory {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(
                CamelContext camelContext,
                Processor processor,
                String verb,
                String basePath,
                String uriTemplate,
                String consumes,
                String produces,
                RestConfiguration configuration,
                Map<String, Object> parameters) {
            throw new UnsupportedOperationException();
        }
    }

    /** A component that does not. */
    static final class NoServer extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            throw new UnsupportedOperationException();
        }
    }

    /** As if only these servers were on the class path. */
    private void classPath(String... servers) {
        Set<String> there = Set.of(servers);
        context.getCamelContextExtension().addContextPlugin(ComponentResolver.class, (name, camel) -> {
            Component component =
                    there.contains(name) ? new Server() : name.equals("no-server") ? new NoServer() : null;
            if (component != null) {
                component.setCamelContext(camel);
            }
            return component;
        });
    }

    private void rest(String component, int port) {
        RestConfiguration configuration = new RestConfiguration();
        if (component != null) {
            configuration.setComponent(component);
        }
        configuration.setPort(port);
        context.setRestConfiguration(configuration);
    }

    private String chosen(String option) {
        return HttpServer.choose(context, option).name();
    }

    @Test
    void theOptionComesFirst() {
        classPath("platform-http", "jetty", "servlet");
        rest("jetty", 8080);

        assertThat(chosen("servlet")).isEqualTo("servlet");
        assertThat(chosen(" servlet ")).isEqualTo("servlet");
    }

    @Test
    void thenTheRestConfiguration() {
        classPath("platform-http", "jetty", "servlet");
        rest("servlet", 0);

        assertThat(chosen(null)).isEqualTo("servlet");
        assertThat(chosen(" ")).isEqualTo("servlet");
    }

    @Test
    void thenPlatformHttp() {
        classPath("platform-http", "jetty", "servlet");

        assertThat(chosen(null)).isEqualTo("platform-http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "undertow", "netty-http", "servlet"})
    void thenTheOnlyOneThereIs(String server) {
        classPath(server);
        rest(null, 8080);

        assertThat(chosen(null)).isEqualTo(server);
    }

    @Test
    void thenTheOnlyOneInTheRegistry() {
        classPath();
        context.getRegistry().bind("ours", new Server());

        assertThat(chosen(null)).isEqualTo("ours");
        assertThat(chosen("ours")).isEqualTo("ours");
    }

    @Test
    void severalWithoutAChoiceAreAnError() {
        classPath("jetty", "servlet");
        rest(null, 8080);

        assertThatThrownBy(() -> chosen(null))
                .hasMessageContaining("jetty, servlet")
                .hasMessageContaining("httpServerComponent")
                .hasMessageContaining("camel.rest.component");
    }

    @Test
    void noneNamesTheDependencies() {
        classPath();

        assertThatThrownBy(() -> chosen(null))
                .hasMessageContaining("camel-platform-http-main")
                .hasMessageContaining("camel-platform-http-starter")
                .hasMessageContaining("camel-servlet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undertow", "no-server", "typo"})
    void aNameThatIsNoServerIsAnError(String name) {
        classPath("jetty");

        assertThatThrownBy(() -> chosen(name))
                .hasMessageContaining(name + ", which the option httpServerComponent names")
                .hasMessageContaining("camel-" + name);
        rest(name, 8080);
        assertThatThrownBy(() -> chosen(null)).hasMessageContaining("the rest configuration names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "undertow", "netty-http"})
    void aRandomPortIsRefused(String server) {
        classPath(server);

        assertThatThrownBy(() -> chosen(null)).hasMessageContaining("camel.rest.port");
        rest("servlet", 8080);
        assertThatThrownBy(() -> chosen(server))
                .as("the port of another server")
                .hasMessageContaining("camel.rest.port");
    }

    @Test
    void aServerThatOtherRoutesUseIsNotChosenForThat() {
        classPath("jetty", "servlet");
        context.addComponent("other", new Server());
        rest(null, 8080);

        assertThatThrownBy(() -> chosen(null)).hasMessageContaining("jetty, servlet.");
    }

    static Stream<String> wrongPaths() {
        return Stream.of(
                "",
                "/",
                "//",
                "/a//b",
                "/a?b=c",
                "/a#b",
                "/{a}",
                "/a*",
                "/a b",
                "/a%2F",
                "/ä",
                "../..//x",
                "/../x",
                "/a/./b",
                "/a/..");
    }

    @ParameterizedTest
    @MethodSource("wrongPaths")
    void aPathThatIsNoPlainPathIsRefused(String path) {
        assertThatThrownBy(() -> WebhookPath.of(path)).hasMessageContaining("webhookPath must be");
    }

    @Test
    void aPathHasOneForm() {
        assertThat(Stream.of("/a/b", "a/b", "/a/b/", " a/b/ ").map(WebhookPath::of))
                .containsOnly("/a/b");
    }

    static List<TestServer> servers() {
        return TestServer.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void twoRoutesOnOnePathDoNotStart(TestServer server) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:any").to("log:a");
                from("cm-messenger:any?events=statuses&webhookPath=cm-messenger/ANY/")
                        .to("log:b");
            }
        };
        try (ReceivingHarness harness = new ReceivingHarness(server)) {
            assertThatThrownBy(() -> harness.start(routes))
                    .hasStackTraceContaining("would listen on /cm-messenger/")
                    .hasStackTraceContaining("another webhookPath");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPathIsFreeAgainWhenItsRouteHasStopped(TestServer server) throws Exception {
        RouteBuilder first = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE).routeId("first").to("log:a");
            }
        };
        RouteBuilder second = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:any?webhookPath=/cm-messenger/" + ReceivingHarness.PAGE)
                        .to("log:b");
            }
        };
        try (ReceivingHarness harness = ReceivingHarness.started(server, first)) {
            harness.context.getRouteController().stopRoute("first");
            harness.context.removeRoute("first");
            harness.context.addRoutes(second);

            assertThat(harness.post(Payloads.text("inbound/text.json")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void camelMainWithoutItsServerIsToldWhatToSet() throws Exception {
        assumeTrue(servers().contains(TestServer.PLATFORM_HTTP), "camel-platform-http-main is not there");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:any?httpServerComponent=platform-http").to("log:a");
            }
        });

        assertThatThrownBy(context::start).hasStackTraceContaining("camel.server.enabled=true");
    }

    @Test
    void theContextPathOfTheRestConfigurationIsPartOfTheUrl() {
        for (String contextPath : new String[] {"/", "", " ", "api", "/api/", "/a%20b"}) {
            rest("jetty", 8080);
            context.getRestConfiguration().setContextPath(contextPath);

            String inner = contextPath.trim().replaceAll("^/|/$", "");
            assertThat(new HttpServer("jetty", new Server(), context.getRestConfiguration()).url(null, "/x"))
                    .isEqualTo("http://0.0.0.0:8080" + (inner.isEmpty() ? "" : "/" + inner) + "/x");
        }
    }

    @Test
    void theUrlIsLoggedAndAMissingTokenWarnedOf() throws Exception {
        for (TestServer server : TestServer.available()) {
            try (LogRecorder log = new LogRecorder();
                    ReceivingHarness harness = ReceivingHarness.started(server, new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("cm-messenger:1").to("log:a");
                            from("cm-messenger:2?webhookToken=hush").to("log:a");
                        }
                    })) {
                List<String> lines = log.lines().stream()
                        .filter(line -> line.logger().equals(CmMessengerConsumer.class.getName()))
                        .map(LogRecorder.Line::text)
                        .toList();
                String port = server == TestServer.SERVLET ? " on" : harness.base.replaceAll(".*(?=:)", "");
                assertThat(lines)
                        .anyMatch(line -> line.contains(" listens on ")
                                && line.replace(" listens on ", " on")
                                        .contains(port + "/cm-messenger/1 (" + server.component() + ")"));
                if (server == TestServer.PLATFORM_HTTP) { // which does not tell that it is bound to 127.0.0.1
                    assertThat(lines)
                            .anyMatch(line -> line.endsWith(" listens on " + port + "/cm-messenger/1 (platform-http)"));
                }
                assertThat(lines).noneMatch(line -> line.contains("0.0.0.0"));
                assertThat(lines.stream().filter(line -> line.contains("takes calls from anybody")))
                        .singleElement()
                        .asString()
                        .contains("cm-messenger:1 ");
                assertThat(lines).noneMatch(line -> line.contains("hush"));
            }
        }
    }
}
