package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which message and which suggestion a tap is on, and what cannot be tapped any more. */
class TapsTest extends NoonCase {

    private static final String TAPS = "/conversations/" + Samples.PAGE + "/" + Samples.PSID + "/taps";
    private static final String FIRST = "/richContent/conversation/0/suggestions/0";

    /** The page asks, with quick replies or, below a header, with buttons. */
    private SentMessage asks(String reference, String textOrHeader, String... labelsAndPostbacks) {
        ObjectNode msg = Samples.msg(one -> one.put("reference", reference));
        ObjectNode item = msg.putObject("richContent")
                .putArray("conversation")
                .addObject()
                .put(textOrHeader, "Which?");
        suggest(item.putArray("suggestions"), labelsAndPostbacks);
        return send(msg);
    }

    private static void suggest(ArrayNode suggestions, String... labelsAndPostbacks) {
        for (int i = 0; i < labelsAndPostbacks.length; i += 2) {
            suggestions
                    .addObject()
                    .put("action", "Reply")
                    .put("label", labelsAndPostbacks[i])
                    .put("postbackdata", labelsAndPostbacks[i + 1]);
        }
    }

    private SentMessage send(ObjectNode msg) {
        assertThat(client.send(Samples.request(msg)).status()).isEqualTo(200);
        var messages = simulator.journal().messages();
        return messages.get(messages.size() - 1);
    }

    private SimulatorClient.Reply tap(String json) {
        return client.post(TAPS, json);
    }

    private void assertTold(String reference, String postbackData) {
        JsonNode told = simulator.journal().calls().get(0).body();
        assertThat(simulator.journal().calls()).hasSize(1);
        assertThat(told.path("reference").asText()).isEqualTo(reference);
        assertThat(told.at("/message/custom/suggestions/0/postbackData").asText())
                .isEqualTo(postbackData);
    }

    @ParameterizedTest
    @CsvSource({"Write", "W1", FIRST})
    void anOlderMessageCanBeNamed(String suggestion) {
        long nurse = asks("nurse", "header", "Write", "W1").sequence();
        asks("doctor", "header", "Write", "W2");
        assertThat(tap("{\"message\": " + nurse + ", \"suggestion\": \"" + suggestion + "\"}")
                        .status())
                .isEqualTo(200);
        assertTold("nurse", "W1");
    }

    @Test
    void aPointerTellsSuggestionsOfOneLabelApart() {
        ObjectNode msg = Samples.msg();
        ArrayNode cards = msg.putObject("richContent")
                .putArray("conversation")
                .addObject()
                .putObject("carousel")
                .putArray("cards");
        suggest(cards.addObject().put("header", "Red").put("text", "1").putArray("suggestions"), "Take", "RED");
        suggest(cards.addObject().put("header", "Blue").put("text", "2").putArray("suggestions"), "Take", "BLUE");
        long message = send(msg).sequence();
        assertRefused(() -> simulator.userTaps(Samples.JANE, message, "Take"), Reason.INVALID, "JSON Pointer");
        simulator
                .userTaps(Samples.JANE, message, "/richContent/conversation/0/carousel/cards/1/suggestions/0")
                .join();
        assertTold("ref1", "BLUE");
    }

    @Test
    void theNewestThatShowsItIsMeantWhereNoneIsNamed() {
        asks("nurse", "header", "Write", "W1");
        asks("doctor", "text", "Write", "W2");
        asks("later", "text", "Never mind", "NO");
        assertThat(tap("{\"suggestion\": \"Write\"}").status()).isEqualTo(200);
        assertTold("nurse", "W1");
    }

    @Test
    void aMessageWithoutSuchASuggestionIsRefused() {
        SentMessage nurse = asks("nurse", "header", "Write", "W1");
        asks("doctor", "header", "Call", "C");
        assertRefused(
                () -> simulator.userTaps(Samples.JANE, nurse.sequence(), "Call"), Reason.NOT_FOUND, "shows no quick");
        assertRefused(
                () -> simulator.userTaps(Samples.JANE, nurse.request(), "Write"), Reason.NOT_FOUND, "got no message");
        MessengerUser other = new MessengerUser(Samples.PAGE, "42");
        assertRefused(() -> simulator.userTaps(other, nurse.sequence(), "Write"), Reason.NOT_FOUND, "got no message");
        assertThat(simulator.journal().calls()).isEmpty();
    }

    @Test
    void aQuickReplyThatWasTappedIsGone() {
        long message = asks("q", "text", "Red", "RED", "Blue", "BLUE").sequence();
        String blue = "{\"message\": " + message + ", \"suggestion\": \"BLUE\"}";
        assertThat(tap("{\"message\": " + message + ", \"suggestion\": \"RED\"}")
                        .status())
                .isEqualTo(200);
        SimulatorClient.Reply refused = tap(blue);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("error").asText()).startsWith("That quick reply is not shown any more");
        assertTold("q", "RED");
    }

    @Test
    void aQuickReplyAboveANewerMessageIsGone() {
        SentMessage question = asks("q", "text", "Red", "RED");
        asks("later", "header", "Write", "W");
        assertRefused(() -> simulator.userTaps(Samples.JANE, question.sequence(), "Red"), Reason.CONFLICT, "any more");
        assertRefused(() -> simulator.userTaps(Samples.JANE, "Red"), Reason.CONFLICT, "any more");
        assertThat(simulator.userTaps(Samples.JANE, "Red", "RED").join().succeeded())
                .isTrue();
        assertTold("q", "RED");
    }

    @Test
    void aQuickReplyStaysBelowStatusReportsAndMessagesToOthers() {
        long message = asks("q", "text", "Red", "RED").sequence();
        simulator.reportStatus("q", Status.of(StatusCode.READ)).join();
        client.send(Samples.request(
                Samples.msg(msg -> msg.putArray("to").addObject().put("number", "42"))));
        assertThat(simulator.userTaps(Samples.JANE, message, "Red").join().succeeded())
                .isTrue();
    }

    @Test
    void aMessageIsNamedTogetherWithASuggestion() {
        assertThat(tap("{\"message\": 2, \"label\": \"a\", \"postbackData\": \"b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(tap("{\"message\": 0, \"suggestion\": \"a\"}").status()).isEqualTo(400);
    }

    private void assertRefused(ThrowingCallable call, Reason reason, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SimulatorException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }
}
