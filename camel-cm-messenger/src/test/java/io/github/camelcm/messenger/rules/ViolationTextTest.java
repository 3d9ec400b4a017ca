package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of violations: for people, and without a word of what the message says or to whom. */
class ViolationTextTest {

    /** Stands in every text of the messages; it is no word that a sentence could hold by itself. */
    private static final String MARKER = "Qz7Wx";

    private static final List<Violation> VIOLATIONS = new ArrayList<>();

    @BeforeAll
    static void breakManyRules() throws Exception {
        for (String json : List.of(ENVELOPE, FIELDS, BUTTONS, CARDS, BESIDE, EMPTY)) {
            String marked = json.replace("LONG", "#".repeat(2001)).replace("#", MARKER);
            OutboundMessage message = OutboundReader.message(MessengerJson.parse(marked));
            VIOLATIONS.addAll(Messages.violations(message));
        }
    }

    private static final String ENVELOPE = """
            {"from": "#", "to": [{"number": "#", "#": "#"}, {"number": "", "nick": "#"}], "body": {"type": "#", "content": "LONG", "text2": "#"},
             "reference": "#-#", "allowedChannels": ["Facebook Messenger", "# #"], "validity": "#",
             "customGrouping": "LONG", "customGrouping2": "LONG", "customGrouping3": "LONG", "appKey": "#\\ud83d",
             "riechContent": {"#": ["#"]}}
            """;

    private static final String FIELDS = """
            {"from": "1", "to": [{"number": "2"}], "richContent": {"suggestions": [{"action": "#"}], "conversation": [
              {"text": "LONG", "tag": "#", "txet": "#", "suggestions": [
                {"action": "Reply", "label": "LONG", "postbackdata": "LONG", "media": {"mediaUri": "#", "mediaName": "#"}},
                {"action": "Reply", "label": "#\\ud83d", "media": [{"mediaUri": "#"}]},
                {"action": "OpenUrl", "label": "LONG", "url": "#"},
                {"action": "Dial", "label": "LONG", "dial": {"phoneNumber": "#"}},
                {"action": "#", "label": "#"}]},
              {"media": {"mediaUri": "#", "mediaName": "#", "mimeType": "#"}, "tag": "HUMAN_AGENT"},
              {"media": {"mediaUri": "https://#/#", "mediaName": "#.jpg", "mimeType": "image/png"}, "tag": "ACCOUNT_UPDATE"},
              {"media": [{"mediaUri": "#"}]},
              {"suggestions": [{"action": "ViewProduct", "label": "#", "product": {"#": "#"}}]}]}}
            """;

    private static final String BUTTONS = """
            {"from": "1", "to": [{"number": "2"}], "richContent": {"conversation": [
              {"header": "LONG", "suggestions": [
                {"action": "Login", "label": "#", "url": "http://#"}, {"action": "Logout", "label": "#"},
                {"action": "Dial", "label": "#", "dial": {"#": "#"}}, {"action": "OpenUrl", "label": "#", "url": "//#"}]},
              {"media": {"mediaUri": "https://#/#.pdf", "mediaName": "#.pdf"}, "suggestions": [{"action": "Login", "url": "#"}]},
              {"text": "#", "media": {"mediaUri": "https://#"}, "suggestions": [{"action": "Reply"}]},
              {"text": "#", "suggestions": [{"action": "ViewProduct", "product": {"id": "#"}}]}]}}
            """;

    private static final String CARDS = """
            {"from": "1", "to": [{"number": "2"}], "richContent": {"conversation": [
              {"carousel": {"cards": [{"header": "LONG", "text": "LONG"}, {"header": "#"}, {"text": "#"},
                {"header": "#", "media": {"mediaUri": "https://#/#.mp4", "mediaName": "#.mp4"}}, {"#": "#"}]}}]}}
            """;

    private static final String BESIDE = """
            {"from": "1", "to": [{"number": "2"}], "richContent": {"conversation": [
              {"header": "#", "media": {"mediaUri": "#", "mediaName": "#"}, "text": "LONG", "carousel": {"cards": [{"text": "LONG"}]}},
              {"header": "#", "carousel": {"#": "#"}},
              {"carousel": {"cards": [{"header": "#"}, {"suggestions": [{"action": "ViewProduct", "product": {"id": "#"}}]}]}}]}}
            """;

