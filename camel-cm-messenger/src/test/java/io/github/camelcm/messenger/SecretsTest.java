package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.LogRecorder.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product token and the proxy's password appear nowhere: not in logs at any level, exceptions, URIs or JMX. */
class SecretsTest {

    private static final String TOKEN = "MARKERTOKEN-1111-2222-3333-444444444444";
    private static final String PASSWORD = "MARKERPASSWORD";

    /** What no log above DEBUG and no exception may hold either. */
    private static final String TEXT = "MARKERTEXT";

    private final List<String> seen = new ArrayList<>();
    private FaultServer gateway;
    private LogRecorder logs;

    @BeforeEach
    void record() {
        gateway = new FaultServer(this::everyOutcomeInTurn);
        logs = new LogRecorder();
    }

    @AfterEach
    void close() throws Exception {
        logs.close();
        gateway.close();
    }

    /** Camel itself shows at DEBUG and TRACE what it binds; what is set in Java it does not bind. */
    @Test
    void secretsSetInJavaAreInNoLogAtAnyLevel() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CmMessengerConfiguration options = new CmMessengerConfiguration();
            options.setProductToken(TOKEN);
            options.setGatewayUrl(gateway.url());
            options.setResponseTimeout(300);
            component(context, "cm-messenger", options);
            CmMessengerConfiguration proxied = options.copy();
            proxied.setProxyHost("127.0.0.1");
            proxied.setProxyPort(1);
            proxied.setProxyUser("u");
            proxied.setProxyPassword(PASSWORD);
            component(context, "cm-proxied", proxied);
            context.addRoutes(routes("cm-messenger:1?to=" + Harness.PSID, "cm-proxied:1?to=" + Harness.PSID));
            context.start();
            mainPaths(context, List.of("direct:one", "direct:other", "direct:toD", "direct:transport"));
        }
        assertThat(texts(logs.lines())).hasSizeGreaterThan(500);
        assertNoSecretIn(texts(logs.lines()));
        assertNoSecretIn(seen);
    }

    @Test
    void secretsInPropertiesAndUrisAreInNoLogFromInfoOnNorInAnyOfTheComponent() throws Exception {
        Main main = new Main();
        Properties properties = new Properties();
        properties.put("camel.component.cm-messenger.gateway-url", gateway.url());
        main.setInitialProperties(properties);
        main.setPropertyPlaceholderLocations("classpath:secrets.properties");
        String uri = "cm-messenger:1?responseTimeout=300&to=" + Harness.PSID;
        main.configure()
                .addRoutesBuilder(routes(
                        uri + "&productToken=RAW({{my.token}})",
                        uri + "&proxyHost=127.0.0.1&proxyPort=1&proxyUser=u&proxyPassword={{my.password}}"));
        main.start();
        try {
            mainPaths(main.getCamelContext(), List.of("direct:one", "direct:other", "direct:toD", "direct:transport"));
        } finally {
            main.stop();
        }
        List<Line> told = logs.lines().stream()
                .filter(line -> line.level().isMoreSpecificThan(Level.INFO)
                        || !line.logger().startsWith("org.apache.camel"))
                .toList();
        if (hasSensitiveKeywords()) {
            assertThat(texts(told)).as("Camel Main's summary").anyMatch(text -> text.contains("productToken = xxxxxx"));
            assertNoSecretIn(texts(told));
        }
        assertNoSecretIn(seen);
    }

    /** Camel 4.14 has no list of secrets to add to, and its summary shows options that it does not know. */
    private static boolean hasSensitiveKeywords() {
        return Arrays.stream(ExtendedCamelContext.class.getMethods())
                .anyMatch(method -> method.getName().equals("setAdditionalSensitiveKeywords"));
    }

    private static void component(DefaultCamelContext context, String name, CmMessengerConfiguration options) {
        CmMessengerComponent component = new CmMessengerComponent(context);
        component.setConfiguration(options);
        context.addComponent(name, component);
    }

    private void mainPaths(CamelContext context, List<String> routes) throws Exception {
        for (String route : routes) {
            for (int i = 0; i < 9; i++) {
                send(context, route, i == 8 ? List.of(TEXT, TEXT) : TEXT);
            }
            send(context, route, "");
            send(context, route, "x".repeat(2001));
        }
        context.getEndpoints().forEach(endpoint -> seen.add(endpoint.toString()));
        context.getRoutes().forEach(route -> seen.add(route.toString()));
        seen.addAll(JmxDump.ofCamel());
        assertThat(seen).hasSizeGreaterThan(500);
        assertThat(gateway.requests()).anyMatch(request -> request.headers().containsValue(TOKEN));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    private static void assertNoSecretIn(List<String> texts) {
        assertThat(texts.stream().filter(text -> text.contains("MARKERTOKEN") || text.contains(PASSWORD)))
                .isEmpty();
    }

    private void send(CamelContext context, String route, Object body) {
        Exchange exchange =
                context.createProducerTemplate().request(route, in -> in.getIn().setBody(body));
        seen.add(String.valueOf(exchange.getMessage().getHeaders()));
        seen.add(String.valueOf(exchange.getProperties().keySet()));
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            seen.add(cause.toString());
            assertThat(cause.toString()).doesNotContain(TEXT).doesNotContain(Harness.PSID);
        }
    }

    private static RouteBuilder routes(String one, String other) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).maximumRedeliveries(1).redeliveryDelay(0);
                String to = "cm-messenger:2?responseTimeout=300&to=" + Harness.PSID;
                from("direct:one").to(one);
                from("direct:other").to(other);
                from("direct:toD").toD(to + "&customGrouping=${body.getClass.getSimpleName}");
                from("direct:transport").to(to + "&transportUri=direct:carrier");
                from("direct:carrier")
                        .errorHandler(noErrorHandler())
                        .throwException(new IllegalStateException("broken"));
            }
        };
    }

    private final AtomicInteger turn = new AtomicInteger();

    private void everyOutcomeInTurn(FaultServer.Request request, FaultServer.Connection connection)
            throws java.io.IOException, InterruptedException {
        switch (turn.getAndIncrement() % 8) {
            case 0, 1 -> Answers.accepting().answer(request, connection);
            case 2 -> Answers.accepting(msg -> false).answer(request, connection);
            case 3 -> connection.json(400, "{\"errorCode\": 103, \"details\": \"" + TEXT + " " + Harness.PSID + "\"}");
            case 4 -> connection.json(503, TEXT);
            case 5 -> connection.json(200, "<html>" + TEXT);
            case 6 -> connection.reset();
            default -> connection.silence();
        }
    }
}
