package io.github.camelcm.messenger.model;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBuilderTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Test
    void aConversationIsWrittenInMessengersWords() throws Exception {
        OutboundMessage message = OutboundMessage.builder()
                .to("6789012345678901")
                .fallbackText("Which colour, red or blue?")
                .text("Which colour?", quickReply("Red", "RED"), quickReply("Blue", "BLUE"))
                .image("https://example.com/shirts.jpg")
                .buttons(
                        "How shall we deliver it?",
                        Button.reply("By post", "POST"),
                        Button.dial("Ask us", "+31612345678"))
                .build();

        assertThat(new String(MessengerJson.writeRequest(List.of(message)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"messages\":{\"msg\":[{\"to\":[{\"number\":\"6789012345678901\"}],"
                                + "\"body\":{\"type\":\"auto\",\"content\":\"Which colour, red or blue?\"},"
                                + "\"richContent\":{\"conversation\":["
                                + "{\"text\":\"Which colour?\",\"suggestions\":["
                                + "{\"action\":\"Reply\",\"label\":\"Red\",\"postbackdata\":\"RED\"},"
                                + "{\"action\":\"Reply\",\"label\":\"Blue\",\"postbackdata\":\"BLUE\"}]},"
                                + "{\"media\":{\"mediaName\":\"shirts.jpg\",\"mediaUri\":\"https://example.com/shirts.jpg\","
                                + "\"mimeType\":\"image/jpeg\"}},"
                                + "{\"header\":\"How shall we deliver it?\",\"suggestions\":["
                                + "{\"action\":\"Reply\",\"label\":\"By post\",\"postbackdata\":\"POST\"},"
                                + "{\"action\":\"Dial\",\"label\":\"Ask us\",\"dial\":{\"phoneNumber\":\"+31612345678\"}}]}]}}]}}");
    }

    @Test
    void theEnvelopeIsWrittenInCmsWords() throws Exception {
        OutboundMessage message = OutboundMessage.builder()
                .from("1234567890")
                .to("1", "2")
                .fallbackText("hello")
                .reference("order7")
                .allowedChannels("Facebook Messenger", "WhatsApp")
                .validity("2h")
                .customGrouping("a")
                .customGrouping2("b")
                .customGrouping3("c")
                .build();

        assertThat(written(message)).isEqualTo(PLAIN.readTree("""
                {"from": "1234567890", "to": [{"number": "1"}, {"number": "2"}],
                 "body": {"type": "auto", "content": "hello"}, "reference": "order7",
                 "allowedChannels": ["Facebook Messenger", "WhatsApp"], "validity": "2h",
                 "customGrouping": "a", "customGrouping2": "b", "customGrouping3": "c"}"""));
    }

    @Test
    void plainTextIsABody() throws Exception {
        assertThat(written(OutboundMessage.text("hello")))
                .isEqualTo(PLAIN.readTree("{\"body\": {\"type\": \"auto\", \"content\": \"hello\"}}"));
    }

    @Test
    void aMessageOfNothingHasNoMembers() throws Exception {
        assertThat(written(OutboundMessage.builder().build())).isEqualTo(PLAIN.createObjectNode());
    }

    @Test
    void everyCallAddsAnItemInTheOrderOfTheCalls() throws Exception {
        OutboundMessage message = OutboundMessage.builder()
                .products("p", "q")
                .card(Card.titled("h").text("t"), quickReply("a", "A"))
                .carousel(Card.titled("h"), Card.titled("i"))
                .media(Media.of("f.mp4", "https://a/1", "video/mp4"), Button.openUrl("See", "https://a"))
                .item(Item.text("last", List.of()))
                .build();

        assertThat(written(message).at("/richContent/conversation")).isEqualTo(PLAIN.readTree("""
                [{"suggestions": [{"action": "ViewProduct", "product": {"id": "p"}}, {"action": "ViewProduct", "product": {"id": "q"}}]},
                 {"suggestions": [{"action": "Reply", "label": "a", "postbackdata": "A"}],
                  "carousel": {"cards": [{"header": "h", "text": "t"}]}},
                 {"carousel": {"cards": [{"header": "h"}, {"header": "i"}]}},
                 {"media": {"mediaName": "f.mp4", "mediaUri": "https://a/1", "mimeType": "video/mp4"},
                  "suggestions": [{"action": "OpenUrl", "label": "See", "url": "https://a"}]},
                 {"text": "last"}]"""));
    }

    @Test
    void aCardIsWrittenWithWhatItWasGivenLast() throws Exception {
        Card card = Card.titled("Blue shirt")
                .text("All sizes")
                .image("https://example.com/blue.png")
                .buttons(Button.reply("Buy", "BUY"))
                .buttons(Button.login("https://example.com/login"), Button.logout());

        assertThat(written(OutboundMessage.builder().card(card).build())
                        .at("/richContent/conversation/0/carousel/cards/0"))
                .isEqualTo(PLAIN.readTree("""
                        {"header": "Blue shirt", "text": "All sizes",
                         "media": {"mediaName": "blue.png", "mediaUri": "https://example.com/blue.png", "mimeType": "image/png"},
                         "suggestions": [{"action": "Login", "url": "https://example.com/login"}, {"action": "Logout"}]}"""));
    }

    @Test
    void aThumbnailIsMediaOfItsQuickReplyWithoutNameAndType() throws Exception {
        QuickReply reply = quickReply("Red", "RED").thumbnail("https://example.com/red.png");

        assertThat(written(OutboundMessage.builder().text("t", reply).build())
                        .at("/richContent/conversation/0/suggestions/0"))
                .isEqualTo(PLAIN.readTree("""
                        {"action": "Reply", "label": "Red", "postbackdata": "RED",
                         "media": {"mediaUri": "https://example.com/red.png"}}"""));
    }

    @Test
    void aThumbnailDoesNotChangeTheQuickReplyItWasMadeFrom() {
        QuickReply plain = quickReply("Red", "RED");

        plain.thumbnail("https://example.com/red.png");

        assertThat(plain.suggestion().media()).isNull();
    }

    @Test
    void aThumbnailKeepsMembersThatAreNotKnown() {
        Suggestion future = new Suggestion("Reply", "a", "A", null, null, null, null, Map.of("x", 1));

        assertThat(new QuickReply(future)
                        .thumbnail("https://a/b.png")
                        .suggestion()
                        .raw())
                .isEqualTo(Map.of("x", 1));
    }

    @Test
    void aBuilderOfAMessageHoldsAllThatTheMessageHolds() throws Exception {
        OutboundMessage message = OutboundReader.message(MessengerJson.parse("""
                {"from": "1", "to": [{"number": "2", "x1": 1}, {"number": "3"}], "body": {"type": "t", "content": "c", "x2": 2},
                 "reference": "r", "allowedChannels": ["SMS"], "validity": "2h",
                 "customGrouping": "a", "customGrouping2": "b", "customGrouping3": "c", "x3": {"y": [3, null]},
                 "richContent": {"x4": 4, "suggestions": [{"action": "Reply", "x5": 5}], "conversation": [
                   {"text": "t", "tag": "HUMAN_AGENT", "media": [{"mediaUri": "u"}], "x6": 6},
                   {"carousel": {"x7": 7, "cards": [{"header": "h", "x8": 8}]}}]}}"""));

        OutboundMessage rebuilt = message.toBuilder().build();

        assertThat(rebuilt).isEqualTo(message);
        assertThat(written(rebuilt)).isEqualTo(written(message));
    }

    @Test
    void aBuilderOfAMessageChangesOnlyWhatItIsTold() {
        OutboundMessage message =
                OutboundMessage.builder().to("1").reference("r").text("first").build();

        OutboundMessage changed = message.toBuilder().to("2").text("second").build();

        assertThat(changed.to()).containsExactly(Recipient.of("2"));
        assertThat(changed.reference()).isEqualTo("r");
        assertThat(changed.items()).extracting(Item::text).containsExactly("first", "second");
        assertThat(message.to()).containsExactly(Recipient.of("1"));
        assertThat(message.items()).extracting(Item::text).containsExactly("first");
    }

    @Test
    void aMessageKeepsWhatRichContentHasBesidesItems() {
        OutboundMessage message = new OutboundMessage(
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new RichContent(List.of(), List.of(), Map.of("x", 1)),
                Map.of());

        assertThat(message.toBuilder().build()).isEqualTo(message);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aTagIsGivenToItemsThatHaveNoneOfTheirOwn(String none) {
        Map<String, Object> raw = Map.of("x", 1);
        Media media = Media.of("https://a/b.png");
        List<Suggestion> suggestions = List.of(quickReply("a", "A").suggestion());
        Carousel carousel = Carousel.of(List.of(Card.titled("h")));
        Item without = new Item("h", "t", media, suggestions, carousel, none, raw);

        OutboundMessage message = OutboundMessage.builder()
                .item(without)
                .tag(MessageTag.HUMAN_AGENT)
                .item(without.withTag("ACCOUNT_UPDATE"))
                .text("after")
                .build();

        assertThat(message.items())
                .extracting(Item::tag)
                .containsExactly("HUMAN_AGENT", "ACCOUNT_UPDATE", "HUMAN_AGENT");
        assertThat(message.items().get(0))
                .isEqualTo(new Item("h", "t", media, suggestions, carousel, "HUMAN_AGENT", raw));
    }

    @Test
    void aTagThatIsNotKnownYetIsTakenToo() {
        assertThat(OutboundMessage.builder()
                        .text("t")
                        .tag("NEW_TAG")
                        .build()
                        .items()
                        .get(0)
                        .tag())
                .isEqualTo("NEW_TAG");
    }

    @Test
    void aTagIsGivenToTheItemsOfAMessageThatIsBuiltOn() {
        OutboundMessage message = OutboundMessage.builder().text("t").build();

        assertThat(message.toBuilder()
                        .tag(MessageTag.HUMAN_AGENT)
                        .build()
                        .items()
                        .get(0)
                        .tag())
                .isEqualTo("HUMAN_AGENT");
        assertThat(message.items().get(0).tag()).isNull();
    }

    @Test
    void whatWasBuiltDoesNotChangeWithItsBuilder() {
        List<String> channels = new ArrayList<>(List.of("SMS"));
        MessageBuilder builder =
                OutboundMessage.builder().to("1").allowedChannels(channels).text("first");
        OutboundMessage first = builder.build();

        channels.add("Push");
        OutboundMessage second =
                builder.to("2").text("second").tag(MessageTag.HUMAN_AGENT).build();

        assertThat(first.to()).containsExactly(Recipient.of("1"));
        assertThat(first.allowedChannels()).containsExactly("SMS");
        assertThat(first.items()).containsExactly(Item.text("first", List.of()));
        assertThat(second.items()).hasSize(2);
    }

    private static JsonNode written(OutboundMessage message) throws Exception {
        return PLAIN.readTree(MessengerJson.writeRequest(List.of(message))).at("/messages/msg/0");
    }
}
