package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.RejectedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.SuspendableService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole application with a web server and Actuator, in which everything is exposed and values are shown. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "own.product-token=" + ActuatorTest.TOKEN,
            "camel.component.cm-messenger.product-token=${own.product-token}",
            "camel.component.cm-messenger.webhook-token=" + ActuatorTest.WEBHOOK_TOKEN,
            "camel.component.cm-messenger.proxy-user=" + ActuatorTest.PROXY_USER,
            "camel.component.cm-messenger.proxy-password=" + ActuatorTest.PROXY_PASSWORD,
            "camel.component.cm-messenger.custom-grouping=to-be-seen",
            "camel.health.producers-enabled=true",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.health.show-details=always",
            "logging.level.io.github.camelcm=debug",
            "logging.level.org.apache.camel=debug",
            "logging.level.org.springframework.boot=debug"
        })
class ActuatorTest {

    static final String TOKEN = "product-token-4711";
    static final String WEBHOOK_TOKEN = "webhook-token-4712";
    static final String PROXY_USER = "proxy-user-4713";
    static final String PROXY_PASSWORD = "proxy-password-4714";

    private static final List<String> SECRETS = List.of(TOKEN, WEBHOOK_TOKEN, PROXY_USER, PROXY_PASSWORD);
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static FakeGateway gateway;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("cm-messenger:1234567890").routeId("receive").to("log:received");
                    from("direct:notify").routeId("notify").to("cm-messenger:1234567890?to=6789012345678901");
                }
            };
        }
    }

    @Autowired
    private ApplicationContext application;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startGateway() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @DynamicPropertySource
    static void gatewayUrl(DynamicPropertyRegistry registry) {
        registry.add("camel.component.cm-messenger.gateway-url", () -> gateway.url());
    }

    @Test
    void theComponentsMetersAreAmongTheApplications() {
        gateway.refuse(false);
        send(application);

        JsonNode meter = json("/metrics/cm.messenger.messages?tag=outcome:accepted&tag=page:1234567890");

        assertThat(meter.at("/measurements/0/value").asInt()).isPositive();
    }

    @Test
    void aRefusedProductTokenIsDownUntilItWorksAgain() {
        gateway.refuse(true);
        assertThatThrownBy(() -> send(application)).hasCauseInstanceOf(RejectedException.class);
        await().atMost(BOUND).untilAsserted(() -> {
            JsonNode health = json("/health");
            assertThat(health.at("/status").asText()).isEqualTo("DOWN");
            assertThat(health.at("/components/camelHealth").toString())
                    .contains("\"producer:cm-messenger-1234567890\":\"DOWN\"", "\"code\":\"103\"");
        });

        gateway.refuse(false);
        send(application);
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(json("/health").at("/status").asText()).isEqualTo("UP"));
    }

    @Test
    void aSuspendedConsumerIsDown() {
        SuspendableService consumer = (SuspendableService)
                application.getBean(CamelContext.class).getRoute("receive").getConsumer();
        consumer.suspend();
        try {
            await().atMost(BOUND).untilAsserted(() -> assertThat(
                            json("/health").at("/components/camelHealth").toString())
                    .contains("\"consumer:receive\":\"DOWN\"", "\"path\":\"/cm-messenger/1234567890\""));
        } finally {
            consumer.resume();
        }
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(json("/health").at("/status").asText()).isEqualTo("UP"));
    }

    @Test
    void noEndpointShowsASecret() {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> link : json("").get("_links").properties()) {
            String url = link.getValue().get("href").asText();
            if (!link.getValue().get("templated").asBoolean() && !url.endsWith("/heapdump")) {
                assertThat(get(URI.create(url))).as(url).doesNotContain(SECRETS);
                asked.add(link.getKey());
            }
        }

        assertThat(asked).contains("env", "configprops", "health", "metrics", "beans", "camelroutes");
    }

    @Test
    void secretsAreMaskedWhereOtherValuesAreShown() {
        String prefix = "camel.component.cm-messenger.";

        assertThat(ComponentOption.all())
                .filteredOn(ComponentOption::secret)
                .hasSize(4)
                .allSatisfy(option -> {
                    assertThat(json("/env/" + option.property())
                                    .at("/property/value")
                                    .asText())
                            .isEqualTo("******");
                });
        assertThat(json("/env/own.product-token").at("/property/value").asText())
                .isEqualTo("******");
        assertThat(json("/env/" + prefix + "custom-grouping")
                        .at("/property/value")
                        .asText())
                .isEqualTo("to-be-seen");
        assertThat(json("/configprops/camel.component.cm-messenger").toString())
                .contains("\"productToken\":\"******\"", "\"customGrouping\":\"to-be-seen\"");
    }

    @Test
    void noRouteShowsASecret() {
        assertThat(get(actuator("/camelroutes/notify"))).contains("notify").doesNotContain(SECRETS);
        assertThat(get(actuator("/camelroutes/receive/detail"))).doesNotContain(SECRETS);
    }

    @Test
    void theLogOfTheStartShowsNoSecret(CapturedOutput output) {
        String start = StringHelper.before(output.getAll(), "Started ActuatorTest in"); // then come test events

        assertThat(start).contains("cm-messenger:1234567890 listens on", " DEBUG ");
        assertThat(start.lines().filter(line -> SECRETS.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private URI actuator(String path) {
        return URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port")
                + "/actuator" + path);
    }

    private JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(get(actuator(path)));
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private String get(URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(uri.toString(), e);
        }
    }
}
