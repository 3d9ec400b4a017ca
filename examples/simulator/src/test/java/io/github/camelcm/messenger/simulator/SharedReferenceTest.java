package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that an application cannot tell apart, having the same reference or none, have a status of their own. */
class SharedReferenceTest extends NoonCase {

    private static final String CONVERSATION = "/conversations/" + Samples.PAGE + "/" + Samples.PSID;

    private static Consumer<ObjectNode> reference(String reference) {
        return msg -> {
            msg.remove("reference");
            if (!reference.isEmpty()) {
                msg.put("reference", reference);
            }
        };
    }

    /** The sequence numbers of so many messages to Jane. */
    private List<Long> send(int messages, String reference) {
        IntStream.range(0, messages).forEach(i -> client.send(Samples.request(Samples.msg(reference(reference)))));
        return simulator.journal().messages().stream()
                .map(SentMessage::sequence)
                .toList();
    }

    private List<String> statuses() {
        return client.get(CONVERSATION + "/statuses").json().path("statuses").findValuesAsText("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "same"})
    void aReportByNumberIsAboutThatMessageAlone(String reference) {
        long first = send(2, reference).get(0);
        String report = "{\"message\": " + first + ", \"code\": \"READ\"}";
        assertThat(client.post("/statuses", report).status()).isEqualTo(200);
        assertThat(statuses()).containsExactly("READ", "ACCEPTED");
        JsonNode told = simulator.journal().calls().get(0).body();
        assertThat(told.at("/messages/msg/reference").asText()).isEqualTo(reference);
        assertThat(told.findValue("message")).as("is not told").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "same"})
    void eachClimbsTheLadderForItself(String reference) {
        simulator.statusLadder(StatusLadder.ON);
        send(1, reference);
        advance(Duration.ofSeconds(1));
        long second = send(1, reference).get(1);
        assertThat(statuses()).containsExactly("DELIVERED", "ACCEPTED");
        simulator.reportStatus(second, Status.failed("1", "no")).join();
        advance(Duration.ofSeconds(5));
        assertThat(statuses()).containsExactly("READ", "FAILED");
    }

    @Test
    void aReportByReferenceIsAboutTheNewest() {
        send(2, "same");
        simulator.reportStatus("same", Status.of(StatusCode.READ)).join();
        assertThat(statuses()).containsExactly("ACCEPTED", "READ");
        simulator
                .reportStatus(Samples.PSID, "same", Status.of(StatusCode.FAILED))
                .join();
        assertThat(statuses()).containsExactly("ACCEPTED", "FAILED");
    }

    @Test
    void aReportOnAMessageNobodyKnowsIsAboutNoneThatComesLater() {
        simulator
                .reportStatus(Samples.PSID, "same", Status.of(StatusCode.FAILED))
                .join();
        send(1, "same");
        assertThat(simulator.journal().calls().get(0).message()).isNull();
        assertThat(statuses()).containsExactly("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "same"})
    void anAnswerBelongsToOneOfThem(String reference) {
        List<Long> messages = send(2, reference);
        simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(simulator.inspect(messages.get(0)).calls()).isEmpty();
        assertThat(simulator.inspect(messages.get(1)).calls()).hasSize(1);
    }

    @Test
    void aNumberThatIsNoAcceptedMessageIsRefused() {
        client.send(Samples.request(Samples.msg(msg -> msg.remove("from"))));
        assertThatThrownBy(() -> simulator.reportStatus(2, Status.of(StatusCode.READ)))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("The journal has no accepted message of that number.");
        String both = "{\"message\": 2, \"reference\": \"ref1\", \"code\": 4}";
        assertThat(client.post("/statuses", both).status()).isEqualTo(400);
    }
}
