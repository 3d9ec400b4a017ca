package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.model.Severity.ERROR;
import static io.github.camelcm.messenger.model.Severity.WARNING;
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
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import io.github.camelcm.messenger.model.RichContent;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that a message made with the Java API can break, by the smallest message that breaks it and no other. */
public class EveryRuleInJavaTest {

    private static final String FIRST = ITEM + "/suggestions/0";
    private static final Button REPLY = Button.reply("a", "A");
    private static final Media PDF = Media.of("https://example.com/a.pdf");

    private static Stream<Arguments> envelopes() {
        return Stream.of(
                broken("from-required", ERROR, "/from", text().from(null).build()),
                broken(
                        "page-id-format",
                        WARNING,
                        "/from",
                        text().from("my page").build()),
                broken("to-required", ERROR, "/to", text().to().build()),
                broken("to-required", ERROR, "/to/0/number", text().to("").build()),
                broken(
                        "psid-format",
                        WARNING,
                        "/to/0/number",
                        text().to("+31612345678").build()),
                broken("content-required", ERROR, "/body/content", complete().build()),
                broken(
                        "body-length",
                        ERROR,
                        "/body/content",
                        complete().fallbackText("x".repeat(2001)).build()),
                broken(
                        "text-encoding",
                        ERROR,
                        "/body/content",
                        complete().fallbackText("\ud83d").build()),
                broken(
                        "text-encoding",
                        ERROR,
                        ITEM + "/text",
                        complete().text("\ude00\ud83d").build()),
                broken(
                        "channel-known",
                        ERROR,
                        "/allowedChannels/0",
                        text().allowedChannels("i-message", "Facebook Messenger")
                                .build()),
                broken(
                        "channel-known",
                        WARNING,
                        "/allowedChannels/1",
                        text().allowedChannels("Facebook Messenger", "Pigeon").build()),
                broken(
                        "channel-messenger",
                        WARNING,
                        "/allowedChannels",
                        text().allowedChannels("SMS", "WhatsApp").build()),
                broken(
                        "reference-format",
                        WARNING,
                        "/reference",
                        text().reference("order 7").build()),
                broken(
                        "grouping-length",
                        ERROR,
                        "/customGrouping",
                        text().customGrouping("x".repeat(101)).build()),
                broken(
                        "validity-format",
                        ERROR,
                        "/validity",
                        text().validity("2 hours").build()));
    }

    private static Stream<Arguments> fields() {
        return Stream.of(
                broken(
                        "tag-known",
                        ERROR,
                        ITEM + "/tag",
                        text().tag("SHIPPING_UPDATE").build()),
                broken(
                        "tag-withdrawn",
                        WARNING,
                        ITEM + "/tag",
                        text().tag(MessageTag.POST_PURCHASE_UPDATE).build()),
                broken(
                        "media-uri",
                        ERROR,
                        ITEM + "/media/mediaUri",
                        complete().image("ftp://a/b.png").build()),
                broken(
                        "media-uri",
                        ERROR,
                        FIRST + "/media/mediaUri",
                        complete()
                                .text("t", quickReply("a", "A").thumbnail("b.png"))
                                .build()),
                broken(
                        "media-name",
                        WARNING,
                        ITEM + "/media/mediaName",
                        complete().image("https://a/b").build()),
                broken("action-known", ERROR, FIRST + "/action", quickReplyOf(suggestion("Share", "a", "A"))),
                broken(
                        "label-required",
                        ERROR,
                        FIRST + "/label",
                        complete().text("t", quickReply(" ", "A")).build()),
                broken("label-length", ERROR, FIRST + "/label", button(Button.dial("x".repeat(21), "+31612345678"))),
                broken("label-unexpected", WARNING, FIRST + "/label", button(suggestion("Logout", "a", null))),
                broken(
                        "postbackdata-required",
                        ERROR,
                        FIRST + "/postbackdata",
                        complete().text("t", quickReply("a", "")).build()),
                broken("postbackdata-required", WARNING, FIRST + "/postbackdata", button(Button.reply("a", ""))),
                broken(
                        "postbackdata-required",
                        WARNING,
                        "/richContent/suggestions/0/postbackdata",
                        new OutboundMessage(
                                "1",
                                complete().build().to(),
                                complete().fallbackText("t").build().body(),
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                new RichContent(List.of(), List.of(suggestion("Reply", "a", null)), Map.of()),
                                Map.of())),
                broken(
                        "postbackdata-length",
                        ERROR,
                        FIRST + "/postbackdata",
                        button(Button.reply("a", "x".repeat(1001)))),
                broken("url-required", ERROR, FIRST + "/url", button(Button.openUrl("a", "example.com"))),
                broken("login-https", WARNING, FIRST + "/url", button(Button.login("http://example.com"))),
                broken("phone-required", ERROR, FIRST + "/dial/phoneNumber", button(Button.dial("a", ""))),
                broken("phone-format", WARNING, FIRST + "/dial/phoneNumber", button(Button.dial("a", "0612345678"))),
                broken(
                        "product-required",
                        ERROR,
                        FIRST + "/product/id",
                        complete().products(" ").build()));
    }

