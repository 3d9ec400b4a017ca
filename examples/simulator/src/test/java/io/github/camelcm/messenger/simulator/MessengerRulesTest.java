package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.rules.Limits;
import io.github.camelcm.messenger.simulator.Problem.Severity;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessengerRulesTest {

    private static final String LABEL = "/richContent/conversation/0/suggestions/0/label";

    private static ObjectNode quickReply(String label) {
        return Samples.msg(msg -> item(msg)
                .put("text", "Which?")
                .putArray("suggestions")
                .addObject()
                .put("action", "Reply")
                .put("label", label)
                .put("postbackdata", "X"));
    }

    private static ObjectNode item(ObjectNode msg) {
        return msg.putObject("richContent").putArray("conversation").addObject();
    }

    @Test
    void rejectsByDefaultWhatMessengerWouldRefuseWithTheRulesSentence() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            Reply reply = new SimulatorClient(simulator).send(Samples.request(quickReply("x".repeat(24))));

            String sentence = "label is 24 characters long, at most 20 are allowed";
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/messages/0/status").asText()).isEqualTo("Rejected");
            assertThat(reply.json().at("/messages/0/messageErrorCode").asInt()).isEqualTo(305);
            assertThat(reply.json().at("/messages/0/messageDetails").asText()).isEqualTo(sentence);
            assertThat(simulator.journal().messages().get(0).problems())
                    .containsExactly(new Problem("label-length", Severity.ERROR, LABEL, sentence));
        }
    }

    @Test
    void acceptsAndJournalsWhatOnlyDeservesAWarning() {
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            ObjectNode tagged = Samples.msg(msg -> item(msg).put("text", "Hi").put("tag", "POST_PURCHASE_UPDATE"));
            assertThat(new SimulatorClient(simulator)
                            .send(Samples.request(tagged))
                            .status())
                    .isEqualTo(200);

            SentMessage message = simulator.journal().messages().get(0);
            assertThat(message.accepted()).isTrue();
            assertThat(message.problems()).extracting(Problem::rule).containsExactly("tag-withdrawn");
            assertThat(message.problems()).extracting(Problem::severity).containsExactly(Severity.WARNING);
        }
    }

    @Test
    void warnsOfAChannelThatNobodyKnows() {
        ObjectNode msg = Samples.msg(
                m -> m.putArray("allowedChannels").add("Facebook Messenger").add("Pigeon"));
        assertThat(new MessengerRules().check(msg))
                .extracting(Problem::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void tellsErrorsBeforeWarnings() {
        ObjectNode msg = quickReply("x".repeat(24)).put("reference", "with spaces");
        assertThat(new MessengerRules().check(msg))
                .extracting(Problem::rule)
                .containsExactly("label-length", "reference-format");
    }

    @Test
    void tellsWhereAMemberHasTheWrongType() {
        ObjectNode msg = Samples.msg(m -> item(m).put("text", "Hi").put("suggestions", "none"));
        assertThat(new MessengerRules().check(msg)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(MessengerRules.SHAPE);
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.message()).startsWith("/richContent/conversation/0/suggestions is a text");
        });
    }

    @Test
    void takesOtherLimits() {
        MessengerRules rules = new MessengerRules(Limits.overriding(Map.of("label-length", 30)));
        assertThat(rules.check(quickReply("x".repeat(24)))).isEmpty();
    }
}
