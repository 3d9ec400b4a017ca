package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.rules.BadMessages.Bad;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the {@link BadMessages} breaks its rule and no other, and no rule is left out. */
class EveryRuleTest {

    /** The rules whose severity depends on the message. */
    private static final Set<String> TWO_SEVERITIES =
            Set.of("channel-known", "postbackdata-required", "media-template-type", "generic-bare-header");

    /** The rules of a message as a whole, whatever its channels. */
    private static final Set<String> ENVELOPE = Set.of(
            "from-required",
            "page-id-format",
            "to-required",
            "psid-format",
            "content-required",
            "body-length",
            "text-encoding",
            "reference-format",
            "grouping-length",
            "validity-format",
            "unknown-field");

    static Stream<Bad> messages() {
        return BadMessages.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void theMessageBreaksThisRuleAndNoOther(Bad bad) throws Exception {
        assertThat(Messages.facts(OutboundReader.message(bad.msg()))).containsExactly(bad.toString());
    }

    static Stream<Bad> messagesForAnyChannel() {
        return messages().filter(bad -> !bad.msg().has("allowedChannels"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messagesForAnyChannel")
    void theRuleHoldsWhereMessengerIsOneOfTheChannels(Bad bad) throws Exception {
        bad.msg().putArray("allowedChannels").add("SMS").add("Facebook Messenger");

        assertThat(Messages.facts(OutboundReader.message(bad.msg()))).containsExactly(bad.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messagesForAnyChannel")
    void whereMessengerIsNoneOfTheChannelsOnlyTheRulesOfTheEnvelopeHold(Bad bad) throws Exception {
        bad.msg().putArray("allowedChannels").add("SMS");

        String lacking = "WARNING channel-messenger at /allowedChannels";
        assertThat(Messages.facts(OutboundReader.message(bad.msg())))
                .containsExactlyInAnyOrderElementsOf(
                        ENVELOPE.contains(bad.rule()) ? List.of(bad.toString(), lacking) : List.of(lacking));
    }

    @Test
    void everyRuleIsInTheTables() {
        assertThat(messages().map(Bad::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void everySeverityOfEveryRuleIsInTheTables() {
        Map<String, Set<String>> severities = new HashMap<>();
        messages().forEach(bad -> severities
                .computeIfAbsent(bad.rule(), rule -> new TreeSet<>())
                .add(bad.severity().name()));

        assertThat(severities)
                .allSatisfy((rule, found) -> assertThat(found).hasSize(TWO_SEVERITIES.contains(rule) ? 2 : 1));
    }
}
