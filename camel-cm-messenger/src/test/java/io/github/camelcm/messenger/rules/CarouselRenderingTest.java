package io.github.camelcm.messenger.rules;

import static io.github.camelcm.messenger.rules.Messages.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carousels of no, one and more cards, and what stands beside them. In the tables {@code <a>} to {@code <o>} are replies, {@code <p>} to {@code <z>} products. */
class CarouselRenderingTest {

    private static final String CARDS = ITEM + "/carousel/cards";
    private static final String MEDIA = "\"media\": {\"mediaUri\": \"https://a/b.png\", \"mediaName\": \"b.png\"}";
    private static final Pattern REPLY = Pattern.compile("<([a-o])>");
    private static final Pattern PRODUCT = Pattern.compile("<([p-z])>");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             1 | {}                                                          | not-supported
             2 | {"header": "h"}                                             | card(h)
             3 | {"suggestions": [<a>]}                                      | not-supported
             3 | {"suggestions": [<p>, <q>]}                                 | products(p q)
             4 | {"header": "h", "suggestions": [<a>]}                       | buttons(h [a])
             4 | {"header": "h", "suggestions": [<a>, <b>, <c>, <d>]}        | buttons(h) < a b c d
             5 | {MEDIA}                                                     | media []
             6 | {"header": "h", MEDIA}                                      | card(h media)
             7 | {MEDIA, "suggestions": [<a>]}                               | media [a]
             8 | {"header": "h", MEDIA, "suggestions": [<a>]}                | card(h media [a])
             9 | {"text": "t"}                                               | text(t)
            10 | {"header": "h", "text": "t"}                                | card(h t)
            11 | {"text": "t", "suggestions": [<a>]}                         | text(t) < a
            12 | {"header": "h", "text": "t", "suggestions": [<a>]}          | card(h t [a])
            13 | {"text": "t", MEDIA}                                        | text(t), media
            14 | {"header": "h", "text": "t", MEDIA}                         | card(h t media)
            15 | {"text": "t", MEDIA, "suggestions": [<a>]}                  | not-supported
            16 | {"header": "h", "text": "t", MEDIA, "suggestions": [<a>]}   | card(h t media [a])
            12 | {"header": "h", "text": "t", "suggestions": [<p>]}          | product-mixed
            """)
    void aSingleCardIsReadAsAnItemButMediaAloneIsAMediaTemplate(int row, String card, String shown) throws Exception {
        Rendering rendering = render("{\"carousel\": {\"cards\": [" + card + "]}}");

        assertThat(rendering.row().number()).isEqualTo(row);
        assertThat(Shown.inWords(rendering)).isEqualTo(shown);
        assertThat(rendering.at()).hasToString(ITEM + "/carousel/cards/0");
    }

    @Test
    void mediaAloneOnASingleCardIsATemplateAndNotAMessage() throws Exception {
        assertThat(render("{\"carousel\": {\"cards\": [{MEDIA}]}}").bubbles())
                .singleElement()
                .isInstanceOfSatisfying(Bubble.MediaTemplate.class, template -> assertThat(template.buttons())
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"header": "h", "text": "t"}, {"header": "i", MEDIA}                      | cards(h t)(i media)
            {"header": "h", "suggestions": [<a>, <b>, <c>, <d>]}, {"header": "i", "suggestions": [<e>, <f>, <g>]} | cards(h)(i [e f g]) < a b c d
            {"header": "h", "suggestions": [<a>, <b>, <c>, <d>]}, {"header": "i", "suggestions": [<e>, <f>, <g>, <h>]} | cards(h)(i) < a b c d e f g h
            {"text": "t", "suggestions": [<a>]}, {MEDIA}                              | cards(t [a])(media)
            {"text": "t", MEDIA, "suggestions": [<a>]}, {"header": "h"}               | cards(t media [a])(h)
            {}, {}                                                                    | cards()()
            {"suggestions": [<p>]}, {"suggestions": [<q>, <r>]}                       | products(p q r)
            {"suggestions": [<p>, <q>, <r>, <s>]}, {"suggestions": [<t>]}             | products(p q r s t)
            {"suggestions": [<p>]}, {}                                                | cards([p])()
            {"suggestions": [<p>]}, {"suggestions": [<a>]}                            | product-mixed
            {"suggestions": [<p>]}, {"header": "h"}                                   | product-mixed
            {"suggestions": [<p>]}, {"suggestions": [<q>], MEDIA}                     | product-mixed
            """)
    void severalCardsAreProductsIfNothingElseIsAmongThemAndAGenericTemplateOtherwise(String cards, String shown)
            throws Exception {
        Rendering rendering = render("{\"carousel\": {\"cards\": [" + cards + "]}}");

        assertThat(Shown.inWords(rendering)).isEqualTo(shown);
        assertThat(rendering.row()).isNull();
        assertThat(rendering.at()).hasToString(ITEM + "/carousel");
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "text": "before"                                | {"header": "h", "text": "t"}                | text(before), card(h t)
            "suggestions": [<a>, <b>]                       | {"header": "h", "text": "t"}                | card(h t) < a b
            "text": "before", "suggestions": [<a>]          | {"header": "h"}, {"header": "i"}            | text(before), cards(h)(i) < a
            "text": "before", "suggestions": [<a>]          | {"text": "t", MEDIA}                        | text(before), text(t), media < a
            "text": "before"                                | {MEDIA}                                     | text(before), media []
            "suggestions": [<a>, <b>]                       | {MEDIA}                                     | media [] < a b
            "suggestions": [<e>]                            | {"header": "h", "suggestions": [<a>, <b>, <c>, <d>]} | buttons(h) < a b c d e
            "suggestions": [<a>]                            | {"text": "t", "suggestions": [<b>]}         | text(t) < b a
            "text": "before", "suggestions": [<a>]          | {"suggestions": [<p>]}, {"suggestions": [<q>]} | text(before), products(p q) < a
            "text": "before", "suggestions": [<a>]          | {"suggestions": [<p>]}                      | text(before), products(p) < a
            "suggestions": [<p>]                            | {"header": "h", "text": "t"}                | card(h t) < p
            "header": "x", MEDIA                            | {"header": "h", "text": "t"}                | card(h t)
            "text": "before"                                | {"suggestions": [<a>]}                      | not-supported
            "text": "before"                                | {"suggestions": [<p>, <a>]}                 | product-mixed
            """)
    void textBesideACarouselComesBeforeItAndSuggestionsAreItsQuickReplies(String beside, String cards, String shown)
            throws Exception {
        Rendering rendering = render("{" + beside + ", \"carousel\": {\"cards\": [" + cards + "]}}");

        assertThat(Shown.inWords(rendering)).isEqualTo(shown);
    }

    @Test
    void noCardAndMoreThanTenAreNotShown() throws Exception {
        String eleven = String.join(", ", Collections.nCopies(11, "{\"text\": \"t\"}"));

        assertThat(Shown.inWords(render("{\"carousel\": {}}"))).isEqualTo("card-count");
        assertThat(Shown.inWords(render("{\"text\": \"t\", \"carousel\": {\"cards\": []}}")))
                .isEqualTo("card-count");
        assertThat(Shown.inWords(render("{\"carousel\": {\"cards\": [" + eleven + "]}}")))
                .isEqualTo("card-count");
    }

    @Test
    void quickRepliesFromCardsAndFromTheItemAreCountedTogetherAtTheItem() throws Exception {
        String ten = String.join(", ", Collections.nCopies(10, "<a>"));
        String card = "{\"header\": \"h\", \"suggestions\": [" + ten + "]}";
        String item = "{\"suggestions\": [%s], \"carousel\": {\"cards\": [" + card
                + ", {\"header\": \"h\", \"text\": \"t\"}]}}";

        assertThat(Messages.facts(message(item.formatted("<b>, <c>, <d>")))).isEmpty();
        assertThat(Messages.violations(message(item.formatted("<b>, <c>, <d>, <e>"))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(Messages.facts(violation))
                            .isEqualTo("ERROR quick-reply-count at " + ITEM + "/suggestions");
                    assertThat(violation.message()).contains("14", "13");
                });
    }

    @Test
    void quickRepliesOfSeveralCardsAreCountedTogetherAtTheItem() throws Exception {
        assertThat(Messages.facts(message(carousel(card("<a>", 4), card("<b>", 9)))))
                .isEmpty();
        assertThat(Messages.facts(message(carousel(card("<a>", 4), card("<b>", 10)))))
                .containsExactly("ERROR quick-reply-count at " + ITEM + "/suggestions");
    }

    @Test
    void quickRepliesOfOneCardAreCountedAtTheCard() throws Exception {
        assertThat(Messages.facts(message(carousel(card("<a>", 14)))))
                .containsExactly("ERROR quick-reply-count at " + CARDS + "/0/suggestions");
        assertThat(Messages.facts(message(carousel(card("<a>", 14), card("<b>", 1)))))
                .containsExactly("ERROR quick-reply-count at " + CARDS + "/0/suggestions");
    }

    @Test
    void productsOfASingleCardAreCountedAtTheCard() throws Exception {
        String eleven = String.join(", ", Collections.nCopies(11, "<p>"));

        assertThat(Messages.facts(message(carousel("{\"suggestions\": [" + eleven + "]}"))))
                .containsExactly("ERROR product-count at " + CARDS + "/0/suggestions");
    }

    @Test
    void aCardWhoseButtonsBecameQuickRepliesIsNotBareButItsNeighbourIs() throws Exception {
        String overflown = "{\"header\": \"h\", \"suggestions\": [<a>, <b>, <c>, <d>]}";

        assertThat(Messages.facts(message(carousel(overflown, "{\"header\": \"h\"}"))))
                .containsExactly("ERROR generic-bare-header at " + CARDS + "/1");
    }

    @Test
    void quickRepliesBesideACarouselBelongToNoCard() throws Exception {
        assertThat(
                        Messages.facts(
                                message(
                                        "{\"suggestions\": [<a>], \"carousel\": {\"cards\": [{\"header\": \"h\"}, {\"header\": \"h\", \"text\": \"t\"}]}}")))
                .containsExactly("ERROR generic-bare-header at " + CARDS + "/0");
    }

    @Test
    void anObstacleLeavesTheFieldRulesAtWorkAndSilencesTheTemplateRules() throws Exception {
        OutboundMessage message = message(
                "{\"text\": \"%s\", \"header\": \"h\", \"carousel\": {}, \"tag\": \"X\", \"suggestions\": [{\"action\": \"Reply\", \"postbackdata\": \"\"}, {\"action\": \"Logout\"}]}"
                        .formatted("x".repeat(2001)));

        assertThat(Messages.facts(message))
                .containsExactlyInAnyOrder(
                        "ERROR tag-known at " + ITEM + "/tag",
                        "ERROR label-required at " + ITEM + "/suggestions/0/label",
                        "WARNING postbackdata-required at " + ITEM + "/suggestions/0/postbackdata",
                        "ERROR card-count at " + ITEM + "/carousel/cards",
                        "WARNING beside-carousel at " + ITEM + "/header");
    }

    private static String carousel(String... cards) {
        return "{\"carousel\": {\"cards\": [" + String.join(", ", cards) + "]}}";
    }

    private static String card(String suggestion, int count) {
        return "{\"header\": \"h\", \"text\": \"t\", \"suggestions\": ["
                + String.join(", ", Collections.nCopies(count, suggestion)) + "]}";
    }

    private static Rendering render(String item) throws JsonShapeException {
        List<Rendering> renderings = new Renderer(Limits.DEFAULTS).render(message(item));
        assertThat(renderings).hasSize(1);
        return renderings.get(0);
    }

    private static OutboundMessage message(String item) throws JsonShapeException {
        String replies = REPLY.matcher(item.replace("MEDIA", MEDIA))
                .replaceAll("{\"action\": \"Reply\", \"label\": \"$1\", \"postbackdata\": \"P\"}");
        return Messages.withItem(
                PRODUCT.matcher(replies).replaceAll("{\"action\": \"ViewProduct\", \"product\": {\"id\": \"$1\"}}"));
    }
}
