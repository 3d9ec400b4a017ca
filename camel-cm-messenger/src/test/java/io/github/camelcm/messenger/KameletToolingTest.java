package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelets in the jar: valid, and running both from YAML between real sockets. */
class KameletToolingTest {

    /** In the jar camel-kamelets-crds. */
    private static final String CRD = "/camel.apache.org_kamelets.yaml";

    @TempDir
    Path classes;

    private static JsonNode kamelet(String name) throws Exception {
        try (InputStream in = KameletToolingTest.class.getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }

    /** The page's routes in YAML, one of which is made of Kamelets. */
    @Test
    void bothRunFromTheYamlOfThePage() throws Exception {
        Snippets page = new Snippets(Path.of("src/main/docs/cm-messenger-component.adoc"), classes);
        List<Exchange> cloudEvents = new CopyOnWriteArrayList<>();
        try (FaultServer gateway = new FaultServer(Answers.accepting());
                ReceivingHarness harness = new ReceivingHarness(TestServer.SERVLET)) {
            Properties properties = new Properties();
            properties.put("webhook.token", ReceivingHarness.SECRET);
            properties.put("token", Harness.TOKEN);
            harness.context.getPropertiesComponent().setInitialProperties(properties);
            harness.options().setGatewayUrl(gateway.url());
            for (String section : List.of("Kamelets", "Data types")) {
                Snippets.addRoutes(
                        harness.context,
                        "yaml",
                        page.section(section).blocks("yaml").get(0));
            }
            harness.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:cloud-events").process(exchange -> cloudEvents.add(exchange.copy()));
                }
            });
            String body = Payloads.text("inbound/text.json");

            assertThat(harness.post(body).statusCode()).isEqualTo(401);
            assertThat(call(harness, "1234567890", body)).isEqualTo(200);
            assertThat(gateway.requests()).hasSize(1);
            JsonNode sent = Answers.messages(gateway.requests().get(0)).get(0);
            assertThat(sent.at("/body/content").asText()).isEqualTo("You wrote: Hello");
            assertThat(sent.at("/to/0/number").asText()).isEqualTo(ReceivingHarness.PSID);
            assertThat(sent.at("/from").asText()).isEqualTo("1234567890");
            assertThat(gateway.requests().get(0).headers()).containsEntry("x-cm-producttoken", Harness.TOKEN);

            assertThat(call(harness, "5678901234", body.replace("1234567890", "5678901234")))
                    .isEqualTo(200);
            assertThat(cloudEvents).singleElement().satisfies(event -> assertThat(
                            event.getMessage().getHeader("CamelCloudEventSource"))
                    .isEqualTo("cm-messenger:5678901234"));
        }
    }

    @Test
    void theSourceGivesJson() throws Exception {
        List<Message> received = new CopyOnWriteArrayList<>();
        try (ReceivingHarness harness = ReceivingHarness.started(TestServer.SERVLET, new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:cm-messenger-source?pageId=1234567890&webhookToken=RAW(" + ReceivingHarness.SECRET + ")")
                        .process(exchange -> received.add(exchange.getMessage().copy()));
            }
        })) {
            assertThat(call(harness, "1234567890", Payloads.text("inbound/text.json")))
                    .isEqualTo(200);
        }
        assertThat(received).singleElement().satisfies(message -> {
            assertThat(message.getBody()).asString().startsWith("{\"from\":{\"number\":\"6789012345678901\"");
            assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        });
    }

    private static int call(ReceivingHarness harness, String page, String body) throws Exception {
        String secret = URLEncoder.encode(ReceivingHarness.SECRET, StandardCharsets.UTF_8);
        return harness.send(harness.request("/cm-messenger/" + page + "?token=" + secret)
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** As Kubernetes would check it, and stricter: members that the definition does not have would be dropped there. */
    @ParameterizedTest
    @ValueSource(strings = {"cm-messenger-sink", "cm-messenger-source"})
    void theKameletFollowsTheDefinitionOfKamelets(String name) throws Exception {
        JsonNode definition;
        try (InputStream in = KameletToolingTest.class.getResourceAsStream(CRD)) {
            definition = new YAMLMapper().readTree(in);
        }
        JsonNode version = definition.at("/spec/versions/0");
        ObjectNode schema = version.at("/schema/openAPIV3Schema").deepCopy();
        ((ObjectNode) schema.at("/properties/spec")).put("additionalProperties", false);

        assertThat(kamelet(name).path("apiVersion").asText())
                .isEqualTo(definition.at("/spec/group").asText() + "/"
                        + version.path("name").asText());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(schema)
                        .validate(kamelet(name)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cm-messenger-sink", "cm-messenger-source"})
    void theKameletHasNameIconVersionAndHiddenSecrets(String name) throws Exception {
        JsonNode kamelet = kamelet(name);
        JsonNode metadata = kamelet.path("metadata");
        String icon = metadata.path("annotations")
                .path("camel.apache.org/kamelet.icon")
                .asText();
        String version = Metadata.json().at("/component/version").asText();

        assertThat(metadata.path("name").asText()).isEqualTo(name);
        assertThat(name)
                .endsWith("-"
                        + metadata.path("labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        assertThat(new String(
                        Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1)), StandardCharsets.UTF_8))
                .startsWith("<svg");
        assertThat(kamelet.at("/spec/dependencies"))
                .extracting(JsonNode::asText)
                .contains("mvn:io.github.camelcm:camel-cm-messenger:" + version);
        JsonNode options = Metadata.json().path("properties");
        kamelet.at("/spec/definition/properties").properties().forEach(property -> {
            JsonNode option = options.path(property.getKey());
            assertThat(option.isMissingNode())
                    .as(property.getKey() + " is an option")
                    .isFalse();
            assertThat(property.getValue().path("format").asText().equals("password"))
                    .as(property.getKey() + " is a password where the option is a secret")
                    .isEqualTo(option.path("secret").asBoolean());
            assertThat(property.getValue().path("default").asText())
                    .isIn("", option.path("defaultValue").asText());
        });
    }
}
