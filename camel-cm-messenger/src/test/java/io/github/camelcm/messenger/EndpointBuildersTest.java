package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.CmMessengerEndpoints.receiving;
import static io.github.camelcm.messenger.CmMessengerEndpoints.sending;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** The endpoint builders are written from the component's JSON, and routes made with them work. */
class EndpointBuildersTest {

    private static final Path SOURCES = Path.of("src/generated/java/io/github/camelcm/messenger");

    @Test
    void theBuilderOfThoseWhoSendHasTheirOptions() throws Exception {
        check("Producer", "producer");
    }

    @Test
    void theBuilderOfThoseWhoReceiveHasTheirOptions() throws Exception {
        check("Consumer", "consumer");
    }

    private static void check(String side, String label) throws Exception {
        Path file = SOURCES.resolve("CmMessenger" + side + "Builder.java");
        String source = new EndpointBuilderSource(side, label).write();
        String committed = Files.exists(file) ? Files.readString(file) : "";
        if (!source.equals(committed)) {
            Files.writeString(file, source);
        }
        assertThat(committed)
                .as(file + "; it has been renewed, look at it and commit it")
                .isEqualTo(source);
    }

    @Test
    void everyOptionOfAnEndpointHasAMethodOnItsSide() {
        for (Map.Entry<String, JsonNode> option : Metadata.members("properties")) {
            List<String> labels =
                    List.of(option.getValue().path("label").asText().split(","));
            if (labels.contains("producer")) {
                assertThat(CmMessengerProducerBuilder.class.getMethods())
                        .anyMatch(method -> method.getName().equals(option.getKey()));
            }
            if (labels.contains("consumer")) {
                assertThat(CmMessengerConsumerBuilder.class.getMethods())
                        .anyMatch(method -> method.getName().equals(option.getKey()));
            }
        }
    }

    @Test
    void aReplyingRouteIsMadeOfBuilders() throws Exception {
        try (FaultServer gateway = new FaultServer(Answers.accepting());
                ReceivingHarness harness = new ReceivingHarness(TestServer.SERVLET)) {
            harness.context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(10));
            harness.context
                    .getPropertiesComponent()
                    .setInitialProperties(properties(Map.of("secret", ReceivingHarness.SECRET, "count", "7")));
            harness.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from(receiving("1234567890").webhookToken("{{secret}}").idempotentRepository("#seen"))
                            .setBody(constant("Thank you"))
                            .to(sending("1234567890")
                                    .productToken(Harness.TOKEN)
                                    .gatewayUrl(gateway.url())
                                    .validation(CmMessengerValidation.strict)
                                    .responseTimeout(Duration.ofSeconds(20))
                                    .maxTotalConnections("{{count}}")
                                    .customGrouping("50% & more?"));
                }
            });
            String body = Payloads.text("inbound/text.json");
            String secret = URLEncoder.encode(ReceivingHarness.SECRET, StandardCharsets.UTF_8);
            for (int repeat = 0; repeat < 2; repeat++) {
                assertThat(harness.send(harness.request("/cm-messenger/1234567890?token=" + secret)
                                        .POST(BodyPublishers.ofString(body)))
                                .statusCode())
                        .isEqualTo(200);
            }

            assertThat(gateway.requests()).hasSize(1);
            JsonNode sent = Answers.messages(gateway.requests().get(0)).get(0);
            assertThat(sent.at("/body/content").asText()).isEqualTo("Thank you");
            assertThat(sent.at("/customGrouping").asText()).isEqualTo("50% & more?");
        }
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    @Test
    void anyTextComesToItsOptionAsItIs() throws Exception {
        try (Harness harness = Harness.accepting()) {
            for (String text : List.of("a b", "ä+b", "a&to=b", "a=b?c", "100%", "(a)", "{a}", "a)b", "\"'<>\\^`|[]")) {
                CmMessengerEndpoint endpoint = sending("1")
                        .customGrouping(text)
                        .productToken(text)
                        .resolve(harness.context, CmMessengerEndpoint.class);
                assertThat(endpoint.getConfiguration().getCustomGrouping()).isEqualTo(text);
                assertThat(endpoint.getConfiguration().getProductToken()).isEqualTo(text);
            }
        }
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(sending("1").productToken("hush").toString()).isEqualTo("cm-messenger:1");
        assertThat(receiving("1").webhookToken("hush").getRawUri()).isEqualTo("cm-messenger:1?webhookToken=RAW(hush)");
    }
}
