package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a webhook gets for each thing a user does or CM.com reports, compared with the documented payloads. */
class UserActionsTest {

    private final TestWebhook webhook = new TestWebhook();

    @AfterEach
    void close() {
        webhook.close();
    }

    private interface Scenario {
        Delivery run(CmSimulator simulator, SimulatorClient client);
    }

    /** The JSON that the webhook got in the scenario. */
    private JsonNode told(String time, Scenario scenario) throws Exception {
        try (CmSimulator simulator = CmSimulator.builder()
                .clock(Clock.fixed(Instant.parse(time), ZoneOffset.UTC))
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/hook/messages?token=s3cret"))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/hook/statuses"))
                .webhookUrl(WebhookKind.EVENTS, webhook.url("/hook/events"))
                .start()) {
            Delivery delivery = scenario.run(simulator, new SimulatorClient(simulator));
            assertThat(delivery.succeeded()).as(delivery.toString()).isTrue();
            assertThat(webhook.calls()).hasSize(1);
            TestWebhook.Call call = webhook.calls().get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.contentType()).isEqualTo("application/json; charset=utf-8");
            assertThat(call.pathAndQuery())
                    .startsWith("/hook/" + delivery.kind().word());
            assertThat(delivery.body()).isEqualTo(call.json());
            return call.json();
        }
    }

    private static void send(SimulatorClient client, Consumer<ObjectNode> change) {
        assertThat(client.send(Samples.request(Samples.msg(change))).status()).isEqualTo(200);
    }

    private static void replies(ObjectNode msg, String reference, String... labelsAndPostbacks) {
        msg.put("reference", reference);
        var suggestions = msg.putObject("richContent")
                .putArray("conversation")
                .addObject()
                .put("text", "What can I do?")
                .putArray("suggestions");
        for (int i = 0; i < labelsAndPostbacks.length; i += 2) {
            suggestions
                    .addObject()
                    .put("action", "REPLY")
                    .put("label", labelsAndPostbacks[i])
                    .put("postbackData", labelsAndPostbacks[i + 1]);
        }
    }

    @Test
    void aWrittenTextComesAsDocumented() throws Exception {
        JsonNode told = told("2021-05-27T13:47:52Z", (simulator, client) -> simulator
                .userWrites(Samples.JANE, "Hello")
                .join());
        assertThat(told).isEqualTo(Samples.payload("inbound/text.json"));
    }

    @Test
    void aTappedQuickReplyComesAsDocumented() throws Exception {
        JsonNode told = told("2021-05-27T13:48:10Z", (simulator, client) -> {
            send(
                    client,
                    msg -> replies(msg, "appointment17", "Keep it", "KEEP", "Edit appointment", "EDIT_APPOINTMENT"));
            return simulator.userTaps(Samples.JANE, "Edit appointment").join();
        });
        assertThat(told).isEqualTo(Samples.payload("inbound/quick-reply.json"));
    }

    @Test
    void aTapMayBeNamedByItsPostbackData() throws Exception {
        JsonNode told = told("2021-05-27T13:48:10Z", (simulator, client) -> {
            send(client, msg -> replies(msg, "appointment17", "Edit appointment", "EDIT_APPOINTMENT"));
            return simulator.userTaps(Samples.JANE, "EDIT_APPOINTMENT").join();
        });
        assertThat(told).isEqualTo(Samples.payload("inbound/quick-reply.json"));
    }

    @Test
    void aTapThatNobodyOfferedIsToldAsItIs() throws Exception {
        JsonNode told = told("2021-05-27T13:48:10Z", (simulator, client) -> {
            send(client, msg -> replies(msg, "other", "Edit appointment", "OTHER_DATA"));
            return simulator
                    .userTaps(Samples.JANE, "Edit appointment", "EDIT_APPOINTMENT")
                    .join();
        });
        ObjectNode expected = (ObjectNode) Samples.payload("inbound/quick-reply.json");
        assertThat(told).isEqualTo(expected.put("reference", ""));
    }

    @Test
    void aTapMeansTheNewestMessageThatOffersIt() throws Exception {
        JsonNode told = told("2021-05-27T13:48:10Z", (simulator, client) -> {
            send(client, msg -> replies(msg, "old", "Yes", "OLD"));
            send(client, msg -> replies(msg, "new", "Yes", "NEW"));
            return simulator.userTaps(Samples.JANE, "Yes").join();
        });
        assertThat(told.path("reference").asText()).isEqualTo("new");
        assertThat(told.at("/message/custom/suggestions/0/postbackData").asText())
                .isEqualTo("NEW");
    }

    @Test
    void aButtonOfACardCanBeTapped() throws Exception {
        JsonNode told = told("2021-05-27T13:48:10Z", (simulator, client) -> {
            send(client, msg -> msg.putObject("richContent")
                    .putArray("conversation")
                    .addObject()
                    .putObject("carousel")
                    .putArray("cards")
                    .addObject()
                    .put("header", "Blue shirt")
                    .putArray("suggestions")
                    .addObject()
                    .put("action", "Reply")
                    .put("label", "Buy")
                    .put("postbackdata", "BUY-1"));
            return simulator.userTaps(Samples.JANE, "Buy").join();
        });
        assertThat(told.at("/message/custom/suggestions/0/postbackData").asText())
                .isEqualTo("BUY-1");
    }

    @Test
    void mediaComeWithoutText() throws Exception {
        UserMedia media = new UserMedia("https://api.cm.com/resources/v1.0/files/17/content", "image/png", "");
        JsonNode told = told("2021-05-27T13:49:00Z", (simulator, client) -> simulator
                .userSends(new MessengerUser(Samples.PAGE, Samples.PSID), media)
                .join());
        ObjectNode expected = (ObjectNode) Samples.payload("inbound/media.json");
        expected.put("reference", "").put("time", "2021-05-27 15:49:00").put("messageContext", "");
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void aTextAnswersTheNewestMessageAndBringsItsGroupings() throws Exception {
        JsonNode told = told("2021-01-27T23:30:00Z", (simulator, client) -> {
            send(client, msg -> msg.put("reference", "old"));
            send(client, msg -> msg.put("reference", "new")
                    .put("customGrouping", "shop")
                    .put("customGrouping3", "autumn"));
            return simulator.userWrites(Samples.JANE, "Hello").join();
        });
        assertThat(told.path("reference").asText()).isEqualTo("new");
        assertThat(told.path("groupings")).extracting(JsonNode::asText).containsExactly("shop", "", "autumn");
        assertThat(told.path("time").asText()).as("CET in winter").isEqualTo("2021-01-28 00:30:00");
    }

    @Test
    void aTextMayAnswerAnOlderMessage() throws Exception {
        JsonNode told = told("2021-05-27T13:47:52Z", (simulator, client) -> {
            send(client, msg -> msg.put("reference", "old").put("customGrouping", "shop"));
            send(client, msg -> msg.put("reference", "new"));
            return simulator.userWrites(Samples.JANE, "Hello", "old").join();
        });
        assertThat(told.path("reference").asText()).isEqualTo("old");
        assertThat(told.at("/groupings/0").asText()).isEqualTo("shop");
    }

    @Test
    void aTextMayAnswerAMessageNobodyKnows() throws Exception {
        JsonNode told = told("2021-05-27T13:47:52Z", (simulator, client) -> simulator
                .userWrites(Samples.JANE, "Hello", "by-hand")
                .join());
        ObjectNode expected = (ObjectNode) Samples.payload("inbound/text.json");
        assertThat(told).isEqualTo(expected.put("reference", "by-hand"));
    }

    @Test
    void messagesThatWereRejectedOrWentToOthersAreNotAnswered() throws Exception {
        JsonNode told = told("2021-05-27T13:47:52Z", (simulator, client) -> {
            client.send(Samples.request(Samples.msg(msg -> msg.remove("body"))));
            send(client, msg -> msg.putArray("to").addObject().put("number", "42"));
            send(client, msg -> msg.put("from", "another page"));
            return simulator.userWrites(Samples.JANE, "Hello").join();
        });
        assertThat(told).isEqualTo(Samples.payload("inbound/text.json"));
    }

    @Test
    void aDeliveredReportComesAsDocumented() throws Exception {
        JsonNode told = told("2023-09-15T13:24:03Z", (simulator, client) -> {
            send(client, msg -> msg.put("reference", "0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b"));
            return simulator
                    .reportStatus("0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b", Status.of(StatusCode.DELIVERED))
                    .join();
        });
        assertThat(told).isEqualTo(Samples.payload("status/delivered.json"));
    }

    @Test
    void aFailedReportComesAsDocumentedForAMessageNobodyKnowsToo() throws Exception {
        JsonNode told = told("2023-09-15T13:24:05Z", (simulator, client) -> simulator
                .reportStatus(Samples.PSID, "order|4711", Status.failed("206", "Rejected"))
                .join());
        assertThat(told).isEqualTo(Samples.payload("status/failed.json"));
    }

    @Test
    void anOptInComesAsDocumented() throws Exception {
        Map<String, String> custom = Map.of("notificationToken", "t-1", "tokenExpiry", "2024-01-01T00:00:00");
        JsonNode told = told("2023-09-15T13:30:00Z", (simulator, client) -> simulator
                .reportEvent(Samples.JANE, "OptInSubscribed", "topic-1", custom)
                .join());
        assertThat(told).isEqualTo(Samples.payload("event/opt-in.json"));
    }

    @Test
    void aStatusOfAMessageNobodyKnowsNeedsAPsid() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            new SimulatorClient(simulator).send(Samples.request(Samples.msg(msg -> msg.remove("from"))));
            assertRefused(() -> simulator.reportStatus("ref1", Status.of(StatusCode.READ)), Reason.NOT_FOUND);
        }
    }

    @Test
    void aStatusOfAMessageToSeveralUsersNeedsAPsid() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            send(client, msg -> {});
            send(client, msg -> msg.putArray("to").addObject().put("number", "42"));
            assertRefused(() -> simulator.reportStatus("ref1", Status.of(StatusCode.READ)), Reason.INVALID);
        }
    }

    @Test
    void aSuggestionNobodyOfferedCannotBeTappedByName() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            client.send(Samples.send("buttons.json"));
            assertRefused(() -> simulator.userTaps(Samples.JANE, "Call us"), Reason.NOT_FOUND);
        }
    }

    @Test
    void withoutAWebhookUrlNothingIsToldAndNothingNoted() {
        try (CmSimulator simulator = CmSimulator.builder()
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/"))
                .start()) {
            simulator.webhookUrl(WebhookKind.MESSAGES, null);
            assertRefused(() -> simulator.userWrites(Samples.JANE, "Hello"), Reason.CONFLICT);
            assertRefused(() -> simulator.reportStatus("1", "r", Status.of(StatusCode.READ)), Reason.CONFLICT);
            assertRefused(() -> simulator.reportEvent(Samples.JANE, "x", "", Map.of()), Reason.CONFLICT);
            assertThat(simulator.journal().entries()).isEmpty();
        }
    }

    @Test
    void blankTextsAndIdsAreRefused() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            assertRefused(() -> simulator.userWrites(Samples.JANE, " "), Reason.INVALID);
            assertRefused(() -> simulator.userTaps(Samples.JANE, "", "X"), Reason.INVALID);
            assertRefused(() -> simulator.reportStatus("", Status.of(StatusCode.READ)), Reason.INVALID);
            assertRefused(() -> simulator.reportEvent(Samples.JANE, "", "", Map.of()), Reason.INVALID);
            assertRefused(() -> new UserMedia("", "", ""), Reason.INVALID);
            assertRefused(() -> new MessengerUser("", "1"), Reason.INVALID);
            assertRefused(() -> new MessengerUser("1", " "), Reason.INVALID);
        }
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SimulatorException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
