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
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Messenger shows; {@link Shown} puts it into words. */
class RendererTest {

    private static final Renderer RENDERER = new Renderer(Limits.DEFAULTS);
    private static final Media MEDIA = Media.of(IMAGE);

    @ParameterizedTest(name = "{0}: text {1}, media {2}, suggestions {3}, header {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
             1 | - | - | - | - | not-supported         | not supported
             2 | - | - | - | h | card(h)               | generic template
             3 | - | - | a | - | not-supported         | product template
             4 | - | - | a | h | buttons(h [a])        | button template
             5 | - | m | - | - | media                 | media message
             6 | - | m | - | h | card(h media)         | generic template
             7 | - | m | a | - | media [a]             | media template
             8 | - | m | a | h | card(h media [a])     | generic template
             9 | t | - | - | - | text(t)               | text message
            10 | t | - | - | h | card(h t)             | generic template
            11 | t | - | a | - | text(t) < a           | text message with quick replies
            12 | t | - | a | h | card(h t [a])         | generic template
            13 | t | m | - | - | text(t), media        | text message, then media message
            14 | t | m | - | h | card(h t media)       | generic template
            15 | t | m | a | - | not-supported         | not supported
            16 | t | m | a | h | card(h t media [a])   | generic template
            """)
    void anItemIsShownByItsRowOfTheMatrix(
            int row, String text, String media, String suggestion, String header, String shown, String words) {
        Rendering rendering = only(withItem(item(
                header, text, media == null ? null : MEDIA, suggestion == null ? replies() : replies(suggestion))));

        assertThat(rendering.row()).isNotNull();
        assertThat(rendering.row().number()).isEqualTo(row);
        assertThat(rendering.row().shows()).startsWith(words);
        assertThat(Shown.inWords(rendering)).isEqualTo(shown);
        assertThat(rendering.at()).hasToString(ITEM);
    }

    @ParameterizedTest(name = "{0}: text {1}, media {2}, suggestions {3}, header {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
             4 | - | - | a b c   | h | buttons(h [a b c])
             4 | - | - | a b c d | h | buttons(h) < a b c d
             7 | - | m | a b     | - | media [] < a b
             8 | - | m | a b c   | h | card(h media [a b c])
             8 | - | m | a b c d | h | card(h media) < a b c d
            11 | t | - | a b c d | - | text(t) < a b c d
            12 | t | - | a b c d | h | card(h t) < a b c d
            16 | t | m | a b c d | h | card(h t media) < a b c d
            """)
    void moreSuggestionsThanButtonsAllBecomeQuickReplies(
            int row, String text, String media, String suggestions, String header, String shown) {
        Rendering rendering =
                only(withItem(item(header, text, media == null ? null : MEDIA, replies(suggestions.split(" ")))));

        assertThat(rendering.row().number()).isEqualTo(row);
        assertThat(Shown.inWords(rendering)).isEqualTo(shown);
    }

    @Test
    void aMediaTemplateWithItsButtonIsNoMediaMessage() {
        assertThat(bubbles(withItem(item(null, null, MEDIA, replies("a")))))
                .singleElement()
                .isInstanceOf(Bubble.MediaTemplate.class);
        assertThat(bubbles(withItem(item(null, null, MEDIA, replies("a", "b")))))
                .singleElement()
                .isInstanceOf(Bubble.MediaTemplate.class);
        assertThat(bubbles(withItem(item(null, null, MEDIA)))).singleElement().isInstanceOf(Bubble.MediaMessage.class);
    }

