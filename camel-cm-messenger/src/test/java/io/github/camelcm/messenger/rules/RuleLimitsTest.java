package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.rules.Messages.IMAGE;
import static io.github.camelcm.messenger.rules.Messages.ITEM;
import static io.github.camelcm.messenger.rules.Messages.complete;
import static io.github.camelcm.messenger.rules.Messages.item;
import static io.github.camelcm.messenger.rules.Messages.withItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every limit, as they are and overridden. */
class RuleLimitsTest {

    private static final String FIRST = ITEM + "/suggestions/0";
    private static final String CARDS = ITEM + "/carousel/cards";

    /**
     * @param what of the message has the size
     * @param size makes a message whose only possible fault is that something has this size
     * @param sentence of one more than allowed; %1$d is what is found, %2$d what is allowed
     */
    record Case(
            String what,
            Limit limit,
            String rule,
            Severity severity,
            String pointer,
            String sentence,
            IntFunction<OutboundMessage> size) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> maxima() {
        return Stream.of(bodyAndEnvelope(), textMessages(), suggestions(), templates(), counts())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> bodyAndEnvelope() {
        return Stream.of(
                length("the body", Limit.BODY_LENGTH, "/body/content", n -> complete()
                        .fallbackText(wide(n))
                        .build()),
                length("the first grouping", Limit.GROUPING_LENGTH, "/customGrouping", n -> complete()
                        .customGrouping(wide(n))
                        .text("t")
                        .build()),
                length("the second grouping", Limit.GROUPING_LENGTH, "/customGrouping2", n -> complete()
                        .customGrouping2(wide(n))
                        .text("t")
                        .build()),
                length("the third grouping", Limit.GROUPING_LENGTH, "/customGrouping3", n -> complete()
                        .customGrouping3(wide(n))
                        .text("t")
                        .build()),
                form("the reference", Limit.REFERENCE_LENGTH, "reference-format", "/reference", n -> complete()
                        .reference("a".repeat(n))
                        .text("t")
                        .build()),
                form("the recipient", Limit.PSID_LENGTH, "psid-format", "/to/0/number", n -> complete()
                        .to("6".repeat(n))
                        .text("t")
                        .build()),
                form(
                        "the digits of a phone number",
                        Limit.PHONE_DIGITS_MAX,
                        "phone-format",
                        FIRST + "/dial/phoneNumber",
                        RuleLimitsTest::phone));
    }

    private static Stream<Case> textMessages() {
        return Stream.of(
                length("a text alone", Limit.TEXT_LENGTH, ITEM + "/text", n -> complete()
                        .text(wide(n))
                        .build()),
                length("a text with quick replies", Limit.TEXT_LENGTH, ITEM + "/text", n -> complete()
                        .text(wide(n), quickReply("a", "A"))
                        .build()),
                length(
                        "a text with media",
                        Limit.TEXT_LENGTH,
                        ITEM + "/text",
                        n -> withItem(item(null, wide(n), Media.of(IMAGE)))),
                length(
                        "a text beside a carousel",
                        Limit.TEXT_LENGTH,
                        ITEM + "/text",
                        n -> withItem(new Item(null, wide(n), null, List.of(), Carousel.of(cards(2)), null, Map.of()))),
                length(
                        "the text of a single card that is a text message",
                        Limit.TEXT_LENGTH,
                        CARDS + "/0/text",
                        n -> complete()
                                .card(new Card(null, wide(n), null, List.of(), Map.of()))
                                .build()));
    }

    private static Stream<Case> suggestions() {
        return Stream.of(
                length("the label of a quick reply", Limit.LABEL_LENGTH, FIRST + "/label", n -> complete()
                        .text("t", quickReply(wide(n), "A"))
                        .build()),
                length("the label of a link", Limit.LABEL_LENGTH, FIRST + "/label", n -> complete()
                        .buttons("h", Button.openUrl(wide(n), "https://example.com"))
                        .build()),
                length("the label of a call", Limit.LABEL_LENGTH, FIRST + "/label", n -> complete()
                        .buttons("h", Button.dial(wide(n), "+31612345678"))
                        .build()),
                length("postback data", Limit.POSTBACKDATA_LENGTH, FIRST + "/postbackdata", n -> complete()
                        .text("t", quickReply("a", wide(n)))
                        .build()),
                length(
                        "postback data of a card's button",
                        Limit.POSTBACKDATA_LENGTH,
                        CARDS + "/1/suggestions/0/postbackdata",
                        n -> complete()
                                .carousel(card(), card().buttons(Button.reply("a", wide(n))))
                                .build()));
    }

    private static Stream<Case> templates() {
        return Stream.of(
                length("the header of a button template", Limit.BUTTON_HEADER_LENGTH, ITEM + "/header", n -> complete()
                        .buttons(wide(n), Button.reply("a", "A"))
                        .build()),
                length(
                        "the header of an item",
                        Limit.GENERIC_HEADER_LENGTH,
                        ITEM + "/header",
                        n -> withItem(item(wide(n), "t", null))),
                length(
                        "the text of an item with a header",
                        Limit.GENERIC_TEXT_LENGTH,
                        ITEM + "/text",
                        n -> withItem(item("h", wide(n), null))),
                length("the header of a card", Limit.GENERIC_HEADER_LENGTH, CARDS + "/1/header", n -> complete()
                        .carousel(card(), Card.titled(wide(n)).text("t"))
                        .build()),
                length("the text of a card", Limit.GENERIC_TEXT_LENGTH, CARDS + "/1/text", n -> complete()
                        .carousel(card(), Card.titled("h").text(wide(n)))
                        .build()));
    }

    private static Stream<Case> counts() {
        return Stream.of(
                count("quick replies", Limit.QUICK_REPLY_COUNT, ITEM + "/suggestions", n -> complete()
                        .text("t", quickReplies(n))
                        .build()),
                count("quick replies below a carousel", Limit.QUICK_REPLY_COUNT, ITEM + "/suggestions", n -> complete()
                        .carousel(cards(2), quickReplies(n))
                        .build()),
                count("quick replies by overflow", Limit.QUICK_REPLY_COUNT, ITEM + "/suggestions", n -> complete()
                        .buttons("h", replies(n))
                        .build()),
                new Case(
                        "cards",
                        Limit.CARD_COUNT,
                        "card-count",
                        Severity.ERROR,
                        CARDS,
                        "%1$d cards, 1–%2$d are allowed",
                        n -> complete().carousel(cards(n)).build()),
                count("products", Limit.PRODUCT_COUNT, ITEM + "/suggestions", n -> complete()
                        .products(IntStream.range(0, n).mapToObj(i -> "p" + i).toArray(String[]::new))
                        .build()),
                count("products of all cards together", Limit.PRODUCT_COUNT, CARDS, n -> complete()
                        .carousel(products(n - 3), products(3))
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("maxima")
    void whatIsAsLargeAsAllowedPasses(Case a) {
        assertThat(Messages.facts(a.size.apply(a.limit.defaultValue()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("maxima")
    void oneMoreThanAllowedIsReportedWithWhatWasFoundAndWhatIsAllowed(Case a) {
        int allowed = a.limit.defaultValue();

        assertThat(Messages.violations(a.size.apply(allowed + 1)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(Messages.facts(violation)).isEqualTo(a.severity + " " + a.rule + " at " + a.pointer);
                    assertThat(violation.message()).contains(a.sentence.formatted(allowed + 1, allowed));
                });
    }

    @ParameterizedTest
    @MethodSource("maxima")
    void aLowerLimitRefusesWhatTheDefaultAllows(Case a) {
        int allowed = a.limit.defaultValue() - 1;
        Validator strict = new Validator(Limits.overriding(Map.of(a.limit.key(), allowed)));

        assertThat(strict.violations(a.size.apply(allowed), 0)).isEmpty();
        assertThat(strict.violations(a.size.apply(allowed + 1), 0))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(a.rule);
                    assertThat(violation.message()).contains(a.sentence.formatted(allowed + 1, allowed));
                });
    }

    @ParameterizedTest
    @MethodSource("maxima")
    void aHigherLimitAllowsWhatTheDefaultRefuses(Case a) {
        int allowed = a.limit.defaultValue() + 1;
        Validator lenient = new Validator(Limits.overriding(Map.of(a.limit.key(), String.valueOf(allowed))));

        assertThat(lenient.violations(a.size.apply(allowed), 0)).isEmpty();
        assertThat(lenient.violations(a.size.apply(allowed + 1), 0))
                .extracting(Violation::rule)
                .containsExactly(a.rule);
    }

    @Test
    void everyLimitButThoseOfButtonsAndTheSmallestPhoneNumberHasACase() {
        assertThat(maxima().map(Case::limit).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Limit.values())
                        .filter(limit -> !List.of(Limit.BUTTON_COUNT, Limit.MEDIA_BUTTON_COUNT, Limit.PHONE_DIGITS_MIN)
                                .contains(limit))
                        .toList());
    }

    @Test
    void aPhoneNumberHasAtLeastSevenDigits() {
        assertThat(Messages.facts(phone(7))).isEmpty();
        assertThat(Messages.facts(phone(6))).containsExactly("WARNING phone-format at " + FIRST + "/dial/phoneNumber");

        Validator strict = new Validator(Limits.overriding(Map.of("phone-digits-min", 8)));
        assertThat(strict.violations(phone(8), 0)).isEmpty();
        assertThat(strict.violations(phone(7), 0))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("8–15"));
    }

    private static Case length(String what, Limit limit, String pointer, IntFunction<OutboundMessage> size) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String sentence = name + " is %1$d characters long, at most %2$d are allowed";
        return new Case(what, limit, limit.key(), Severity.ERROR, pointer, sentence, size);
    }

    private static Case count(String what, Limit limit, String pointer, IntFunction<OutboundMessage> size) {
        return new Case(what, limit, limit.key(), Severity.ERROR, pointer, "%1$d ", size);
    }

    private static Case form(String what, Limit limit, String rule, String pointer, IntFunction<OutboundMessage> size) {
        return new Case(what, limit, rule, Severity.WARNING, pointer, "%2$d", size);
    }

    /** Characters that take two places each in a Java string. */
    private static String wide(int characters) {
        return "😀".repeat(characters);
    }

    private static OutboundMessage phone(int digits) {
        return complete()
                .buttons("h", Button.dial("a", "+" + "1".repeat(digits)))
                .build();
    }

    private static QuickReply[] quickReplies(int count) {
        return IntStream.range(0, count).mapToObj(i -> quickReply("a" + i, "A")).toArray(QuickReply[]::new);
    }

    private static Button[] replies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Button.reply("a" + i, "A"))
                .toArray(Button[]::new);
    }

    private static Card card() {
        return Card.titled("h").text("t");
    }

    private static List<Card> cards(int count) {
        return IntStream.range(0, count).mapToObj(i -> card()).toList();
    }

    private static Card products(int count) {
        return new Card(
                null,
                null,
                null,
                IntStream.range(0, count)
                        .mapToObj(i -> Card.product("p" + i).suggestions().get(0))
                        .toList(),
                Map.of());
    }
}
