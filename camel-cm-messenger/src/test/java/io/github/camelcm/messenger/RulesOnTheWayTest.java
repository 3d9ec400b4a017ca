package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.BadMessages;
import io.github.camelcm.messenger.rules.BadMessages.Bad;
import io.github.camelcm.messenger.rules.EveryRuleInJavaTest;
import io.github.camelcm.messenger.rules.Explanation;
import io.github.camelcm.messenger.rules.MatrixRow;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In a route: a broken rule of severity error stops the message before any byte leaves, a warning is reported. */
class RulesOnTheWayTest {

    /** Fills in nothing but a reference. */
    private static final String ENDPOINT = "cm-messenger:any?allowedChannels=";

    private static Harness harness;

    @BeforeAll
    static void open() {
        harness = Harness.accepting();
    }

    @AfterAll
    static void close() throws Exception {
        harness.close();
    }

    static Stream<Bad> asJson() {
        return BadMessages.all();
    }

    static Stream<Arguments> inJava() {
        return EveryRuleInJavaTest.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asJson")
    void aBadMessageAsJson(Bad bad) {
        check(bad.msg(), bad.rule(), bad.severity(), bad.pointer());
    }

    @ParameterizedTest(name = "{0} {1} at {2}")
    @MethodSource("inJava")
    void aBadMessageMadeInJava(String rule, Severity severity, String pointer, OutboundMessage message) {
        check(message, rule, severity, pointer);
    }

    private static void check(Object body, String rule, Severity severity, String pointer) {
        int before = harness.gateway.requests().size();

        Exchange exchange = request(body, "");

        List<Violation> violations;
        if (severity == Severity.ERROR) {
            assertThat(exchange.getException()).isExactlyInstanceOf(InvalidMessageException.class);
            InvalidMessageException e = (InvalidMessageException) exchange.getException();
            violations = e.violations();
            assertThat(e).hasMessageContaining("error " + rule + " at " + pointer + ": ");
            assertThat(harness.gateway.requests()).hasSize(before);
        } else {
            assertThat(exchange.getException()).isNull();
            violations = exchange.getMessage().getBody(SendResult.class).violations();
            assertThat(harness.gateway.requests()).hasSize(before + 1);
        }
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.severity()).isEqualTo(severity);
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).hasSizeGreaterThan(20);
        });
    }

    @ParameterizedTest
    @EnumSource(MatrixRow.class)
    void explainSaysWhatTheMatrixSays(MatrixRow row) throws Exception {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        int bits = row.number() - 1; // the table counts text, media, suggestions, header in binary
        if ((bits & 8) != 0) {
            item.put("text", "t");
        }
        if ((bits & 4) != 0) {
            item.putObject("media").put("mediaUri", "https://example.com/a.png").put("mediaName", "a.png");
        }
        if ((bits & 2) != 0) {
            item.putArray("suggestions")
                    .addObject()
                    .put("action", "Reply")
                    .put("label", "a")
                    .put("postbackdata", "A");
        }
        if ((bits & 1) != 0) {
            item.put("header", "h");
        }
        ObjectNode content = item.objectNode();
        content.putArray("conversation").add(item);

        Explanation explanation =
                request(content, "&operation=explain&to=1").getMessage().getBody(Explanation.class);

        assertThat(explanation.renderings()).singleElement().satisfies(rendering -> {
            assertThat(rendering.row()).isEqualTo(row);
            assertThat(rendering.bubbles().stream()
                            .map(bubble -> bubble.getClass().getSimpleName()))
                    .containsExactlyElementsOf(bubbles(row));
        });
        boolean supported = !bubbles(row).isEmpty();
        assertThat(explanation.violations().stream()
                        .anyMatch(violation -> violation.rule().equals("not-supported")))
                .isNotEqualTo(supported);
    }

    /** The table, with a Reply for a suggestion. */
    private static List<String> bubbles(MatrixRow row) {
        return switch (row.number()) {
            case 1, 3, 15 -> List.of();
            case 4 -> List.of("ButtonTemplate");
            case 5 -> List.of("MediaMessage");
            case 7 -> List.of("MediaTemplate");
            case 9, 11 -> List.of("Text");
            case 13 -> List.of("Text", "MediaMessage");
            default -> List.of("GenericTemplate");
        };
    }

    private static Exchange request(Object body, String options) {
        return harness.context.createProducerTemplate().request(ENDPOINT + options, in -> in.getIn()
                .setBody(body));
    }
}
