package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static Journal journal(int capacity, int entries) {
        Journal journal = new Journal(capacity);
        for (int i = 0; i < entries; i++) {
            add(journal, 0);
        }
        return journal;
    }

    private static void add(Journal journal, int characters) {
        ObjectNode body = Json.object().put("text", "x".repeat(characters));
        journal.add(sequence -> new WebhookCall(sequence, NOW, WebhookKind.MESSAGES, "1", "2", null, body));
    }

    private static void addDelivery(Journal journal) {
        journal.add(sequence -> new Delivery(
                sequence,
                NOW,
                1,
                WebhookKind.MESSAGES,
                "http://localhost/",
                Json.object(),
                1,
                500,
                null,
                Duration.ZERO,
                List.of()));
    }

    @Test
    void pagesBySequenceNumber() {
        Journal journal = journal(10, 5);

        JournalPage first = journal.page(0, 2);
        assertThat(first.entries()).extracting(JournalEntry::sequence).containsExactly(1L, 2L);
        assertThat(first.next()).isEqualTo(2);
        assertThat(first.more()).isTrue();

        JournalPage last = journal.page(first.next(), 3);
        assertThat(last.entries()).extracting(JournalEntry::sequence).containsExactly(3L, 4L, 5L);
        assertThat(last.more()).isFalse();

        JournalPage empty = journal.page(last.next(), 3);
        assertThat(empty.entries()).isEmpty();
        assertThat(empty.next()).isEqualTo(5);
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> journal(10, 1).page(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAsManyEntriesAsItHoldsAndCountsTheOldestItDrops() {
        assertThat(journal(5, 5).dropped()).isZero();

        Journal full = journal(5, 6);
        assertThat(full.entries()).extracting(JournalEntry::sequence).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(full.dropped()).isEqualTo(1);
        assertThat(full.page(0, 10).dropped()).isEqualTo(1);
    }

    @Test
    void boundsTheBytesOfItsBodiesButKeepsTheNewestEntry() {
        Journal journal = new Journal(10, 10_000, entry -> {});
        add(journal, 3_000);
        assertThat(journal.entries()).hasSize(1);
        add(journal, 3_000);
        assertThat(journal.entries()).extracting(JournalEntry::sequence).containsExactly(2L);
        add(journal, 30_000);
        assertThat(journal.entries()).extracting(JournalEntry::sequence).containsExactly(3L);
        assertThat(journal.dropped()).isEqualTo(2);
    }

    @Test
    void deliveriesHaveABoundOfTheirOwn() {
        Journal journal = journal(5, 5);
        for (int i = 0; i < 7; i++) {
            addDelivery(journal);
        }
        assertThat(journal.dropped()).isZero();
        assertThat(journal.droppedDeliveries()).isEqualTo(2);
        assertThat(journal.page(0, 100))
                .returns(2L, JournalPage::droppedDeliveries)
                .extracting(page ->
                        page.entries().stream().map(JournalEntry::sequence).toList())
                .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 8L, 9L, 10L, 11L, 12L));
        journal.clear();
        assertThat(journal.droppedDeliveries()).isZero();
    }

    @Test
    void neverUsesASequenceNumberAgain() {
        Journal journal = journal(5, 6);
        journal.clear();
        assertThat(journal.entries()).isEmpty();
        assertThat(journal.dropped()).isZero();
        add(journal, 0);
        assertThat(journal.page(6, 10).entries())
                .extracting(JournalEntry::sequence)
                .containsExactly(7L);
    }

    @Test
    void losesNothingWhenManyThreadsAdd() {
        Journal journal = new Journal(100_000);
        LongStream.range(0, 20_000).parallel().forEach(i -> add(journal, 1));
        assertThat(journal.entries())
                .extracting(JournalEntry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 20_000).boxed().toList());
    }

    @Test
    void awaitsAnEntryThatComesLater() throws Exception {
        Journal journal = journal(10, 3);
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> add(journal, 0));

        assertThat(journal.await(WebhookCall.class, 3, call -> true, Duration.ofSeconds(10)))
                .hasValueSatisfying(call -> assertThat(call.sequence()).isEqualTo(4));
        later.join();
    }

    @Test
    void awaitsTheOldestWantedEntryAndNoLongerThanTold() throws Exception {
        Journal journal = journal(10, 3);

        assertThat(journal.await(WebhookCall.class, 1, call -> true, Duration.ZERO))
                .hasValueSatisfying(call -> assertThat(call.sequence()).isEqualTo(2));
        assertThat(journal.await(WebhookCall.class, 0, call -> false, Duration.ofMillis(20)))
                .isEmpty();
        assertThat(journal.await(SentMessage.class, 0, message -> true, Duration.ofMillis(20)))
                .isEmpty();
    }

    @Test
    void notesRequests() {
        try (CmSimulator simulator =
                CmSimulator.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start()) {
            String body = Samples.request(Samples.msg());
            String answer =
                    new SimulatorClient(simulator).send(body, "X-Test", "a").body();

            GatewayRequest request = simulator.journal().requests().get(0);
            assertThat(request)
                    .isEqualTo(new GatewayRequest(1, NOW, "POST", request.headers(), body, 200, answer, List.of()));
            assertThat(request.headers()).containsEntry("x-test", "a");
        }
    }

    @Test
    void notesEveryMessageAcceptedOrRejected() {
        try (CmSimulator simulator =
                CmSimulator.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start()) {
            ObjectNode wrong = Samples.msg(msg -> msg.remove("from"));
            new SimulatorClient(simulator).send(Samples.request(Samples.msg(), wrong));

            String page = Samples.PAGE;
            String psid = Samples.PSID;
            String why = "/from is missing; it must be the id of the Facebook page, as a string";
            assertThat(simulator.journal().messages())
                    .containsExactly(
                            new SentMessage(2, NOW, 1, page, psid, "ref1", true, 0, null, List.of(), Samples.msg()),
                            new SentMessage(3, NOW, 1, "", psid, "ref1", false, 301, why, List.of(), wrong));
        }
    }

    @Test
    void notesRefusedRequestsToo() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            new SimulatorClient(simulator).send("{");
            assertThat(simulator.journal().requests())
                    .extracting(GatewayRequest::status)
                    .containsExactly(400);
            assertThat(simulator.journal().messages()).isEmpty();
        }
    }

    @Test
    void masksTokensInHeadersAndBodies() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            String body = "{\"messages\": {\"Authentication\": {\"productToken\" : \"s3cret\"}, \"msg\": []}}";
            new SimulatorClient(simulator)
                    .send(body, "x-cm-producttoken", "s3cret", "Authorization", "Bearer s3cret", "Cookie", "a=s3cret");

            GatewayRequest request = simulator.journal().requests().get(0);
            assertThat(request.toString()).doesNotContain("s3cret");
            assertThat(request.headers()).containsEntry("X-CM-PRODUCTTOKEN", "***");
            assertThat(request.body()).isEqualTo(body.replace("s3cret", "***"));
        }
    }

    @Test
    void masksATokenInAVeryLongBody() {
        assertThat(Secrets.maskedBody("\"producttoken\":\"" + "x".repeat(5_000_000) + "\""))
                .isEqualTo("\"producttoken\":\"***\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"producttoken\": \"a\\\"s3cret\", \"b\": 1}  | {\"producttoken\": \"***\", \"b\": 1}",
                "{\"ProductToken\":5551234,\"b\":1}         | {\"ProductToken\":\"***\",\"b\":1}",
                "{\"product\\u0054oken\":\"s3cret\"}       | {\"product\\u0054oken\":\"***\"}",
                "\"producttoken\": \"s3cret               | \"producttoken\": \"***",
                "{\"product\\u0054oken\":\"s3cret\", \"b\":  | {\"product\\u0054oken\":\"***\", \"b\":",
                "{\"producttoken\": {\"a\": [\"s3cret\"]}, \"b\":1} | {\"producttoken\": \"***\", \"b\":1}",
                "{\"producttoken\":-5.5e9 }                | {\"producttoken\":\"***\" }",
                "{\"a\": \"producttoken\", \"b\": \"c\"}    | {\"a\": \"producttoken\", \"b\": \"c\"}",
                "\"producttoken\":                       | \"producttoken\":\"***\""
            })
    void masksATokenHoweverItIsWritten(String body, String masked) {
        assertThat(Secrets.maskedBody(body)).isEqualTo(masked);
        assertThat(Secrets.maskedBody(masked)).isEqualTo(masked);
    }

    @Test
    void masksATokenInsideAMessageToo() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            new SimulatorClient(simulator).send(Samples.request(Samples.msg(msg -> msg.put("productToken", "s3cret"))));
            assertThat(simulator.journal().entries().toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void keepsTheTextOfARequestAsItCame() {
        String body = "{ \"messages\":{\"msg\":[{\"from\":\"1\", \"n\":12345678901234567890.10, \"n\" : 1e400,"
                + " \"s\":\"\\u00e9\\/\"}]},\"product\\u0054oken\" : \"s3cret\" ,"
                + " \"pad\":\"" + "\u00e9".repeat(9000)
                + "\", \"productTOKEN\":17}";
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            client.send(body);
            String masked = body.replace("\"s3cret\"", "\"***\"").replace(":17}", ":\"***\"}");
            assertThat(simulator.journal().requests().get(0).body()).isEqualTo(masked);
            assertThat(client.get("/state").json().at("/journal/entries/0/body").asText())
                    .isEqualTo(masked);
            simulator.importState(simulator.exportState());
            assertThat(simulator.journal().requests().get(0).body()).isEqualTo(masked);
        }
    }

    @Test
    void keepsTheNumbersOfAMessage() {
        try (CmSimulator simulator =
                CmSimulator.builder().messageCheck(MessageCheck.none()).start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            String numbers = "{\"a\":12345678901234567890.10,\"b\":1E+400,\"c\":123456789012345678901234567890}";
            client.send(
                    Samples.request(Samples.msg()).replace("\"reference\":", "\"n\":" + numbers + ",\"reference\":"));
            String state = client.get("/state").body();
            assertThat(state).contains("\"n\":" + numbers);
            assertThat(client.call("PUT", "/state", state).status()).isEqualTo(204);
            assertThat(client.get("/state").body()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999", "-0.0e-99999999999"})
    void aNumberBeyondAllBoundsHarmsNothing(String number) {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            client.send(
                    Samples.request(Samples.msg()).replace("\"reference\":", "\"n\":" + number + ",\"reference\":"));
            assertThat(simulator.journal().requests().get(0).status()).isIn(200, 400);
            String state = client.get("/state").body();
            assertThat(client.call("PUT", "/state", state).status()).isEqualTo(204);
            assertThat(client.get("/journal").status()).isEqualTo(200);
            String other = "{\"format\": " + number + "}";
            assertThat(client.call("PUT", "/state", other).status()).isEqualTo(400);
            assertThat(client.call("PUT", "/clock", other).status()).isEqualTo(400);
            assertThat(client.post("/explain", other).status()).isIn(200, 400);
        }
    }
}
