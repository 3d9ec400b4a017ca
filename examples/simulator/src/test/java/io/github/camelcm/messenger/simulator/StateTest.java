package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reset, export and import. */
class StateTest extends NoonCase {

    @Override
    CmSimulatorBuilder options() {
        return super.options().webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages?token=s3cret"));
    }

    @BeforeEach
    void live() {
        simulator.statusLadder(StatusLadder.ON);
        simulator.faults().add(Fault.throttled(5), FaultScope.every(3));
        simulator.faults().add(Fault.slow(FaultPlace.WEBHOOKS, Duration.ofMillis(1)), FaultScope.next(9));
        client.send(Samples.send("quick-replies.json"), "X-CM-PRODUCTTOKEN", "s3cret");
        client.send(Samples.request(Samples.msg(), Samples.msg(msg -> msg.remove("from"))));
        webhook.answer(500);
        simulator.userWrites(Samples.JANE, "Hello").join();
        simulator.userTaps(Samples.JANE, "Email me", "EMAIL").join();
        advance(Duration.ofMillis(200));
        simulator.deliveries().hold(true);
        simulator.userWrites(Samples.JANE, "held");
    }

    private JsonNode export() {
        return client.get("/state").json();
    }

    @Test
    void importThenExportGivesTheSameDocument() {
        String before = client.get("/state").body();
        try (CmSimulator other = options().start()) {
            SimulatorClient otherClient = new SimulatorClient(other);
            assertThat(otherClient.call("PUT", "/state", before).status()).isEqualTo(204);
            assertThat(otherClient.get("/state").body()).isEqualTo(before);
            assertThat(otherClient.get("/conversations").body())
                    .isEqualTo(client.get("/conversations").body());
            assertThat(otherClient.get("/journal").body())
                    .isEqualTo(client.get("/journal").body());
        }
    }

    @Test
    void anImportedStateGoesOnWhereItWas() {
        JsonNode before = simulator.exportState();
        try (CmSimulator other = options().start()) {
            other.importState(before);
            assertThat(other.clock().instant()).isEqualTo(NOON.plusMillis(200));
            assertThat(other.deliveries().held()).hasSize(1);
            webhook.answer(200);
            int calls = webhook.calls().size();
            other.clock()
                    .advance(Duration.ofMinutes(5))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            assertThat(webhook.calls().size() - calls)
                    .as("two messages and two failed reports again")
                    .isEqualTo(4);
            assertThat(other.journal().deliveries())
                    .filteredOn(Delivery::succeeded)
                    .extracting(Delivery::attempt)
                    .containsOnly(2);
            other.deliveries()
                    .release(List.of())
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            long last = other.journal()
                    .entries()
                    .get(other.journal().entries().size() - 1)
                    .sequence();
            assertThat(last).isGreaterThan(before.at("/journal/last").asLong());
            assertThat(other.faults()
                            .add(Fault.throttled(0), FaultScope.always())
                            .id())
                    .isEqualTo(3);
        }
    }

    @Test
    void aRunningClockKeepsItsOffset() {
        try (CmSimulator running = CmSimulator.builder().start();
                CmSimulator other = CmSimulator.builder().start()) {
            running.clock().advance(Duration.ofHours(24)).join();
            JsonNode state = running.exportState();
            assertThat(Duration.parse(state.at("/clock/offset").asText()))
                    .isCloseTo(Duration.ofHours(24), Duration.ofSeconds(5));
            other.importState(state);
            assertThat(other.exportState()).isEqualTo(state);
        }
    }

    @Test
    void noSecretIsInIt() {
        assertThat(client.get("/state").body()).doesNotContain("s3cret").contains("***");
    }

    @Test
    void aSecretThatIsImportedIsMasked() {
        ObjectNode state = (ObjectNode) simulator.exportState();
        ObjectNode request = (ObjectNode) state.at("/journal/entries/0");
        request.withObject("/headers").put("x-cm-PRODUCTTOKEN", "s3cret");
        request.put("body", "{\"product\\u0054oken\": \"s3cret\"}");
        simulator.importState(state);
        assertThat(client.get("/state").body()).doesNotContain("s3cret");
    }

    @Test
    void aMessageNestedAsDeeplyAsTheGatewayReadsSurvives() {
        simulator.reset();
        String deep = "{\"a\":".repeat(995) + "1" + "}".repeat(995);
        client.send(Samples.request(Samples.msg()).replace("\"reference\":", "\"deep\":" + deep + ",\"reference\":"));
        assertThat(simulator.journal().messages()).hasSize(1);
        String state = client.get("/state").body();
        assertThat(client.call("PUT", "/state", state).status()).isEqualTo(204);
        assertThat(client.get("/state").body()).isEqualTo(state);
    }

    @Test
    void aMessageToSeveralUsersIsWrittenOnceAndReadForEach() {
        simulator.reset();
        client.send(Samples.request(
                Samples.msg(msg -> {
                    ArrayNode to = msg.putArray("to");
                    List.of("1", "2", "3").forEach(psid -> to.addObject().put("number", psid));
                }),
                Samples.msg()));
        List<SentMessage> before = simulator.journal().messages();
        String state = client.get("/state").body();
        assertThat(state.split("\"msg\":", -1))
                .as("in the request's text it is \\\"msg\\\"")
                .hasSize(3);
        assertThat(client.call("PUT", "/state", state).status()).isEqualTo(204);
        assertThat(simulator.journal().messages()).hasSize(4).isEqualTo(before);
        assertThat(client.get("/state").body()).isEqualTo(state);
        refused(broken -> ((ObjectNode) broken.at("/journal/entries/1")).remove("msg"));
    }

