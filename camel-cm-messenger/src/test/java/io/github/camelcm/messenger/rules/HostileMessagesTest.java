package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.rules.Messages.complete;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Dial;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Product;
import io.github.camelcm.messenger.model.QuickReply;
import io.github.camelcm.messenger.model.Recipient;
import io.github.camelcm.messenger.model.RichContent;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.model.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that nobody means: the validator answers, in time. The bound is far above what a loaded machine needs. */
@Timeout(60)
class HostileMessagesTest {

    private static final int LONG = 100_000;

    @Test
    void aThousandSoundItemsBreakNoRule() {
        MessageBuilder builder = complete();
        IntStream.range(0, 1000).forEach(i -> builder.text("item " + i, quickReply("a", "A")));

        assertThat(Messages.violations(builder.build())).isEmpty();
    }

    @Test
    void aThousandBadItemsAreAllReported() {
        MessageBuilder builder = complete();
        IntStream.range(0, 1000).forEach(i -> builder.text("t", quickReply("x".repeat(21), "")));

        List<Violation> violations = Messages.violations(builder.build());

        assertThat(violations).hasSize(2000);
        assertThat(violations)
                .extracting(Violation::pointer)
                .contains("/richContent/conversation/999/suggestions/0/label");
    }

    @Test
    void aThousandCardsAreOneViolationAndEachIsStillChecked() {
        OutboundMessage message = complete()
                .carousel(Collections.nCopies(1000, Card.titled("h").buttons(Button.openUrl("a", "example.com"))))
                .build();

        assertThat(Messages.violations(message))
                .extracting(Violation::rule)
                .contains("card-count")
                .hasSize(1001);
    }

    @Test
    void aThousandRecipientsAreAllChecked() {
        OutboundMessage message = complete()
                .to(Collections.nCopies(1000, "0").toArray(String[]::new))
                .text("t")
                .build();

        assertThat(Messages.violations(message)).hasSize(1000);
    }

    @Test
    void aThousandQuickRepliesWithoutPostbackDataAreAllReported() {
        QuickReply[] quickReplies =
                Collections.nCopies(1000, quickReply("a", "")).toArray(QuickReply[]::new);

        assertThat(Messages.violations(complete().text("t", quickReplies).build()))
                .hasSize(1001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "😀", "7", "+", "-", "(", ".", "/", "@", "a.", "http://", "\u0000", "\u202e", "\ud83d"})
    void everyTextMayBeAHundredThousandCharactersLong(String unit) {
        String text = unit.repeat(LONG / unit.length());

        List<Violation> violations = Messages.violations(filledWith(text));

        assertThat(violations).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.message()).hasSizeLessThan(200);
            assertThat(violation.pointer()).hasSizeLessThan(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://@", "HTTP://a@", "https://[", "https://[:", "https://:", "https://a?"})
    void anUrlMayGoOnForever(String start) {
        assertThat(Messages.violations(
                        complete().image(start + "@:[/".repeat(LONG / 4)).build()))
                .hasSizeLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "\t\r\n",
                "\u202eabc",
                "\u0627\u0644\u0633",
                "e\u0301",
                "\ufeff",
                "%s%d",
                "\\",
                "\""
            })
    void controlCharactersAndWritingFromRightToLeftAreText(String text) {
        assertThat(Messages.facts(complete()
                        .text("a" + text, quickReply("b" + text, "C" + text))
                        .build()))
                .isEmpty();
        assertThat(Messages.violations(filledWith(text))).isNotNull();
    }

    @Test
    void aNameWithSlashTildeAndControlCharactersMakesACorrectPointer() {
        assertThat(Messages.facts(Messages.withRaw(Map.of("a/b~c\n", "x"))))
                .containsExactly("WARNING unknown-field at /a~1b~0c\n");
    }

    @Test
    void twentyThousandUnknownMembersAreAllNamed() {
        Map<String, Object> raw = new LinkedHashMap<>();
        IntStream.range(0, 20_000).forEach(i -> raw.put("field" + i, i));

        assertThat(Messages.violations(Messages.withRaw(raw))).hasSize(20_000);
    }