    private static final String EMPTY = """
            {"from": "", "to": [], "allowedChannels": ["facebook messenger", "#"], "body": {"content": "", "#": "#"}}
            """;

    @Test
    void theMessagesBreakAlmostEveryRule() {
        assertThat(VIOLATIONS.stream().map(Violation::rule).distinct()).hasSizeGreaterThan(Rule.values().length - 4);
    }

    @Test
    void noSentenceHoldsAnythingThatTheMessageHolds() {
        assertThat(VIOLATIONS)
                .allSatisfy(violation -> assertThat(violation.message()).doesNotContainIgnoringCase(MARKER));
    }

    @Test
    void aSentenceIsOneLineOfReadableLength() {
        assertThat(VIOLATIONS)
                .extracting(Violation::message)
                .allSatisfy(message ->
                        assertThat(message).isNotBlank().hasSizeBetween(15, 160).hasLineCount(1));
    }

    @Test
    void aSentenceHoldsNoJavaAndNoPlaceholder() {
        assertThat(VIOLATIONS).extracting(Violation::message).allSatisfy(message -> assertThat(message)
                .doesNotContain("null", "%", "{", "[", "@", "_LENGTH"));
    }

    @Test
    void aMisspelledChannelOrFieldIsToldWhatIsMeant() {
        assertThat(VIOLATIONS)
                .extracting(violation -> violation.pointer() + ": " + violation.message())
                .anySatisfy(text ->
                        assertThat(text).startsWith("/allowedChannels/0: ").contains("'Facebook Messenger'"))
                .anySatisfy(
                        text -> assertThat(text).startsWith("/riechContent: ").contains("'richContent'"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("/richContent/conversation/0/txet: ")
                        .contains("'text'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                 | it holds nothing that Messenger could show
            {"suggestions": [REPLY]}                           | suggestions without text, media or header are not supported, products excepted
            {"text": "t", "media": IMAGE, "suggestions": [REPLY]} | text, media and suggestions without a header are not supported; add a header, or make text and media items of their own
            """)
    void whatIsNotSupportedIsToldByWhatIsThere(String item, String sentence) throws Exception {
        String json = item.replace("IMAGE", "{\"mediaUri\": \"https://a/b.png\", \"mediaName\": \"b.png\"}")
                .replace("REPLY", "{\"action\": \"Reply\", \"label\": \"a\", \"postbackdata\": \"A\"}");

        assertThat(Messages.violations(Messages.withItem(json)))
                .extracting(Violation::message)
                .containsExactly(sentence);
    }

    @Test
    void whatIsMissingIsToldWithTheWaysToGiveIt() {
        assertThat(Messages.violations(
                        OutboundMessage.text("t").toBuilder().from("1234567890").build()))
                .extracting(Violation::message)
                .containsExactly("to is missing: a user's PSID, by the option to, the header CamelCmMessengerPsid, or"
                        + " to() of the builder");
        assertThat(Messages.violations(
                        Messages.complete().image("https://example.com/a").build()))
                .extracting(Violation::message)
                .containsExactly("mediaName is missing or has no file extension, by which CM.com knows the type; in"
                        + " Java: Media.of(mediaName, mediaUri, mimeType)");
    }

    @Test
    void theSentenceWithItsPlaceNamesSeverityRuleAndPointer() {
        assertThat(VIOLATIONS).allSatisfy(violation -> assertThat(violation.sentence())
                .isEqualTo("%s %s at %s: %s"
                        .formatted(
                                violation.severity().name().toLowerCase(Locale.ROOT),
                                violation.rule(),
                                violation.pointer(),
                                violation.message())));
    }

    @Test
    void aViolationSaysWhichMessageOfAListIsAtFault() {
        assertThat(new Validator(Limits.DEFAULTS).violations(Messages.complete().build(), 7))
                .extracting(Violation::index)
                .containsExactly(7);
    }
}