    @Test
    void anImportMayBeLargerThanOtherBodies() {
        simulator.reset();
        for (int i = 0; i < 3; i++) {
            client.send("x".repeat(1_000_000));
        }
        String state = client.get("/state").body();
        assertThat(state.length()).isGreaterThan(3_000_000);
        assertThat(client.call("PUT", "/state", state).status()).isEqualTo(204);
        assertThat(client.call("PUT", "/clock", state).status()).isEqualTo(413);
    }

    @Test
    void resetGoesBackToTheStartNumbersIncludedButKeepsTheUrls() {
        assertThat(client.post("/reset", "").status()).isEqualTo(204);
        assertThat(simulator.journal().entries()).isEmpty();
        assertThat(simulator.faults().list()).isEmpty();
        assertThat(simulator.clock().reading()).isEqualTo(new ClockReading(NOON, true, 0, null, 0));
        assertThat(simulator.statusLadder()).isEqualTo(StatusLadder.OFF);
        webhook.answer(200);
        Delivery delivery = simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(delivery.sequence()).isEqualTo(2);
        assertThat(delivery.attempt()).isEqualTo(1);
    }

    @Test
    void whatWasUnderWayIsNotNotedAfterAReset() {
        simulator.deliveries().hold(false);
        simulator.faults().clear();
        simulator.faults().add(Fault.slow(FaultPlace.WEBHOOKS, Duration.ofMillis(200)), FaultScope.always());
        var written = simulator.userWrites(Samples.JANE, "Hello");
        simulator.reset();
        assertThat(written.orTimeout(20, TimeUnit.SECONDS).join().sequence()).isZero();
        assertThat(simulator.journal().entries()).isEmpty();
        assertThat(simulator.clock().reading().pending()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{            | not valid JSON",
                "[]           | no state of the simulator",
                "{}           | no state of the simulator",
                "{\"format\": \"cm-messenger-simulator\"} | /version",
                "{\"format\": \"cm-messenger-simulator\", \"version\": 2} | has version 2, this simulator reads"
                        + " version 1",
                "{\"format\": \"cm-messenger-simulator\", \"version\": 1} | /clock",
            })
    void anotherFormatOrVersionIsRefused(String document, String why) {
        assertRefused(document, why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/clock                   | mode     | \"x\"",
                "/clock                   | time     | \"today\"",
                "/clock                   | time     | \"+99999-01-01T00:00:00Z\"",
                "/ladder                  | on       | 1",
                "/ladder/steps/0          | afterMillis | -1",
                "/ladder/steps/0          | afterMillis | 604800001",
                "/ladder/steps/0          | code     | \"GONE\"",
                "/faults                  | last     | 1",
                "/faults/rules/0          | kind     | \"x\"",
                "/faults/rules/0          | where    | \"webhooks\"",
                "/faults/rules/0          | retryAfterSeconds | 100000",
                "/faults/rules/0          | id       | 2",
                "/faults/rules/0/scope    | count    | 0",
                "/journal                 | entries  | {}",
                "/journal                 | last     | 3",
                "/journal/entries/0       | sequence | 99999",
                "/journal/entries/0       | type     | \"x\"",
                "/journal/entries/0       | headers  | [1]",
                "/journal/entries/0       | status   | \"200\"",
                "/journal/entries/1       | msg      | 1",
                "/journal/entries/1       | problems | [null]",
                "/held                    | on       | null",
                "/held/calls/0            | kind     | \"x\"",
                "/agenda/due/0            | at       | null",
                "/agenda/due/0            | type     | \"x\"",
                "/agenda/due/0            | id       | 0",
            })
    void aBrokenDocumentIsRefusedWithThePlaceAndChangesNothing(String object, String member, String value)
            throws Exception {
        ObjectNode document = (ObjectNode) simulator.exportState();
        ((ObjectNode) document.at(object)).set(member, Json.MAPPER.readTree(value));
        assertRefused(document.toString(), "The state is broken at /");
    }

    @Test
    void doubledAndUnorderedEntriesAreRefused() {
        refused(state -> ((ArrayNode) state.at("/journal/entries")).add(state.at("/journal/entries/0")));
        refused(state -> ((ArrayNode) state.at("/held/calls")).add(state.at("/held/calls/0")));
        refused(state -> ((ArrayNode) state.at("/agenda/due")).add(state.at("/agenda/due/0")));
        refused(state -> state.remove("agenda"));
    }

    private void refused(Consumer<ObjectNode> change) {
        ObjectNode document = (ObjectNode) simulator.exportState();
        change.accept(document);
        assertThatThrownBy(() -> simulator.importState(document))
                .isInstanceOf(SimulatorException.class)
                .hasMessageEndingWith("Nothing was changed.");
    }

    private void assertRefused(String document, String why) {
        JsonNode before = export();
        Reply reply = client.call("PUT", "/state", document);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).contains(why).endsWith("Nothing was changed.");
        assertThat(export()).isEqualTo(before);
    }
}
