package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Messenger would show, what it does show, and what belongs to a message. */
class ExplainTest extends NoonCase {

    private static final String CONVERSATION = "/conversations/" + Samples.PAGE + "/" + Samples.PSID;

    @Test
    void showsRowBubblesAndViolationsAndNotesNothing() {
        String payload = "{\"text\": \"Pick\", \"suggestions\": [{\"action\": \"Reply\", \"label\": \"" + "x".repeat(21)
                + "\", \"postbackdata\": \"A\"}]}";
        Reply reply = client.post("/explain", payload);
        assertThat(reply.status()).isEqualTo(200);
        JsonNode rendering = reply.json().at("/renderings/0");
        assertThat(rendering.at("/row/name").asText()).isEqualTo("TEXT_SUGGESTIONS");
        assertThat(rendering.at("/row/number").asInt()).isEqualTo(11);
        assertThat(rendering.at("/bubbles/0/type").asText()).isEqualTo("Text");
        assertThat(rendering.at("/bubbles/0/quickReplies")).hasSize(1);
        assertThat(reply.json().path("sendable").asBoolean()).isFalse();
        assertThat(reply.json().at("/violations")).hasSize(1);
        assertThat(reply.json().at("/violations/0/pointer").asText())
                .isEqualTo("/richContent/conversation/0/suggestions/0/label");
        assertThat(simulator.journal().entries()).isEmpty();
        assertThat(simulator.journal().lastSequence()).isZero();
    }

    @Test
    void asksAWholeMessageForItsEnvelope() {
        JsonNode all =
                client.post("/explain", "{\"body\": {\"content\": \"Hello\"}}").json();
        assertThat(all.path("violations").findValuesAsText("pointer")).contains("/from", "/to");
    }

    @Test
    void aSampleOfCmIsSendable() {
        JsonNode all =
                client.post("/explain", Samples.send("card-with-buttons.json")).json();
        assertThat(all.path("sendable").asBoolean()).as(all.toString()).isTrue();
        assertThat(all.at("/renderings/0/bubbles/0/type").asText()).isEqualTo("GenericTemplate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "1", "\"text\"", "null", "{}", "{\"messages\": 1}", "{\"text\": {}}", "[[]]", "{} {}"})
    void refusesWhatIsNoPayload(String payload) {
        Reply reply = client.post("/explain", payload);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isNotBlank();
    }

    @Test
    void refusesAPayloadOverOneMebibyteAndOneNestedTooDeeply() {
        String limit = "\"" + "x".repeat(1024 * 1024 - 2) + "\"";
        assertThat(client.post("/explain", limit).status()).isEqualTo(400);
        assertThat(client.post("/explain", limit + " ").status()).isEqualTo(413);
        String deep = "{\"text\":".repeat(101) + "1" + "}".repeat(101);
        assertThat(client.post("/explain", deep).status()).isEqualTo(400);
    }

    @Test
    void theJournalShowsWhatMessengerShows() {
        client.send(Samples.send("quick-replies.json"));
        JsonNode message = client.get("/journal").json().at("/entries/1");
        assertThat(message.at("/renderings/0/row/name").asText()).isEqualTo("TEXT_SUGGESTIONS");
        assertThat(message.at("/renderings/0/bubbles/0/quickReplies").size()).isPositive();
    }

    @Test
    void aMessageIsShownWithAllThatBelongsToIt() {
        client.send(Samples.request(Samples.msg()), "X-CM-PRODUCTTOKEN", "s3cret");
        simulator.reportStatus("ref1", Status.of(StatusCode.DELIVERED)).join();
        simulator.userWrites(Samples.JANE, "Hello").join();
        simulator.userWrites(Samples.JANE, "Other", "unknown").join();
        Reply reply = client.get("/messages/2");
        JsonNode found = reply.json();
        assertThat(found.at("/message/reference").asText()).isEqualTo("ref1");
        assertThat(found.at("/message/renderings")).hasSize(1);
        assertThat(found.at("/request/sequence").asInt()).isEqualTo(1);
        assertThat(found.at("/request/answer").asText()).contains("Accepted");
        assertThat(found.path("calls").findValuesAsText("kind")).containsExactly("statuses", "messages");
        assertThat(found.path("deliveries")).hasSize(2);
        assertThat(reply.body()).doesNotContain("s3cret");
    }

