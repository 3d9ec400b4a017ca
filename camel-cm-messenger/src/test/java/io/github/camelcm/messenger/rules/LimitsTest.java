package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.rules.Messages.ITEM;
import static io.github.camelcm.messenger.rules.Messages.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits as users give them. What each limit decides is told by {@link RuleLimitsTest}. */
class LimitsTest {

    @Test
    void theDefaultsAreThoseOfCmsPage() {
        Map<String, Integer> defaults =
                Arrays.stream(Limit.values()).collect(Collectors.toMap(Limit::key, limit -> Limits.DEFAULTS.of(limit)));

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("body-length", 2000),
                        Map.entry("text-length", 2000),
                        Map.entry("grouping-length", 100),
                        Map.entry("reference-length", 32),
                        Map.entry("psid-length", 32),
                        Map.entry("label-length", 20),
                        Map.entry("postbackdata-length", 1000),
                        Map.entry("phone-digits-min", 7),
                        Map.entry("phone-digits-max", 15),
                        Map.entry("quick-reply-count", 13),
                        Map.entry("button-count", 3),
                        Map.entry("media-button-count", 1),
                        Map.entry("button-header-length", 640),
                        Map.entry("generic-header-length", 80),
                        Map.entry("generic-text-length", 80),
                        Map.entry("card-count", 10),
                        Map.entry("product-count", 10)));
    }

    @Test
    void everyLimitSaysWhoSetIt() {
        assertThat(Limit.values())
                .allSatisfy(limit -> assertThat(limit.source()).isNotBlank());
    }

    @Test
    void whatIsNotOverriddenKeepsItsDefault() {
        Limits limits = Limits.overriding(Map.of("label-length", 25));

        assertThat(limits.of(Limit.LABEL_LENGTH)).isEqualTo(25);
        assertThat(limits.of(Limit.TEXT_LENGTH)).isEqualTo(2000);
        assertThat(Limits.DEFAULTS.of(Limit.LABEL_LENGTH)).isEqualTo(20);
    }

    static Stream<Object> numbers() {
        return Stream.of(25, 25L, "25", " 25 ");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAndTextsOfDigitsAreTaken(Object value) {
        assertThat(Limits.overriding(Map.of("label-length", value)).of(Limit.LABEL_LENGTH))
                .isEqualTo(25);
    }

    static Stream<Arguments> noNumbers() {
        return Stream.of("-1", -1, "many", "", "2.5", 2.5, "99999999999", true, List.of(25))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void aValueThatIsNoWholeNumberOfZeroOrMoreIsRefusedWithItsKey(Object value) {
        assertThatThrownBy(() -> Limits.overriding(Map.of("label-length", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'label-length' must be a whole number of 0 or more");
    }

    @Test
    void aMissingValueIsRefusedWithItsKey() {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("label-length", null);

        assertThatThrownBy(() -> Limits.overriding(overrides))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'label-length'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "LABEL-LENGTH", "labelLength", ""})
    void aKeyThatIsNoLimitIsRefusedWithTheLimitsThatThereAre(String key) {
        assertThatThrownBy(() -> Limits.overriding(Map.of(key, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining("label-length")
                .hasMessageContaining("product-count");
    }

    @Test
    void aLimitOfZeroAllowsNothing() {
        Validator validator = new Validator(Limits.overriding(Map.of("text-length", 0)));

        assertThat(validator.violations(complete().text("t").build(), 0))
                .extracting(Messages::facts)
                .containsExactly("ERROR text-length at " + ITEM + "/text");
    }

    @Test
    void threeButtonsStayButtonsAndAFourthMakesThemQuickReplies() {
        assertThat(Messages.facts(buttons(2))).isEmpty();
        assertThat(Messages.facts(buttons(3)))
                .containsExactly("ERROR overflow-action at " + ITEM + "/suggestions/3/action");
    }

    @Test
    void theNumberOfButtonsCanBeOverridden() {
        Validator fewer = new Validator(Limits.overriding(Map.of("button-count", 2)));
        Validator more = new Validator(Limits.overriding(Map.of("button-count", 4)));

        assertThat(fewer.violations(buttons(2), 0))
                .extracting(Messages::facts)
                .containsExactly("ERROR overflow-action at " + ITEM + "/suggestions/2/action");
        assertThat(more.violations(buttons(3), 0)).isEmpty();
    }

    @Test
    void theNumberOfButtonsOfAMediaTemplateCanBeOverridden() {
        OutboundMessage message = Messages.withItem(Messages.item(
                null,
                null,
                Media.of(Messages.IMAGE),
                Button.reply("a", "A").suggestion(),
                Button.logout().suggestion()));
        Validator more = new Validator(Limits.overriding(Map.of("media-button-count", 2)));

        assertThat(Messages.facts(message))
                .containsExactly("ERROR overflow-action at " + ITEM + "/suggestions/1/action");
        assertThat(more.violations(message, 0)).isEmpty();
    }

    /** Some replies, then a button that can be nothing but a button. */
    private static OutboundMessage buttons(int replies) {
        Button[] buttons = new Button[replies + 1];
        Arrays.fill(buttons, Button.reply("a", "A"));
        buttons[replies] = Button.logout();
        return complete().buttons("h", buttons).build();
    }
}
