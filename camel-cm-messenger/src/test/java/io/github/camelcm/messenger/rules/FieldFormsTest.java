package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.rules.Messages.ITEM;
import static io.github.camelcm.messenger.rules.Messages.complete;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that single fields may have, and forms close to them that they may not have. */
class FieldFormsTest {

    private static final String FIRST = ITEM + "/suggestions/0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2h",
                "30m",
                "48H",
                "90M",
                "2026-12-31 23:59:59",
                "2017-04-20 11:50:05 GMT",
                "2017-04-20 11:50:05GMT",
                "2017-04-20 11:50:05 UTC",
                "2017-04-20 11:50:05Z",
                "2017-04-20 11:50:05+8",
                "2017-04-20 11:50:05 +08",
                "2017-04-20 11:50:05-0700",
                "2017-04-20 11:50:05-07:00",
                "2024-02-29 00:00:00",
                " "
            })
    void aValidityIsATimeSpanOrACalendarDate(String validity) {
        assertThat(Messages.facts(complete().text("t").validity(validity).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h",
                "2",
                "2d",
                "-2h",
                "1.5h",
                "2 h",
                "2026-02-29 00:00:00",
                "2026-13-01 00:00:00",
                "2026-12-31 24:00:00",
                "2026-12-31 23:60:00",
                "2026-12-31",
                "2026-12-31 23:59",
                "2026-12-31T23:59:59",
                "26-12-31 23:59:59",
                "2026-12-31 23:59:59  Z",
                "2026-12-31 23:59:59+8:30",
                "2026-12-31 23:59:59 CET",
                "2026-12-31 23:59:59+"
            })
    void nothingElseIsAValidity(String validity) {
        assertThat(Messages.facts(complete().text("t").validity(validity).build()))
                .containsExactly("ERROR validity-format at /validity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "HTTPS://EXAMPLE.COM",
                "hTTp://localhost:8080/a b?c#d",
                "https://user:secret@example.com/",
                "https://[::1]:8080/",
                "https://[::]",
                "https://example.com/@user",
                "https://example.com?@",
                "https://münchen.example/ß"
            })
    void anUrlIsHttpWithAHost(String url) {
        assertThat(Messages.facts(button(Button.openUrl("a", url)))).isEmpty();
        assertThat(Messages.facts(complete()
                        .media(Media.of("a.png", url, "image/png"))
                        .text("t", QuickReply.quickReply("a", "A").thumbnail(url))
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "example.com",
                "//example.com/a",
                "/a",
                "https:/example.com",
                "https:example.com",
                "https://",
                "https:///a",
                "https://?a",
                "https://#a",
                "https://:8080",
                "https://user@/a",
                "https://@",
                "https://@/a",
                " https://example.com",
                "httpsx://example.com",
                "ftp://example.com",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)"
            })
    void nothingElseIsAnUrl(String url) {
        assertThat(Messages.facts(button(Button.openUrl("a", url))))
                .containsExactly("ERROR url-required at " + FIRST + "/url");
        assertThat(Messages.facts(button(Button.login(url))))
                .containsExactly("ERROR url-required at " + FIRST + "/url");
        assertThat(Messages.facts(
                        complete().media(Media.of("a.png", url, "image/png")).build()))
                .containsExactly("ERROR media-uri at " + ITEM + "/media/mediaUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31612345678", "+31 6 1234 56.78", "+31-(0)612345678", "[+31]612345678"})
    void aPhoneNumberIsAPlusAndDigitsWhateverSeparatesThem(String number) {
        assertThat(Messages.facts(button(Button.dial("a", number)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31612345678", "0031612345678", "++31612345678", "3+1612345678", "+31/612345678", "+31612call"})
    void nothingElseIsAPhoneNumber(String number) {
        assertThat(Messages.facts(button(Button.dial("a", number))))
                .containsExactly("WARNING phone-format at " + FIRST + "/dial/phoneNumber");
    }

    @Test
    void howeverFewDigitsAreAskedForNothingElseIsAPhoneNumber() {
        Validator lenient = new Validator(Limits.overriding(Map.of("phone-digits-min", 0)));

        assertThat(lenient.violations(button(Button.dial("a", "+1")), 0)).isEmpty();
        assertThat(List.of("1", "+1 call", "call", "-"))
                .allSatisfy(number -> assertThat(lenient.violations(button(Button.dial("a", number)), 0))
                        .extracting(Messages::facts)
                        .containsExactly("WARNING phone-format at " + FIRST + "/dial/phoneNumber"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "Order7aZ", " "})
    void aReferenceIsLettersAndDigits(String reference) {
        assertThat(Messages.facts(complete().text("t").reference(reference).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/", "7:", "a@", "A[", "a`", "a{", "-a", "a b", "\u00e9", "\u0661"})
    void nothingElseIsAReference(String reference) {
        assertThat(Messages.facts(complete().text("t").reference(reference).build()))
                .containsExactly("WARNING reference-format at /reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "06789", "+6789", "67 89", "6789a", "\u0661\u0662"})
    void aRecipientIsDigitsThatDoNotBeginWithZero(String psid) {
        assertThat(Messages.facts(complete().text("t").to(psid).build()))
                .containsExactly("WARNING psid-format at /to/0/number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Facebook Messenger",
                "SMS",
                "WhatsApp",
                "Push",
                "RCS",
                "Viber",
                "Voice",
                "Line",
                "Twitter",
                "MobilePush",
                "Instagram",
                "Telegram Messenger",
                "Google Business Messages",
                "Apple Messages for Business",
                "Apple Business Chat",
                "iMessage"
            })
    void everyChannelThatCmListsIsKnownAndAnotherSpellingIsToldTheRightOne(String channel) {
        assertThat(channels("Facebook Messenger", channel)).isEmpty();
        String misspelled = channel.toLowerCase(Locale.ROOT).replace(" ", "-") + ".";
        assertThat(Messages.violations(withChannels("Facebook Messenger", misspelled)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(Messages.facts(violation)).isEqualTo("ERROR channel-known at /allowedChannels/1");
                    assertThat(violation.message()).endsWith("CM.com spells it '" + channel + "'");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Facebook", "Facebook Messanger", "Messenger", "Slack"})
    void aNameThatIsNoOtherSpellingIsOnlyUnknown(String channel) {
        assertThat(channels(channel))
                .containsExactly(
                        "WARNING channel-known at /allowedChannels/0", "WARNING channel-messenger at /allowedChannels");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheTagOfHumanAgentsIsStillTaken(MessageTag tag) {
        OutboundMessage message = complete().text("t").tag(tag).build();

        if (tag == MessageTag.HUMAN_AGENT) {
            assertThat(Messages.facts(message)).isEmpty();
        } else {
            assertThat(Messages.facts(message)).containsExactly("WARNING tag-withdrawn at " + ITEM + "/tag");
        }
    }

    @ParameterizedTest(name = "{0} {1} at {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a.png | image/png                | https://example.com/a     | shown
            a.mp4 | video/mp4                | https://example.com/a     | shown
            a.mp3 | audio/mpeg               | https://example.com/a     | refused
            a.pdf | APPLICATION/PDF; q=1     | https://example.com/a     | refused
            a.png | application/octet-stream | https://example.com/a     | shown
            a.png | /png                     | https://example.com/a     | shown
            a.pdf | /png                     | https://example.com/a     | refused
            a.pdf | application/octet-stream | https://example.com/a     | refused
            a.pdf | -                        | https://example.com/a.png | refused
            a.png | image                    | https://example.com/a.pdf | shown
            a.xyz | -                        | https://example.com/a     | shown
            a.xyz | model/stl                | https://example.com/a     | refused
            """)
    void whatAMediaTemplateShowsIsToldByTheTypeElseByTheName(String name, String type, String url, String outcome) {
        OutboundMessage message = complete()
                .media(new Media(name, url, type, Map.of()), Button.logout())
                .build();

        assertThat(Messages.facts(message))
                .isEqualTo(
                        outcome.equals("shown")
                                ? List.of()
                                : List.of("ERROR media-template-type at " + ITEM + "/media"));
    }

    @Test
    void withoutTypeAndNameTheUrlTells() {
        Media video = new Media(null, "https://example.com/a.mp4?b=/c.png", null, Map.of());
        Media image = new Media(null, "https://example.com/a.png?b=/c.mp4", null, Map.of());

        assertThat(Messages.facts(complete().card(Card.titled("h").media(video)).build()))
                .contains("WARNING generic-media-type at " + ITEM + "/carousel/cards/0/media");
        assertThat(Messages.facts(complete().card(Card.titled("h").media(image)).build()))
                .containsExactly("WARNING media-name at " + ITEM + "/carousel/cards/0/media/mediaName");
    }

    private static OutboundMessage button(Button button) {
        return complete().buttons("h", button).build();
    }

    private static List<String> channels(String... names) {
        return Messages.facts(withChannels(names));
    }

    private static OutboundMessage withChannels(String... names) {
        return complete().text("t").allowedChannels(names).build();
    }
}