    @Test
    void theNameOfAnUnknownMemberMayBeLong() {
        assertThat(Messages.violations(Messages.withRaw(Map.of("richContent".repeat(LONG / 11), 1))))
                .extracting(Violation::rule)
                .containsExactly("unknown-field");
    }

    @Test
    void aTextDeepInsideUnknownMembersIsFound() throws Exception {
        int depth = 900;
        String deep = "{\"a\":".repeat(depth) + "[\"\\ud83d\"]" + "}".repeat(depth);
        OutboundMessage message = OutboundReader.message(MessengerJson.parse(
                "{\"from\": \"1\", \"to\": [{\"number\": \"2\"}], \"body\": {\"content\": \"t\"}, \"location\": " + deep
                        + "}"));

        assertThat(Messages.facts(message))
                .containsExactly("ERROR text-encoding at /location" + "/a".repeat(depth) + "/0");
    }

    @Test
    void manyTextsDeepInsideUnknownMembersAreAllFound() {
        Object deep = Collections.nCopies(1000, "\ud83d");
        for (int i = 0; i < 500; i++) {
            deep = List.of(deep);
        }

        assertThat(Messages.violations(Messages.withRaw(Map.of("location", deep))))
                .hasSize(1000);
    }

    @Test
    void anEmptyMessageOfEmptyPartsIsToldWhatItLacks() throws Exception {
        OutboundMessage message = OutboundReader.message(MessengerJson.parse("""
                {"from": null, "to": [{}], "body": {}, "allowedChannels": [], "richContent": {"suggestions": [{}],
                  "conversation": [{}, {"media": {}, "suggestions": [{}]}, {"carousel": {"cards": [{}, {}]}}]}}"""));
        String items = "/richContent/conversation/";

        assertThat(Messages.facts(message))
                .containsExactlyInAnyOrder(
                        "ERROR from-required at /from",
                        "ERROR to-required at /to/0/number",
                        "ERROR not-supported at " + items + "0",
                        "ERROR not-supported at " + items + "1",
                        "ERROR action-known at " + items + "1/suggestions/0/action",
                        "ERROR generic-header-required at " + items + "2/carousel/cards/0/header",
                        "ERROR generic-bare-header at " + items + "2/carousel/cards/0",
                        "ERROR generic-header-required at " + items + "2/carousel/cards/1/header",
                        "ERROR generic-bare-header at " + items + "2/carousel/cards/1",
                        "ERROR action-known at /richContent/suggestions/0/action");
    }

    @Test
    void aMessageForOtherChannelsIsNotMeasuredByMessengersRules() {
        OutboundMessage message =
                filledWith("x".repeat(5000)).toBuilder().allowedChannels("SMS").build();

        assertThat(Messages.violations(message))
                .extracting(Violation::rule)
                .containsOnly(
                        "page-id-format",
                        "psid-format",
                        "reference-format",
                        "validity-format",
                        "grouping-length",
                        "channel-messenger",
                        "unknown-field");
    }

    /** Every text of the message is this one, every action in turn known, and one unknown. */
    private static OutboundMessage filledWith(String text) {
        Map<String, Object> raw = Map.of("location", text, "caption", List.of(text));
        Media media = new Media(text, text, text, raw);
        List<Suggestion> suggestions =
                List.of("Reply", "OpenUrl", "Dial", "Login", "Logout", "ViewProduct", text).stream()
                        .map(action -> new Suggestion(
                                action, text, text, text, new Dial(text, raw), new Product(text, raw), media, raw))
                        .toList();
        Card card = new Card(text, text, media, suggestions, raw);
        Item item = new Item(text, text, media, suggestions, null, text, raw);
        Item cards = new Item(text, text, media, suggestions, new Carousel(List.of(card, card), raw), text, raw);
        return new OutboundMessage(
                text,
                List.of(new Recipient(text, raw)),
                new Body(text, text, raw),
                text,
                List.of("Facebook Messenger", text),
                text,
                text,
                text,
                text,
                new RichContent(List.of(item, cards), suggestions, raw),
                raw);
    }
}
