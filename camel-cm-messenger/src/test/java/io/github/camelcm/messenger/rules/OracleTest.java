package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.oracle.Finding;
import io.github.camelcm.messenger.rules.oracle.MessageGenerator;
import io.github.camelcm.messenger.rules.oracle.RulesOracle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the validator with rules that were coded a second time, independently and naively, from the same tables. */
class OracleTest {

    private static final int MESSAGES = Integer.getInteger("oracle.messages", 120_000);

    private final Validator validator = new Validator(Limits.DEFAULTS);
    private final Renderer renderer = new Renderer(Limits.DEFAULTS);
    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void validatorAndOracleAgreeOnEveryGeneratedMessage() throws Exception {
        long seed = Long.getLong("oracle.seed", System.nanoTime());
        System.out.println("OracleTest: " + MESSAGES + " messages, -Doracle.seed=" + seed);
        MessageGenerator generator = new MessageGenerator(seed);
        for (int i = 0; i < MESSAGES; i++) {
            compare(generator.next(), "message " + i + " of seed " + seed);
        }
        assertThat(seen.keySet())
                .as("rules that occurred")
                .contains(java.util.Arrays.stream(Rule.values()).map(Rule::id).toArray(String[]::new));
        assertThat(seen.get("clean")).as("messages that break no rule").isGreaterThan(MESSAGES / 5);
    }

    private void compare(ObjectNode msg, String which) throws Exception {
        OutboundMessage message = OutboundReader.message(msg);
        List<Violation> violations = validator.violations(message, 0);
        Set<Finding> found = new HashSet<>();
        for (Violation violation : violations) {
            Finding finding = new Finding(violation.rule(), violation.severity().name(), violation.pointer());
            assertThat(found.add(finding))
                    .as("%s: %s only once", which, finding)
                    .isTrue();
            seen.merge(violation.rule(), 1, Integer::sum);
        }
        Set<Finding> expected = RulesOracle.check(msg);
        if (!found.equals(expected)) {
            fail("%s%nonly the validator: %s%nonly the oracle: %s%n%s"
                    .formatted(which, minus(found, expected), minus(expected, found), msg.toPrettyString()));
        }
        if (violations.isEmpty()) {
            seen.merge("clean", 1, Integer::sum);
        }
        assertThat(rows(message)).as(which).isEqualTo(RulesOracle.rows(msg));
    }

    private List<Integer> rows(OutboundMessage message) {
        return renderer.render(message).stream()
                .filter(rendering -> rendering.item() >= 0)
                .map(rendering -> rendering.row() == null ? 0 : rendering.row().number())
                .toList();
    }

    private static Set<String> minus(Set<Finding> left, Set<Finding> right) {
        Set<String> rest = new TreeSet<>();
        left.stream().filter(finding -> !right.contains(finding)).forEach(finding -> rest.add(finding.toString()));
        return rest;
    }
}
