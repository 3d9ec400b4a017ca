package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of the control API that the page needs: reading backwards, rejected messages, one webhook call. */
class PageApiTest {

    private static final String CONVERSATION = "/conversations/" + Samples.PAGE + "/" + Samples.PSID;

    private final CmSimulator simulator = CmSimulator.builder().start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private void sendFive() {
        for (int i = 1; i <= 5; i++) {
            String reference = "ref" + i;
            client.send(Samples.request(Samples.msg(msg -> msg.put("reference", reference))));
        }
    }

    private JsonNode read(String pathAndQuery) {
        return client.get(pathAndQuery).json();
    }

    @Test
    void aConversationIsReadBackwards() {
        sendFive();
        JsonNode newest = read(CONVERSATION + "?before=" + Long.MAX_VALUE + "&limit=2");
        assertThat(newest.path("entries").findValuesAsText("reference")).containsSubsequence("ref4", "ref5");
        assertThat(newest.path("more").asBoolean()).isTrue();
        long first = newest.at("/entries/0/sequence").asLong();
        JsonNode older = read(CONVERSATION + "?before=" + first + "&limit=3");
        assertThat(older.path("entries")).hasSize(3);
        assertThat(older.at("/entries/2/reference").asText()).isEqualTo("ref3");
        assertThat(older.path("more").asBoolean()).isFalse();
        assertThat(read(CONVERSATION + "?after=" + newest.path("next").asLong()).path("entries"))
                .isEmpty();
    }

    @Test
    void statusReportsCanBeLeftOutOfAConversation() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.STATUSES, webhook.url("/"));
            simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/"));
            sendFive();
            simulator.reportStatus("ref5", Status.of(StatusCode.READ)).join();
            simulator.userWrites(Samples.JANE, "Hello").join();
        }
        assertThat(read(CONVERSATION).path("entries")).hasSize(7);
        JsonNode page = read(CONVERSATION + "?statuses=false&before=" + Long.MAX_VALUE + "&limit=2");
        assertThat(page.at("/entries/0/reference").asText()).isEqualTo("ref5");
        assertThat(page.at("/entries/1/body/message/text").asText()).isEqualTo("Hello");
        assertThat(client.get(CONVERSATION + "?statuses=no").error()).isEqualTo("\"statuses\" must be true or false.");
    }

    @Test
    void theJournalIsReadBackwards() {
        sendFive();
        JsonNode page = read("/journal?before=4&limit=2");
        assertThat(page.at("/entries/0/sequence").asLong()).isEqualTo(2);
        assertThat(page.at("/entries/1/sequence").asLong()).isEqualTo(3);
        assertThat(page.path("more").asBoolean()).isTrue();
    }

    @Test
    void bothDirectionsAtOnceAreRefused() {
        assertThat(client.get("/journal?before=4&after=1").status()).isEqualTo(400);
        assertThat(client.get("/journal?before=0").status()).isEqualTo(400);
    }

    @Test
    void rejectedMessagesAreReadOnDemand() {
        client.send(
                Samples.request(Samples.msg(msg -> Samples.object(msg, "body").put("content", "x".repeat(2001)))));
        assertThat(read(CONVERSATION).path("entries")).isEmpty();
        assertThat(read("/conversations").path("conversations")).isEmpty();
        assertThat(read(CONVERSATION + "?rejected=true")
                        .at("/entries/0/accepted")
                        .asBoolean(true))
                .isFalse();
        assertThat(read("/conversations?rejected=true").path("conversations")).hasSize(1);
        assertThat(client.get("/conversations?rejected=maybe").status()).isEqualTo(400);
    }

    @Test
    void aRefusedMessageWithoutPageOrRecipientBelongsToNoConversation() {
        client.send(Samples.request(Samples.msg(msg -> msg.remove("from"))));
        client.send(Samples.request(Samples.msg(msg -> msg.put("from", 1234567890))));
        client.send(Samples.request(Samples.msg(msg -> msg.remove("to"))));
        client.send(Samples.request(Samples.msg(msg -> msg.putArray("to").addObject())));

        assertThat(client.get("/conversations?rejected=true").status()).isEqualTo(200);
        assertThat(read("/journal").path("entries").findValues("accepted")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aCallIsReadWithItsDeliveries() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/"));
            long call = simulator.userWrites(Samples.JANE, "Hello").join().call();
            simulator.deliveries().repeat(call, 2).join();
            JsonNode json = read("/calls/" + call);
            assertThat(json.at("/call/sequence").asLong()).isEqualTo(call);
            assertThat(json.path("held").asBoolean(true)).isFalse();
            assertThat(json.path("deliveries")).hasSize(3);
        }
        assertThat(client.get("/calls/999").status()).isEqualTo(404);
    }

    @Test
    void aHeldCallSaysSo() {
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:1/");
        simulator.deliveries().hold(true);
        simulator.userWrites(Samples.JANE, "Hello");
        long call = simulator.deliveries().held().get(0).sequence();
        assertThat(read("/calls/" + call).path("held").asBoolean()).isTrue();
    }
}
