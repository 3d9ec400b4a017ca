package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {

    private static final String CONVERSATION = "/conversations/" + Samples.PAGE + "/" + Samples.PSID;

    private final TestWebhook webhook = new TestWebhook();
    private CmSimulator simulator;
    private SimulatorClient client;

    @BeforeEach
    void start() {
        simulator = CmSimulator.builder().start();
        client = new SimulatorClient(simulator);
        for (WebhookKind kind : WebhookKind.values()) {
            simulator.webhookUrl(kind, webhook.url("/" + kind.word()));
        }
    }

    @AfterEach
    void close() {
        simulator.close();
        webhook.close();
    }

    private JsonNode told() throws Exception {
        assertThat(webhook.calls()).hasSize(1);
        return webhook.calls().get(0).json();
    }

    @Test
    void letsAUserWriteAndAnswersWithTheDelivery() throws Exception {
        Reply reply = client.post(CONVERSATION + "/messages", "{\"text\": \"Grüße 👋\", \"name\": \"Jane\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("type").asText()).isEqualTo("delivery");
        assertThat(reply.json().path("succeeded").asBoolean()).isTrue();
        assertThat(reply.json().path("status").asInt()).isEqualTo(200);
        assertThat(reply.json().path("url").asText()).isEqualTo(webhook.url("/messages"));
        assertThat(reply.json().path("latencyMillis").isIntegralNumber()).isTrue();
        assertThat(told().at("/message/text").asText()).isEqualTo("Grüße 👋");
        assertThat(told().at("/from/name").asText()).isEqualTo("Jane");
    }

    @Test
    void answersWithTheDeliveryOfAFailedCallToo() {
        webhook.answer(500);
        Reply reply = client.post(CONVERSATION + "/messages", "{\"text\": \"Hello\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("succeeded").asBoolean()).isFalse();
        assertThat(reply.json().path("status").asInt()).isEqualTo(500);
    }

    @Test
    void letsAUserSendAFileAsAnAnswer() throws Exception {
        client.post(
                CONVERSATION + "/messages",
                "{\"media\": {\"mediaUri\": \"http://x/1\", \"contentType\": \"image/png\", \"title\": \"a.png\"},"
                        + " \"inReplyTo\": \"by-hand\"}");
        assertThat(told().at("/message/media").toString())
                .isEqualTo("{\"mediaUri\":\"http://x/1\",\"contentType\":\"image/png\",\"title\":\"a.png\"}");
        assertThat(told().path("reference").asText()).isEqualTo("by-hand");
    }

    @Test
    void letsAUserAnswerNothing() throws Exception {
        client.send(Samples.request(Samples.msg()));
        client.post(CONVERSATION + "/messages", "{\"text\": \"Hello\", \"inReplyTo\": \"\"}");
        assertThat(told().path("reference").asText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"suggestion\": \"Email me\"}",
                "{\"suggestion\": \"EMAIL\"}",
                "{\"label\": \"Email me\", \"postbackData\": \"EMAIL\"}"
            })
    void letsAUserTap(String body) throws Exception {
        client.send(Samples.send("quick-replies.json"));
        assertThat(client.post(CONVERSATION + "/taps", body).status()).isEqualTo(200);
        assertThat(told().at("/message/text").asText()).isEqualTo("Email me");
        assertThat(told().at("/message/custom").toString())
                .isEqualTo("{\"suggestions\":[{\"action\":\"Reply\",\"postbackData\":\"EMAIL\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "'\"2\"', 2", "'\"failed\"', 3", "'\"READ\"', 4"})
    void reportsAStatusByNumberOrName(String given, String code) throws Exception {
        client.send(Samples.request(Samples.msg()));
        Reply reply = client.post(
                "/statuses", "{\"reference\": \"ref1\", \"code\": " + given + ", \"errorDescription\": \"why\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(told().at("/messages/msg/status").toString())
                .isEqualTo("{\"code\":\"" + code + "\",\"errorCode\":\"\",\"errorDescription\":\"why\"}");
    }

    @Test
    void reportsAnEvent() throws Exception {
        Reply reply = client.post(
                CONVERSATION + "/events",
                "{\"type\": \"OptInSubscribed\", \"reference\": \"topic-1\", \"custom\": {\"a\": {\"b\": [1]}}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(told().path("event").toString())
                .isEqualTo("{\"type\":\"OptInSubscribed\",\"reference\":\"topic-1\",\"custom\":{\"a\":{\"b\":[1]}}}");
    }

    @Test
    void refusesAnEventThatIsNestedSoDeeplyThatTheJournalCouldNotShowIt() {
        String deep = "{\"a\":".repeat(980) + "1" + "}".repeat(980);
        assertError(client.post(CONVERSATION + "/events", "{\"type\": \"x\", \"custom\": " + deep + "}"), 400);
        assertThat(client.get("/journal").status()).isEqualTo(200);
    }

    @Test
    void showsAMessageAsDeeplyNestedAsTheGatewayReads() {
        String deep = "{\"a\":".repeat(995) + "1" + "}".repeat(995);
        String request =
                Samples.request(Samples.msg()).replace("\"reference\":", "\"deep\":" + deep + ",\"reference\":");
        assertThat(client.send(request).status()).isEqualTo(200);
        assertThat(client.get("/journal").status()).isEqualTo(200);
        assertThat(client.get(CONVERSATION).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/messages | ",
                "/messages | nonsense",
                "/messages | []",
                "/messages | {}",
                "/messages | {\"text\": \"\"}",
                "/messages | {\"text\": 1}",
                "/messages | {\"text\": \"a\", \"txt\": \"b\"}",
                "/messages | {\"text\": \"a\", \"media\": {\"mediaUri\": \"b\"}}",
                "/messages | {\"media\": \"http://x/\"}",
                "/messages | {\"media\": {}}",
                "/messages | {\"media\": {\"mediaUri\": \"a\", \"size\": 1}}",
                "/taps     | {}",
                "/taps     | {\"suggestion\": \"a\", \"label\": \"b\"}",
                "/taps     | {\"postbackData\": \"b\"}",
                "/events   | {}",
                "/events   | {\"type\": \"x\", \"custom\": []}"
            })
    void answers400WithASentenceToAWrongBody(String path, String body) {
        assertError(client.post(CONVERSATION + path.strip(), body == null ? "" : body), 400);
        assertThat(webhook.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-1", "\"done\"", "2.5", "null", "{}", "\"\""})
    void answers400ToAWrongStatusCode(String code) {
        assertError(client.post("/statuses", "{\"reference\": \"r\", \"psid\": \"1\", \"code\": " + code + "}"), 400);
    }

    @Test
    void answers404ToWhatNobodyKnows() {
        assertError(client.post(CONVERSATION + "/taps", "{\"suggestion\": \"Nope\"}"), 404);
        assertError(client.post("/statuses", "{\"reference\": \"nope\", \"code\": 2}"), 404);
        assertError(client.get("/nothing"), 404);
    }

    @Test
    void answers405ToAnotherMethod() {
        assertError(client.post("/journal", "{}"), 405);
    }

    @Test
    void answers409WithoutAWebhookUrl() {
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        Reply reply = client.post(CONVERSATION + "/messages", "{\"text\": \"Hello\"}");
        assertError(reply, 409);
        assertThat(reply.error()).startsWith("No webhook URL for messages is configured; set one with");
    }

    @Test
    void answers413ToALargeBody() {
        assertError(client.post("/statuses", " ".repeat(1024 * 1024 + 1)), 413);
    }

    @Test
    void pagesTheJournal() {
        client.send(Samples.request(Samples.msg()));
        client.post(CONVERSATION + "/messages", "{\"text\": \"Hello\"}");

        JsonNode all = client.get("/journal").json();
        assertThat(types(all)).containsExactly("request", "message", "call", "delivery");
        assertThat(all.path("more").asBoolean()).isFalse();
        assertThat(all.path("dropped").asInt()).isZero();

        JsonNode page = client.get("/journal?after=1&limit=2").json();
        assertThat(types(page)).containsExactly("message", "call");
        assertThat(page.path("next").asInt()).isEqualTo(3);
        assertThat(page.path("more").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "after=99999999999999999999", "limit=0", "limit=1001", "limit="})
    void answers400ToAWrongPage(String query) {
        assertError(client.get("/journal?" + query), 400);
        assertError(client.get(CONVERSATION + "?" + query), 400);
    }

    @Test
    void forgetsTheJournal() {
        client.send(Samples.request(Samples.msg()));
        assertThat(client.call("DELETE", "/journal", "").status()).isEqualTo(204);
        assertThat(client.get("/journal").json().path("entries")).isEmpty();
        assertThat(client.get("/conversations").json().path("conversations")).isEmpty();
    }

    @Test
    void showsConversations() {
        client.send(Samples.request(Samples.msg(), Samples.msg(msg -> msg.remove("from"))));
        client.post(CONVERSATION + "/messages", "{\"text\": \"Hello\", \"name\": \"Jane\"}");
        client.post("/statuses", "{\"reference\": \"ref1\", \"code\": 4}");
        client.post("/conversations/7/8%2F9/messages", "{\"text\": \"Hello\"}");

        JsonNode conversations = client.get("/conversations").json().path("conversations");
        assertThat(conversations.findValuesAsText("psid")).containsExactly(Samples.PSID, "8/9");
        assertThat(conversations.get(0).path("name").asText()).isEqualTo("Jane");
        assertThat(conversations.get(0).path("entries").asInt()).isEqualTo(3);

        assertThat(types(client.get(CONVERSATION).json())).containsExactly("message", "call", "call");
        assertThat(client.get("/conversations/7/nobody").json().path("entries")).isEmpty();
    }

    @Test
    void changesWebhookUrlsAtRunTimeAndShowsThemWithoutTheirQueries() {
        Reply reply = client.call(
                "PUT", "/webhooks", "{\"messages\": \"http://localhost:1/a?token=s3cret\", \"events\": null}");
        String expected = "{\"messages\":\"http://localhost:1/a?***\",\"statuses\":\"" + webhook.url("/statuses")
                + "\",\"events\":null}";
        assertThat(reply.body()).isEqualTo(expected);
        assertThat(client.get("/webhooks").body()).isEqualTo(expected);
    }

    @Test
    void changesNoWebhookUrlWhenOneIsWrong() {
        String before = client.get("/webhooks").body();
        assertError(client.call("PUT", "/webhooks", "{\"messages\": null, \"statuses\": \"nonsense\"}"), 400);
        assertThat(client.get("/webhooks").body()).isEqualTo(before);
    }

    private static List<String> types(JsonNode page) {
        return StreamSupport.stream(page.path("entries").spliterator(), false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private static void assertError(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().size()).isEqualTo(1);
        assertThat(reply.error()).endsWith(".");
    }

    @Test
    void aWebhookUrlThatIsSentBackAsShownKeepsItsSecret() {
        client.call("PUT", "/webhooks", "{\"messages\": \"" + webhook.url("/messages?token=s3cret") + "\"}");
        String shown = client.get("/webhooks").body();
        assertThat(shown).doesNotContain("s3cret").contains("/messages?***");
        assertThat(client.call("PUT", "/webhooks", shown).body()).isEqualTo(shown);

        Reply refused = client.call("PUT", "/webhooks", shown.replace("/messages?***", "/elsewhere?***"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).contains("is masked").doesNotContain("elsewhere");
        assertThatThrownBy(() -> simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages?***")))
                .isInstanceOf(SimulatorException.class);

        simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(webhook.calls().get(0).pathAndQuery()).isEqualTo("/messages?token=s3cret");
    }
}