    private static Stream<Arguments> items() {
        return Stream.of(
                broken("not-supported", ERROR, ITEM, withItem(item(null, null, null))),
                broken("not-supported", ERROR, ITEM, withItem(item(null, null, null, REPLY.suggestion()))),
                broken("not-supported", ERROR, ITEM, withItem(item(null, "t", Media.of(IMAGE), REPLY.suggestion()))),
                broken(
                        "card-count",
                        ERROR,
                        ITEM + "/carousel/cards",
                        complete().carousel().build()),
                broken(
                        "beside-carousel",
                        WARNING,
                        ITEM + "/header",
                        withItem(new Item("h", null, null, List.of(), Carousel.of(List.of(card())), null, Map.of()))),
                broken(
                        "text-length",
                        ERROR,
                        ITEM + "/text",
                        complete().text("x".repeat(2001)).build()),
                broken(
                        "quick-reply-count",
                        ERROR,
                        ITEM + "/suggestions",
                        complete()
                                .text(
                                        "t",
                                        Collections.nCopies(14, quickReply("a", "A"))
                                                .toArray(QuickReply[]::new))
                                .build()),
                broken(
                        "quick-reply-action",
                        ERROR,
                        FIRST + "/action",
                        quickReplyOf(Button.logout().suggestion())),
                broken(
                        "overflow-action",
                        ERROR,
                        FIRST + "/action",
                        complete()
                                .buttons("h", Button.logout(), REPLY, REPLY, REPLY)
                                .build()),
                broken(
                        "media-template-type",
                        ERROR,
                        ITEM + "/media",
                        complete().media(PDF, Button.logout()).build()),
                broken(
                        "media-template-type",
                        WARNING,
                        ITEM + "/media",
                        complete().media(PDF, REPLY).build()),
                broken("generic-media-type", WARNING, ITEM + "/carousel/cards/1/media", carousel(card().media(PDF))),
                broken(
                        "button-header-length",
                        ERROR,
                        ITEM + "/header",
                        complete().buttons("x".repeat(641), REPLY).build()),
                broken(
                        "generic-header-required",
                        ERROR,
                        ITEM + "/carousel/cards/1/header",
                        carousel(Card.titled("").text("t"))),
                broken(
                        "generic-header-length",
                        ERROR,
                        ITEM + "/carousel/cards/1/header",
                        carousel(Card.titled("x".repeat(81)).buttons(REPLY))),
                broken(
                        "generic-text-length",
                        ERROR,
                        ITEM + "/carousel/cards/1/text",
                        carousel(card().text("x".repeat(81)))),
                broken("generic-bare-header", ERROR, ITEM + "/carousel/cards/1", carousel(Card.titled("h"))),
                broken(
                        "generic-bare-header",
                        WARNING,
                        ITEM + "/carousel/cards/0",
                        complete().card(Card.titled("h")).build()),
                broken("product-mixed", ERROR, ITEM + "/carousel", carousel(Card.product("p"))),
                broken(
                        "product-count",
                        ERROR,
                        ITEM + "/suggestions",
                        complete().products("p".repeat(11).split("")).build()));
    }

    /** All of them: rule, severity, pointer, message. */
    public static Stream<Arguments> all() {
        return Stream.of(envelopes(), fields(), items()).flatMap(messages -> messages);
    }

    @ParameterizedTest(name = "{0} {1} at {2}")
    @MethodSource("all")
    void theMessageBreaksThisRuleAndNoOther(String rule, Severity severity, String pointer, OutboundMessage message) {
        assertThat(Messages.facts(message)).containsExactly(severity + " " + rule + " at " + pointer);
    }

    @Test
    void everyRuleButThoseOfJsonHasAMessage() {
        assertThat(all().map(arguments -> arguments.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> rule != Rule.MEDIA_SINGLE && rule != Rule.UNKNOWN_FIELD)
                        .map(Rule::id)
                        .toList());
    }

    private static Arguments broken(String rule, Severity severity, String pointer, OutboundMessage message) {
        return Arguments.of(rule, severity, pointer, message);
    }

    private static MessageBuilder text() {
        return complete().text("t");
    }

    private static OutboundMessage button(Button button) {
        return complete().buttons("h", button).build();
    }

    private static OutboundMessage button(Suggestion suggestion) {
        return button(new Button(suggestion));
    }

    private static OutboundMessage quickReplyOf(Suggestion suggestion) {
        return complete().text("t", new QuickReply(suggestion)).build();
    }

    private static Suggestion suggestion(String action, String label, String postbackData) {
        return new Suggestion(action, label, postbackData, null, null, null, null, Map.of());
    }

    private static Card card() {
        return Card.titled("h").text("t");
    }

    private static OutboundMessage carousel(Card second) {
        return complete().carousel(card(), second).build();
    }
}