    @Test
    void aMessageSaysWhatBecameOfItWhereverTheReportsAre() {
        client.send(Samples.request(
                Samples.msg(),
                Samples.msg(msg -> msg.put("reference", "ref2")),
                Samples.msg(msg -> msg.remove("body"))));
        simulator.reportStatus("ref1", Status.of(StatusCode.READ)).join();
        simulator.reportStatus("ref1", Status.of(StatusCode.DELIVERED)).join();
        simulator.reportStatus("ref2", Status.of(StatusCode.READ)).join();
        simulator
                .reportStatus("ref2", Status.failed("402", "Outside of the window"))
                .join();
        JsonNode page = client.get(CONVERSATION + "?rejected=true&limit=3").json();
        assertThat(page.at("/entries/0/status/code").asText()).isEqualTo("READ");
        assertThat(page.at("/entries/1/status").toString())
                .isEqualTo(
                        "{\"code\":\"FAILED\",\"errorCode\":\"402\",\"errorDescription\":\"Outside of the window\"}");
        assertThat(page.at("/entries/2/status/code").asText()).isEqualTo("REJECTED");
        assertThat(client.get("/messages/2").json().at("/message/status/code").asText())
                .isEqualTo("READ");

        JsonNode statuses = client.get(CONVERSATION + "/statuses?from=3&to=4").json();
        assertThat(statuses.findValuesAsText("message")).containsExactly("3", "4");
        assertThat(statuses.findValuesAsText("code")).containsExactly("FAILED", "REJECTED");
    }

    @Test
    void anAcceptedMessageIsAcceptedUntilMoreIsReportedOfIt() {
        client.send(Samples.request(Samples.msg()));
        new SimulatorClient(simulator).send(Samples.request(Samples.msg(msg -> msg.put("from", "another page"))));
        simulator.reportStatus("ref1", Status.of(StatusCode.READ)).join();
        assertThat(client.get(CONVERSATION + "/statuses").json().findValuesAsText("code"))
                .containsExactly("ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({"1, 404", "99, 404", "0, 400", "x, 400", "99999999999999999999, 400"})
    void thereIsNoMessageOfAnotherNumber(String number, int status) {
        client.send("no JSON");
        assertThat(client.get("/messages/" + number).status()).isEqualTo(status);
    }

    @Test
    void aMessageOutlivesTheRequestItCameIn() {
        try (CmSimulator small = CmSimulator.builder().journalCapacity(1).start()) {
            SimulatorClient other = new SimulatorClient(small);
            other.send(Samples.request(Samples.msg()));
            assertThat(other.get("/messages/2").json().get("request").isNull()).isTrue();
            assertThat(other.get("/conversations").json().path("dropped").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void theWindowOpensWithWhatTheUserDoesAndEndsAfter24Hours() {
        client.send(Samples.request(Samples.msg()));
        JsonNode before = client.get("/conversations").json().at("/conversations/0");
        assertThat(before.get("windowOpened").isNull()).isTrue();
        assertThat(before.path("windowOpen").asBoolean()).isFalse();

        simulator.userWrites(Samples.JANE, "Hello").join();
        advance(Duration.ofHours(24).minusMillis(1));
        JsonNode open = client.get("/conversations").json().at("/conversations/0");
        assertThat(open.path("windowOpened").asText()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(open.path("windowEnds").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(open.path("windowOpen").asBoolean()).isTrue();

        simulator.reportStatus("ref1", Status.of(StatusCode.READ)).join(); // opens nothing
        advance(Duration.ofMillis(1));
        assertThat(client.get("/conversations")
                        .json()
                        .at("/conversations/0/windowOpen")
                        .asBoolean())
                .isFalse();
    }
}
