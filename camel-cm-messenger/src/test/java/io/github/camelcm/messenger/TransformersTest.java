package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;

/** The data type transformers in routes, found by their names alone. */
class TransformersTest {

    private static final String CLOUD_EVENTS = "cm-messenger:application-cloudevents";
    private static final String JSON = "cm-messenger:application-json";
    private static final String PREFIX = "CamelCloudEvent";

    private final AtomicReference<Exchange> received = new AtomicReference<>();

    /** Camel 4.14 has another name for it than later versions. */
    private static void transform(ProcessorDefinition<?> route, String name) {
        try {
            Method method;
            Object type = name;
            try {
                method = ProcessorDefinition.class.getMethod("transformDataType", String.class);
            } catch (NoSuchMethodException e) {
                method = ProcessorDefinition.class.getMethod("transform", DataType.class);
                type = new DataType(name);
            }
            method.invoke(route, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange receive(String transformer, String body) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                ProcessorDefinition<?> route = from("cm-messenger:" + ReceivingHarness.PAGE + "?events=all");
                transform(route, transformer);
                route.process(exchange -> received.set(exchange.copy()));
            }
        };
        try (ReceivingHarness harness = ReceivingHarness.started(TestServer.SERVLET, routes)) {
            assertThat(harness.post(body).statusCode()).isEqualTo(200);
        }
        return received.get();
    }

    /** The headers of the CloudEvent, without their common prefix and without the id, which is checked. */
    private static Map<String, Object> attributes(Exchange exchange) {
        Map<String, Object> attributes = new TreeMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), value);
            }
        });
        assertThat(attributes.remove("ID"))
                .asString()
                .matches("[0-9a-f]{64}")
                .isEqualTo(exchange.getMessage().getHeader(CmMessengerConstants.FINGERPRINT));
        assertThat(attributes.remove("Version")).isEqualTo("1.0");
        assertThat(attributes.remove("DataContentType")).isEqualTo("application/json");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        return attributes;
    }

    @Test
    void aMessageIsACloudEventOfItsPageAboutItsWriter() throws Exception {
        Exchange exchange = receive(CLOUD_EVENTS, Payloads.text("inbound/text.json"));

        assertThat(attributes(exchange))
                .isEqualTo(Map.of(
                        "Type", "io.github.camelcm.messenger.message",
                        "Source", "cm-messenger:1234567890",
                        "Subject", "6789012345678901",
                        "Time", "2021-05-27T13:47:52Z"));
        assertThat(exchange.getMessage().getBody()).isInstanceOf(InboundMessage.class);
    }

    @Test
    void aStatusReportIsACloudEventOfAnyPageAboutItsReference() throws Exception {
        Exchange exchange = receive(CLOUD_EVENTS, Payloads.text("status/delivered.json"));

        assertThat(attributes(exchange))
                .isEqualTo(Map.of(
                        "Type", "io.github.camelcm.messenger.status",
                        "Source", "cm-messenger:any",
                        "Subject", "0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b"));
    }

    @Test
    void anEventIsACloudEventAboutTheUser() throws Exception {
        Exchange exchange = receive(CLOUD_EVENTS, Payloads.text("event/opt-in.json"));

        assertThat(attributes(exchange))
                .isEqualTo(Map.of(
                        "Type", "io.github.camelcm.messenger.event",
                        "Source", "cm-messenger:1234567890",
                        "Subject", "6789012345678901",
                        "Time", "2023-09-15T13:30:00Z"));
    }

    @Test
    void whateverElseComesIsACloudEventWithoutSubject() throws Exception {
        Exchange exchange = receive(CLOUD_EVENTS, "{\"hello\": \"world\"}");

        assertThat(attributes(exchange))
                .isEqualTo(Map.of("Type", "io.github.camelcm.messenger.unknown", "Source", "cm-messenger:any"));
    }

    @Test
    void aPageOfAnyTextIsAUriStill() {
        Exchange exchange = run(CLOUD_EVENTS, "", in -> {
            in.getIn().setHeader(CmMessengerConstants.EVENT, "MESSAGE");
            in.getIn().setHeader(CmMessengerConstants.FINGERPRINT, "0".repeat(64));
            in.getIn().setHeader(CmMessengerConstants.PAGE_ID, "1\", \"é");
        });

        assertThat(attributes(exchange)).containsEntry("Source", "cm-messenger:1%22,%20%22%C3%A9");
    }

    @Test
    void whatWasNotReceivedIsNoCloudEvent() {
        Exchange exchange = run(CLOUD_EVENTS, OutboundMessage.text("Hello"), in -> {});

        assertThat(exchange.getException())
                .hasStackTraceContaining(
                        "The header CamelCmMessengerEvent is missing, which a route from cm-messenger: has");
    }

    @Test
    void whatWasReceivedBecomesItsJson() throws Exception {
        Exchange exchange =
                receive(JSON, Payloads.text("inbound/quick-reply.json").replace("channel", "newer\": 1, \"channel"));

        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(exchange.getMessage().getBody()).isInstanceOf(String.class);
        Map<?, ?> json = new ObjectMapper().readValue(exchange.getMessage().getBody(String.class), Map.class);
        assertThat(json.get("newer")).isEqualTo(1);
        assertThat(json.get("from")).isEqualTo(Map.of("number", "6789012345678901", "name", "Jane"));
    }

    @Test
    void aMessageToSendBecomesJsonThatCanBeSent() {
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = run(JSON, OutboundMessage.text("Hello"), in -> {});
            Exchange sent = harness.send(
                    "to=" + Harness.PSID, in -> in.setIn(exchange.getMessage().copy()));

            assertThat(sent.getException()).isNull();
            assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("Hello");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsNoRecordIsNotMadeJsonAndNotNamedInFull() {
        Exchange exchange = run(JSON, "a secret text", in -> {});

        assertThat(exchange.getException())
                .hasStackTraceContaining(
                        "The body is a String, expected is what a route received, or an OutboundMessage");
        assertThat(exchange.getException().toString()).doesNotContain("a secret text");
    }

    private static Exchange run(String transformer, Object body, java.util.function.Consumer<Exchange> fill) {
        try (Harness harness = Harness.accepting()) {
            harness.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    ProcessorDefinition<?> route = from("direct:transform");
                    transform(route, transformer);
                }
            });
            return harness.context.createProducerTemplate().request("direct:transform", exchange -> {
                exchange.getIn().setBody(body);
                fill.accept(exchange);
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