    @Test
    void whatIsBlankIsAbsent() {
        Item blank = item(" ", "\n\t", new Media("", " ", null, Map.of("x", List.of())), replies("a"));

        assertThat(only(withItem(blank)).row()).isEqualTo(MatrixRow.SUGGESTIONS);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                      | NOTHING
            {"mediaName": "a.png"}  | MEDIA
            {"mediaName": " "}      | NOTHING
            {"mimeType": "a/b"}     | MEDIA
            {"caption": "c"}        | MEDIA
            {"caption": "\\t"}      | NOTHING
            {"caption": ["c"]}      | MEDIA
            {"caption": []}         | NOTHING
            {"caption": {"c": ""}}  | MEDIA
            {"caption": {}}         | NOTHING
            {"caption": false}      | MEDIA
            {"caption": null}       | NOTHING
            [{}]                    | MEDIA
            []                      | NOTHING
            """)
    void mediaIsPresentIfAnyOfItsMembersIs(String media, MatrixRow row) throws Exception {
        assertThat(only(withItem("{\"media\": " + media + "}")).row()).isEqualTo(row);
    }

    @Test
    void productsAloneAreAProductTemplate() {
        assertThat(shown(complete().products("p", "q").build())).containsExactly("products(p q)");
    }

    @Test
    void actionsAreReadInAnyCase() {
        OutboundMessage message = withItem(item(null, null, null, product("vIEWpRODUCT", "p")));

        assertThat(shown(message)).containsExactly("products(p)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reply", "Logout", "Share"})
    void productsBesideAnotherActionAreNotShown(String action) {
        Suggestion other = new Suggestion(action, "a", "A", null, null, null, null, Map.of());

        assertThat(shown(withItem(item(null, null, null, product("ViewProduct", "p"), other))))
                .containsExactly("product-mixed");
    }

    @Test
    void productsBesideTextMediaOrHeaderAreNotShown() {
        Suggestion product = product("ViewProduct", "p");

        assertThat(shown(withItem(item("h", null, null, product)))).containsExactly("product-mixed");
        assertThat(shown(withItem(item(null, "t", null, product)))).containsExactly("product-mixed");
        assertThat(shown(withItem(item(null, null, MEDIA, product)))).containsExactly("product-mixed");
        assertThat(shown(withItem(item(null, "t", MEDIA, product)))).containsExactly("product-mixed");
    }

    @Test
    void itemsAreShownInTheirOrder() {
        List<Rendering> renderings = RENDERER.render(complete()
                .fallbackText("fallback")
                .text("first")
                .image(IMAGE)
                .buttons("h", Button.logout())
                .item(item(null, null, null))
                .text("last")
                .build());

        assertThat(renderings.stream().map(Shown::inWords))
                .containsExactly("text(first)", "media", "buttons(h [Logout])", "not-supported", "text(last)");
        assertThat(renderings).extracting(Rendering::item).containsExactly(0, 1, 2, 3, 4);
        assertThat(renderings.stream().map(rendering -> rendering.at().toString()))
                .startsWith("/richContent/conversation/0", "/richContent/conversation/1");
    }

    @Test
    void aBodyAloneIsATextMessage() {
        Rendering rendering = only(OutboundMessage.text("hello"));

        assertThat(Shown.inWords(rendering)).isEqualTo("text(hello)");
        assertThat(rendering.item()).isEqualTo(-1);
        assertThat(rendering.at()).hasToString("/body/content");
    }

    @Test
    void neitherBodyNorItemShowsNothing() {
        assertThat(RENDERER.render(complete().build())).isEmpty();
        assertThat(RENDERER.render(OutboundMessage.text(" "))).isEmpty();
    }

    @Test
    void everyShownSuggestionSaysWhereItWasWrittenAndWhetherItOverflowed() {
        Bubble bubble = bubbles(complete()
                        .carousel(List.of(card("a", "b", "c", "d"), card("e")), quickReply("z", "Z"))
                        .build())
                .get(0);

        assertThat(bubble.quickReplies())
                .extracting(shown -> shown.pointer() + " " + shown.overflow())
                .containsExactly(
                        ITEM + "/carousel/cards/0/suggestions/0 true",
                        ITEM + "/carousel/cards/0/suggestions/1 true",
                        ITEM + "/carousel/cards/0/suggestions/2 true",
                        ITEM + "/carousel/cards/0/suggestions/3 true",
                        ITEM + "/suggestions/0 false");
    }

    @Test
    void anExplanationShowsAllMessagesAndNamesEachByItsIndex() {
        Explanation explanation = new Validator(Limits.DEFAULTS)
                .explain(List.of(
                        complete().text("t").image(IMAGE).build(),
                        complete().build(),
                        complete().text("t").from("page").build()));

        assertThat(explanation.renderings().stream().map(Shown::inWords))
                .containsExactly("text(t)", "media", "text(t)");
        assertThat(explanation.violations())
                .extracting(violation -> violation.index() + " " + violation.rule())
                .containsExactly("1 content-required", "2 page-id-format");
        assertThat(explanation.sendable()).isFalse();
    }

    @Test
    void warningsDoNotKeepMessagesFromBeingSent() {
        OutboundMessage warned = complete().from("page").text("t").build();

        assertThat(new Validator(Limits.DEFAULTS).explain(List.of(warned)).sendable())
                .isTrue();
    }

    private static Rendering only(OutboundMessage message) {
        List<Rendering> renderings = RENDERER.render(message);
        assertThat(renderings).hasSize(1);
        return renderings.get(0);
    }

    private static List<Bubble> bubbles(OutboundMessage message) {
        return only(message).bubbles();
    }

    private static List<String> shown(OutboundMessage message) {
        return RENDERER.render(message).stream().map(Shown::inWords).toList();
    }

    private static Card card(String... labels) {
        return new Card("h", "t", null, List.of(replies(labels)), Map.of());
    }

    private static Suggestion[] replies(String... labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(i -> quickReply(labels[i], "P").suggestion())
                .toArray(Suggestion[]::new);
    }

    private static Suggestion product(String action, String id) {
        return new Suggestion(
                action,
                null,
                null,
                null,
                null,
                Card.product(id).suggestions().get(0).product(),
                null,
                Map.of());
    }
}
