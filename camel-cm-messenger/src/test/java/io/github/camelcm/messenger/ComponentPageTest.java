package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.SendResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component's page names every counter, and its snippets run. */
class ComponentPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-component.adoc");

    @TempDir
    Path classes;

    @Test
    void everyCounterIsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        MeterRegistry meters = new SimpleMeterRegistry();
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind("metricsRegistry", meters);
            harness.context.getEndpoint(Harness.uri(""));

            assertThat(meters.getMeters()).isNotEmpty();
            meters.forEachMeter(meter -> line(page, meter.getId().getName()));
        }
        for (Method method : CmMessengerEndpoint.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(ManagedAttribute.class)) {
                line(page, method.getName().substring("get".length()));
            }
        }
    }

    @Test
    void theSnippetsRun() throws Exception {
        Snippets page = new Snippets(PAGE, classes);
        TestTls tls = new TestTls(classes, "dns:localhost");
        byte[] photo = MediaServer.bytes(1000);
        int port = TestServer.freePort();
        try (Harness harness = Harness.accepting();
                FaultServer media = new FaultServer(MediaServer.file(photo), tls.serverSockets())) {
            TestServer.available().get(0).setUp(harness.context, port);
            CmMessengerConfiguration options = harness.component().getConfiguration();
            options.setMediaHosts("localhost:" + media.port());
            options.setSslContextParameters(tls.trusting());
            Properties properties = new Properties();
            properties.put("token", Harness.TOKEN);
            properties.put("psid", Harness.PSID);
            properties.put("webhook.token", "hush");
            properties.put("folder", classes.resolve("photos").toString());
            harness.context.getPropertiesComponent().setInitialProperties(properties);
            int number = 0;
            for (String block : page.blocks("java")) {
                page.addJavaRoutes(harness.context, "PageRoute" + number++, block);
            }
            ProducerTemplate template = harness.context.createProducerTemplate();

            send(harness, template);
            receive(harness, "http://127.0.0.1:" + port + "/cm-messenger/");
            correlate(harness, template, "http://127.0.0.1:" + port + "/cm-messenger/3456789012?token=hush");

            String url = "https://localhost:" + media.port() + "/1";
            template.sendBody("direct:photo", MediaServer.inbound(url, "image/jpeg", "cat.jpg"));
            assertThat(MediaServer.files(classes.resolve("photos")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(photo))
                    .matches(file -> file.toString().endsWith("-cat.jpg"));
        }
    }

    @Test
    void theBodyCompilesWithTheImportsAboveIt() throws Exception {
        Snippets body = new Snippets(PAGE, classes).section("Body").withItsOwnImports();
        try (Harness harness = Harness.accepting()) {
            Properties properties = new Properties();
            properties.put("token", Harness.TOKEN);
            harness.context.getPropertiesComponent().setInitialProperties(properties);

            body.addJavaRoutes(harness.context, "Body", body.blocks("java").get(0));

            sendMenu(harness.context.createProducerTemplate());
            assertThat(harness.gateway.requests()).hasSize(1);
        }
    }

    @Test
    void theRouteForCamelJBangSendsItsMessage() throws Exception {
        String route = new Snippets(PAGE, classes)
                .section("Camel JBang")
                .blocks("yaml")
                .get(0);
        try (Harness harness = Harness.accepting()) {
            Properties properties = new Properties();
            properties.put("psid", Harness.PSID);
            harness.context.getPropertiesComponent().setInitialProperties(properties);
            NotifyBuilder done =
                    new NotifyBuilder(harness.context).whenExactlyCompleted(1).create();

            Snippets.addRoutes(harness.context, "yaml", route);

            assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
            assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("Hello from Camel");
            assertThat(harness.lastMessage().at("/to/0/number").asText()).isEqualTo(Harness.PSID);
        }
    }

    private static void sendMenu(ProducerTemplate template) {
        SendResult menu = template.requestBodyAndHeader(
                "direct:menu", "", CmMessengerConstants.PSID, Harness.PSID, SendResult.class);
        assertThat(menu.violations()).isEmpty();
    }

    private static void send(Harness harness, ProducerTemplate template) {
        sendMenu(template);
        assertThat(template.requestBody("direct:remind", "It is time", SendResult.class)
                        .accepted())
                .isTrue();
        assertThat(harness.gateway.requests()).hasSize(2);
        template.sendBodyAndHeader(
                "direct:note", "Grüße".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain");
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("Grüße");
    }

    private static void receive(Harness harness, String base) throws Exception {
        assertThat(post(base + "1234567890?token=hush", Payloads.text("inbound/text.json")))
                .isEqualTo(200);
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("You wrote: Hello");
        assertThat(harness.lastMessage().at("/to/0/number").asText()).isEqualTo(Harness.PSID);
        assertThat(post(base + "statuses?token=hush", Payloads.text("status/delivered.json")))
                .isEqualTo(200);
        String toOther = Payloads.text("inbound/text.json").replace("1234567890", "2345678901");
        assertThat(post(base + "2345678901", toOther)).isEqualTo(200);
        assertThat(post(base + "2345678901", toOther)).isEqualTo(200);
    }

    private static void correlate(Harness harness, ProducerTemplate template, String url) throws Exception {
        String reference = template.requestBody("direct:order-ready", "It is ready", SendResult.class)
                .reference();
        Map<?, ?> orders = harness.context.getRegistry().lookupByNameAndType("orders", Map.class);
        for (int code : new int[] {4, 2, 0}) {
            assertThat(post(url, report(reference, code))).isEqualTo(200);
        }
        assertThat(post(url, report("nobodys", 2))).isEqualTo(200);
        assertThat(post(url, report("", 2))).isEqualTo(200);
        assertThat(orders).isEqualTo(Map.of(reference, DeliveryState.READ));
    }

    private static String report(String reference, int code) {
        return """
                {"messages": {"msg": {"to": "1", "reference": "%s", "status": {"code": "%d"}}}}""".formatted(reference, code);
    }

    static int post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String line(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the page"));
    }
}
