package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The dev console, found as Camel finds its own, in both forms. */
class DevConsoleTest {

    private static final String TEXT = "Hello, nobody else should read this";

    private static DevConsole console(CamelContext context) {
        DevConsoleRegistry registry = DevConsoleRegistry.get(context);
        registry.setEnabled(true);
        registry.loadDevConsoles(true);
        return registry.resolveById("cm-messenger");
    }

    private static JsonNode json(CamelContext context) {
        try {
            JsonObject json = (JsonObject) console(context).call(DevConsole.MediaType.JSON);
            return new ObjectMapper().readTree(json.toJson());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(CamelContext context) {
        return (String) console(context).call(DevConsole.MediaType.TEXT);
    }

    @Test
    void anEndpointThatSendsShowsCountersHealthAndWhatFailed() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.send(TEXT);
            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\": 101}"));
            harness.send(TEXT);
            harness.send(TEXT);
            harness.send("", in -> in.getIn().setBody(TEXT));

            JsonNode endpoint = endpoint(harness, "RejectedException");
            assertThat(endpoint.at("/page").asText()).isEqualTo(Harness.PAGE);
            assertThat(endpoint.has("consumer")).isFalse();
            JsonNode producer = endpoint.at("/producer");
            assertThat(producer.at("/gateway").asText()).isEqualTo(harness.gateway.url());
            assertThat(producer.at("/sentMessages").asInt()).isEqualTo(3);
            assertThat(producer.at("/acceptedMessages").asInt()).isEqualTo(1);
            assertThat(producer.at("/rejectedMessages").asInt()).isEqualTo(2);
            assertThat(producer.at("/requests").asInt()).isEqualTo(3);
            assertThat(producer.at("/health").asText()).isEqualTo("DOWN");
            assertThat(producer.at("/trouble").asText()).startsWith("The gateway refuses the product token");
            JsonNode error = endpoint.at("/lastErrors/0");
            assertThat(error.at("/type").asText()).isEqualTo("RejectedException");
            assertThat(error.at("/status").asInt()).isEqualTo(400);
            assertThat(error.at("/count").asInt()).isEqualTo(2);
            assertThat(error.at("/message").asText()).contains("CM.com's code 101");
            JsonNode invalid = endpoint(harness, "InvalidMessageException");
            assertThat(invalid.at("/producer/invalidExchanges").asInt()).isEqualTo(1);
            assertThat(text(harness.context))
                    .contains("page: " + Harness.PAGE, "  sentMessages: 3", "  health: DOWN", "RejectedException");
            holdsNoSecret(harness.context);
        }
    }

    /** The endpoint at which this failed last; there is one for each URI. */
    private static JsonNode endpoint(Harness harness, String error) {
        for (JsonNode endpoint : json(harness.context).path("endpoints")) {
            if (endpoint.at("/lastErrors/0/type").asText().equals(error)) {
                return endpoint;
            }
        }
        throw new AssertionError("no endpoint with " + error + " in " + json(harness.context));
    }

    @Test
    void anEndpointThatReceivesShowsItsUrlCountersAndWhatFailed() throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE + "?webhookToken=hush-hush&to=" + Harness.PSID)
                        .routeId("bot")
                        .throwException(new IllegalStateException(TEXT));
            }
        };
        try (ReceivingHarness harness = ReceivingHarness.started(TestServer.SERVLET, routes)) {
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;
            String body = Payloads.text("inbound/text.json");
            assertThat(harness.post(body).statusCode()).isEqualTo(401);
            assertThat(harness.post(body).statusCode()).isEqualTo(401);
            assertThat(harness.send(harness.request(path + "?token=hush-hush")
                                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)))
                            .statusCode())
                    .isEqualTo(500);

            JsonNode endpoint = json(harness.context).at("/endpoints/0");
            assertThat(endpoint.has("producer")).isFalse();
            JsonNode consumer = endpoint.at("/consumer");
            assertThat(consumer.at("/route").asText()).isEqualTo("bot");
            assertThat(consumer.at("/url").asText()).endsWith(path);
            assertThat(consumer.at("/health").asText()).isEqualTo("UP");
            assertThat(consumer.at("/receivedEvents").asInt()).isEqualTo(1);
            assertThat(consumer.at("/refusedCalls").asInt()).isEqualTo(2);
            JsonNode refused = endpoint.at("/lastErrors/0");
            assertThat(refused.at("/type").asText()).isEqualTo("UNAUTHORIZED");
            assertThat(refused.at("/count").asInt()).isEqualTo(2);
            JsonNode failed = endpoint.at("/lastErrors/1");
            assertThat(failed.at("/where").asText()).isEqualTo("route");
            assertThat(failed.at("/type").asText()).isEqualTo("IllegalStateException");
            assertThat(text(harness.context)).doesNotContain("hush-hush");
            holdsNoSecret(harness.context);

            harness.context.getRouteController().suspendRoute("bot");
            assertThat(json(harness.context).at("/endpoints/0/consumer/health").asText())
                    .isEqualTo("DOWN");
        }
    }

    @Test
    void theBatchQueueShowsWhatWaits() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (Harness harness = new Harness((request, connection) -> {
            open.await(20, TimeUnit.SECONDS);
            Answers.accepting().answer(request, connection);
        })) {
            CompletableFuture<Exchange> sent = harness.context
                    .createProducerTemplate()
                    .asyncSend(Harness.uri("to=1&batchSize=2&batchPending=7"), in -> in.getIn()
                            .setBody(TEXT));
            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(queue(harness, "pending")).isEqualTo(1));
            assertThat(queue(harness, "batchPending")).isEqualTo(7);
            open.countDown();
            sent.get(20, TimeUnit.SECONDS);
            assertThat(queue(harness, "pending")).isZero();
        }
    }

    private static int queue(Harness harness, String name) {
        return json(harness.context)
                .at("/endpoints/0/producer/batchQueue/" + name)
                .asInt(-1);
    }

    private static void holdsNoSecret(CamelContext context) {
        for (String shown : new String[] {text(context), json(context).toString()}) {
            assertThat(shown).isNotBlank().doesNotContain(Harness.TOKEN, Harness.PSID, TEXT);
        }
    }
}
