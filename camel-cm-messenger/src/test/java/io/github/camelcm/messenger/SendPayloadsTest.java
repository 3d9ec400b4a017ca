package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.model.SendResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendPayloadsTest {

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    static Stream<Arguments> payloadsInEachForm() {
        return Payloads.names("send").flatMap(name -> Stream.of("String", "bytes", "Map", "JsonNode", "InputStream")
                .map(form -> Arguments.of(name, form)));
    }

    @ParameterizedTest
    @MethodSource("payloadsInEachForm")
    void everyPayloadReachesTheGatewayWithEqualContent(String name, String form) throws Exception {
        Exchange exchange = harness.send("", in -> fill(in, name, form));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).accepted()).isTrue();
        ObjectNode expected = Payloads.json(name).at("/messages/msg/0").deepCopy();
        ObjectNode sent = harness.lastMessage().deepCopy();
        assertThat(sent.remove("reference").asText()).matches("[0-9a-f]{32}");
        assertThat((JsonNode) sent).isEqualTo(expected);
        assertThat(new String(harness.gateway.requests().get(0).body(), StandardCharsets.UTF_8))
                .doesNotContain("Your product token")
                .doesNotContain(Harness.TOKEN);
        assertThat(harness.gateway.requests().get(0).headers()).containsEntry("x-cm-producttoken", Harness.TOKEN);
    }

    private static void fill(Exchange in, String name, String form) {
        byte[] bytes = Payloads.bytes(name);
        Object body =
                switch (form) {
                    case "String" -> new String(bytes, StandardCharsets.UTF_8);
                    case "bytes" -> bytes;
                    case "Map" -> new ObjectMapper().convertValue(Payloads.json(name), Map.class);
                    case "JsonNode" -> Payloads.json(name);
                    default -> new ByteArrayInputStream(bytes);
                };
        in.getIn().setBody(body);
        if (form.equals("String")) {
            in.getIn().setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        }
    }
}
