package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The webhook's token, and what users write, appear nowhere that they need not. */
class WebhookSecretsTest {

    private static final String TOKEN = "MARKERTOKEN";

    static List<TestServer> servers() {
        return TestServer.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theTokenIsInNoLogAnswerUriOrMBean(TestServer server) throws Exception {
        List<String> seen = new ArrayList<>();
        try (LogRecorder log = new LogRecorder();
                ReceivingHarness harness = new ReceivingHarness(server)) {
            harness.context.getPropertiesComponent().addInitialProperty("webhook.token", TOKEN);
            harness.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cm-messenger:" + ReceivingHarness.PAGE + "?webhookToken={{webhook.token}}")
                            .choice()
                            .when(header(CmMessengerConstants.POSTBACK).isNotNull())
                            .throwException(new IllegalStateException("broken"));
                }
            });
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;
            for (String query : List.of("?token=" + TOKEN, "?token=" + TOKEN + "2", "?token=wrong&token=" + TOKEN)) {
                for (String body : List.of(
                        Payloads.text("inbound/text.json"),
                        Payloads.text("inbound/quick-reply.json"),
                        Payloads.text("status/failed.json"),
                        "{")) {
                    HttpResponse<String> answer =
                            harness.send(harness.request(path + query).POST(BodyPublishers.ofString(body)));
                    seen.add(answer.headers().map() + answer.body());
                }
            }
            harness.context.getEndpoints().forEach(endpoint -> seen.add(endpoint.toString()));
            harness.context.getRoutes().forEach(route -> seen.add(route.toString()));
            seen.addAll(JmxDump.ofCamel());
            log.lines().stream()
                    .filter(line -> line.level().isMoreSpecificThan(Level.INFO)
                            || line.logger().startsWith("io.github.camelcm"))
                    .forEach(line -> seen.add(line.text()));

            assertThat(seen).hasSizeGreaterThan(100).noneMatch(text -> text.contains(TOKEN));
            assertThat(log.lines().stream()
                            .filter(line -> line.logger().startsWith("io.github.camelcm"))
                            .filter(line -> line.level().isMoreSpecificThan(Level.INFO)))
                    .isNotEmpty()
                    .noneMatch(
                            line -> line.text().contains("Hello") || line.text().contains(ReceivingHarness.PSID));
        }
    }
}
