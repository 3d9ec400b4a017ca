package io.github.camelcm.messenger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessengerJsonTest {

    private final ObjectMapper plain = new ObjectMapper();

    static Stream<String> sendPayloads() {
        return Payloads.names("send");
    }

    @ParameterizedTest
    @MethodSource("sendPayloads")
    void everySendPayloadRoundTripsToEqualJsonApartFromTheToken(String name) throws Exception {
        List<OutboundMessage> messages = read(Payloads.json(name)).messages();

        assertThat(plain.readTree(MessengerJson.writeRequest(messages)))
                .isEqualTo(Payloads.withoutAuthentication(name));
    }

    @ParameterizedTest
    @MethodSource("sendPayloads")
    void everySendPayloadRoundTripsWithAPlainMapperOfTheUser(String name) throws Exception {
        JsonNode msg = Payloads.json(name).at("/messages/msg/0");

        OutboundMessage message = plain.treeToValue(msg, OutboundMessage.class);

        assertThat((JsonNode) plain.valueToTree(message)).isEqualTo(msg);
    }

    @Test
    void namesCountInAnyCaseAndAreWrittenInCmsSpelling() throws Exception {
        OutboundMessage message = one("""
                {"FROM": "1", "To": [{"NUMBER": "2"}], "BODY": {"Content": "x"}, "AllowedCHANNELS": ["SMS"],
                 "richcontent": {"Conversation": [{"TEXT": "t", "Media": {"MEDIAURI": "https://a/b.png"},
                   "Suggestions": [{"ACTION": "rEPLY", "Label": "l", "postbackData": "p",
                     "MEDIA": {"mediauri": "https://a/c.png"}, "Dial": {"phonenumber": "+1"}, "PRODUCT": {"ID": "7"}}],
                   "Carousel": {"CARDS": [{"HEADER": "h"}]}}]}}""");

        assertThat(written(message)).isEqualTo(plain.readTree("""
                {"from": "1", "to": [{"number": "2"}], "body": {"content": "x"}, "allowedChannels": ["SMS"],
                 "richContent": {"conversation": [{"text": "t", "media": {"mediaUri": "https://a/b.png"},
                   "suggestions": [{"action": "rEPLY", "label": "l", "postbackdata": "p",
                     "media": {"mediaUri": "https://a/c.png"}, "dial": {"phoneNumber": "+1"}, "product": {"id": "7"}}],
                   "carousel": {"cards": [{"header": "h"}]}}]}}"""));
    }

    @Test
    void numbersAndTruthValuesAreReadAsTexts() throws Exception {
        OutboundMessage message =
                one("{\"from\": 1234567890, \"to\": [{\"number\": 6789}], \"body\": {\"content\": true}}");

        assertThat(message.from()).isEqualTo("1234567890");
        assertThat(message.to().get(0).number()).isEqualTo("6789");
        assertThat(message.body().content()).isEqualTo("true");
    }

    @Test
    void unknownMembersOfEveryPartArePassedOn() throws Exception {
        String json = """
                {"from": "1", "appKey": "k", "to": [{"number": "2", "x1": 1}], "body": {"content": "", "x2": [1, {"a": 1.10}]},
                 "richContent": {"x3": {"y": "z"}, "conversation": [{"text": "t", "x4": true,
                   "media": {"mediaUri": "u", "x5": 5},
                   "suggestions": [{"action": "Reply", "x6": 6, "dial": {"phoneNumber": "+1", "x7": 7},
                      "product": {"id": "p", "x8": 8}}],
                   "carousel": {"x9": 9, "cards": [{"header": "h", "x10": 123456789012345678901234567890}]}}]}}""";

        assertThat(written(one(json))).isEqualTo(MessengerJson.parse(json));
    }

    @Test
    void nullsAreNeverWritten() throws Exception {
        OutboundMessage message = one("""
                {"from": null, "to": null, "body": {"content": "x", "type": null}, "future": {"a": null, "b": 1},
                 "richContent": {"conversation": [{"text": "t", "media": null, "suggestions": null}]}}""");

        assertThat(written(message)).isEqualTo(plain.readTree("""
                {"body": {"content": "x"}, "future": {"b": 1}, "richContent": {"conversation": [{"text": "t"}]}}"""));
    }

    @Test
    void anArrayWhereOneMediaBelongsIsKeptAsItCame() throws Exception {
        String json = """
                {"richContent": {"conversation": [{"media": [{"mediaUri": "a"}],
                   "suggestions": [{"action": "Reply", "media": [{"mediaUri": "b"}, {"mediaUri": "c"}]}],
                   "carousel": {"cards": [{"media": []}]}}]}}""";

        assertThat(written(one(json))).isEqualTo(plain.readTree(json));
    }

    @Test
    void actionsMadeInJavaAreWrittenInCmsSpelling() {
        List<String> actions = Stream.of(
                        QuickReply.quickReply("l", "p").suggestion(),
                        Button.reply("l", "p").suggestion(),
                        Button.openUrl("l", "u").suggestion(),
                        Button.dial("l", "+1").suggestion(),
                        Button.login("u").suggestion(),
                        Button.logout().suggestion(),
                        Card.product("p").suggestions().get(0))
                .map(Suggestion::action)
                .toList();

        assertThat(actions).containsExactly("Reply", "Reply", "OpenUrl", "Dial", "Login", "Logout", "ViewProduct");
        assertThat(Action.of("viewPRODUCT")).isEqualTo(Action.VIEW_PRODUCT);
        assertThat(Action.of("Reply ")).isNull();
        assertThat(Action.of(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"messages": {"msg": [{"body": {"content": "a"}}]}}                          | false | 1
            {"Messages": {"MSG": [{"body": {"content": "a"}}, {"body": {"content": "b"}}]}} | true  | 2
            {"messages": {"msg": []}}                                                    | true  | 0
            {"richContent": {"conversation": [{"text": "a"}]}}                           | false | 1
            {"conversation": [{"text": "a"}]}                                            | false | 1
            {"text": "a"}                                                                | false | 1
            {"SUGGESTIONS": [{"action": "ViewProduct", "product": {"id": "1"}}]}         | false | 1
            {"carousel": {}}                                                             | false | 1
            [{"text": "a"}]                                                              | true  | 1
            [{"text": "a"}, {"messages": {"msg": [{"from": "1"}, {"from": "2"}]}}]       | true  | 3
            []                                                                           | true  | 0
            """)
    void everyFormIsRead(String json, boolean list, int size) throws Exception {
        OutboundReader.Messages read = read(MessengerJson.parse(json));

        assertThat(read.list()).isEqualTo(list);
        assertThat(read.messages()).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": {"a": 1}}                                  | /text is an object, a text is expected
            {"text": ["secret"]}                                | /text is an array, a text is expected
            {"media": "secret"}                                 | /media is a text, an object is expected
            {"suggestions": {"label": "x"}}                     | /suggestions is an object, an array is expected
            {"suggestions": [7]}                                | /suggestions/0 is a number, an object is expected
            {"suggestions": [null]}                             | /suggestions/0 is null, an object is expected
            {"Carousel": {"Cards": [{"Text": {}}]}}             | /carousel/cards/0/text is an object, a text is expected
            {"carousel": []}                                    | /carousel is an array, an object is expected
            {"conversation": "x"}                               | /conversation is a text, an array is expected
            {"to": {"number": "1"}}                             | /to is an object, an array is expected
            {"to": ["1"]}                                       | /to/0 is a text, an object is expected
            {"allowedChannels": "SMS"}                          | /allowedChannels is a text, an array is expected
            {"allowedChannels": [null]}                         | /allowedChannels/0 is null, a text is expected
            {"body": "x"}                                       | /body is a text, an object is expected
            {"text": "a", "TEXT": "b"}                          | /TEXT is given twice, in two spellings
            {"messages": {"msg": {"from": "1"}}}                | /messages/msg is missing or no array: it holds the messages
            {"messages": []}                                    | /messages/msg is missing or no array: it holds the messages
            {"messages": {"msg": [{"from": {}}]}}               | /messages/msg/0/from is an object, a text is expected
            {"messages": {"msg": [3]}}                          | /messages/msg/0 is a number, an object is expected
            {"messages": {"msg": [], "x": 1}}                   | /messages holds a member besides "msg" and "authentication", which would be lost
            [{"text": "a"}, "secret"]                           | /1 is a text, expected is
            [[{"text": "a"}]]                                   | /0 is an array, expected is
            {"secret": 1}                                       | the JSON is none of the accepted forms
            {}                                                  | the JSON is none of the accepted forms
            5                                                   | the JSON is a number, expected is
            null                                                | the JSON is null, expected is
            """)
    void theWrongShapeIsRefusedWithItsPlaceAndNeverWithThePayload(String json, String text) {
        assertThatThrownBy(() -> read(MessengerJson.parse(json)))
                .isInstanceOf(JsonShapeException.class)
                .hasMessageStartingWith(text)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": "secret         | not valid JSON at line 1, column
            {"text": "a"} trailing   | not valid JSON at line 1, column
            {"text": 1, "text": 2}   | not valid JSON at line 1
            {text: 1}                | not valid JSON at line 1, column 2
            """)
    void whatIsNoJsonIsRefusedWithItsPlace(String json, String text) {
        assertThatThrownBy(() -> MessengerJson.parse(json))
                .isInstanceOf(JsonShapeException.class)
                .hasMessageStartingWith(text)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> MessengerJson.parse(json.getBytes())).isInstanceOf(JsonShapeException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = {'{', '"', 't', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

        assertThatThrownBy(() -> MessengerJson.parse(bytes)).isInstanceOf(JsonShapeException.class);
    }

    @Test
    void emptyInputIsNoMessage() {
        assertThatThrownBy(() -> read(MessengerJson.parse(""))).isInstanceOf(JsonShapeException.class);
        assertThatThrownBy(() -> read(MessengerJson.parse(new byte[0]))).isInstanceOf(JsonShapeException.class);
    }

    @Test
    void aValueWithoutJsonFormIsRefused() {
        OutboundMessage message = new OutboundMessage(
                "1", List.of(), null, null, List.of(), null, null, null, null, null, Map.of("x", new Object()));

        assertThatThrownBy(() -> MessengerJson.writeRequest(List.of(message)))
                .isInstanceOf(JsonShapeException.class)
                .hasMessageContaining("raw()");
    }

    @Test
    void recordsAreNotChangedByWhatTheyWereMadeFrom() {
        Map<String, Object> raw = new java.util.HashMap<>(Map.of("a", new java.util.ArrayList<>(List.of(1))));
        Item item = new Item("h", null, null, List.of(), null, null, raw);
        ((List<Object>) raw.get("a")).add(2);
        raw.put("b", 2);

        assertThat(item.raw()).isEqualTo(Map.of("a", List.of(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "text.json,Hello,",
        "quick-reply.json,Edit appointment,EDIT_APPOINTMENT",
        "media.json,,",
        "other-case.json,héllo 👋,"
    })
    void inboundPayloadsAreReadWithEmptyAndNullAlike(String file, String text, String postback) throws Exception {
        InboundMessage message = plain.readValue(Payloads.bytes("inbound/" + file), InboundMessage.class);

        assertThat(message.text()).isEqualTo(text);
        assertThat(message.postback()).isEqualTo(postback);
        assertThat(message.from().number()).isEqualTo("6789012345678901");
        assertThat(message.to().number()).isEqualTo("1234567890");
        assertThat(message.raw()).isEmpty();
        assertThat(plain.readValue(plain.writeValueAsBytes(message), InboundMessage.class))
                .isEqualTo(message);
    }

    private static OutboundReader.Messages read(JsonNode json) throws JsonShapeException {
        return OutboundReader.read(json);
    }

    private static OutboundMessage one(String json) throws JsonShapeException {
        return read(MessengerJson.parse(json)).messages().get(0);
    }

    private JsonNode written(OutboundMessage message) throws Exception {
        return MessengerJson.parse(MessengerJson.writeRequest(List.of(message))).at("/messages/msg/0");
    }
}
