package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Violation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of every member wherever it stands: its text has a UTF-8 form, its name is one that CM.com has. */
class EveryMemberTest {

    private static final String BROKEN = "a \ud83d b";

    /** Every text of the model; in an array it is the second element. */
    private static final String TEXTS = """
            /from
            /to/1/number
            /body/type
            /body/content
            /reference
            /allowedChannels/1
            /validity
            /customGrouping
            /customGrouping2
            /customGrouping3
            /richContent/conversation/1/header
            /richContent/conversation/1/text
            /richContent/conversation/1/media/mediaName
            /richContent/conversation/1/media/mediaUri
            /richContent/conversation/1/media/mimeType
            /richContent/conversation/1/suggestions/1/action
            /richContent/conversation/1/suggestions/1/label
            /richContent/conversation/1/suggestions/1/postbackdata
            /richContent/conversation/1/suggestions/1/url
            /richContent/conversation/1/suggestions/1/dial/phoneNumber
            /richContent/conversation/1/suggestions/1/product/id
            /richContent/conversation/1/suggestions/1/media/mediaName
            /richContent/conversation/1/suggestions/1/media/mediaUri
            /richContent/conversation/1/suggestions/1/media/mimeType
            /richContent/conversation/1/carousel/cards/1/header
            /richContent/conversation/1/carousel/cards/1/text
            /richContent/conversation/1/carousel/cards/1/media/mediaName
            /richContent/conversation/1/carousel/cards/1/media/mediaUri
            /richContent/conversation/1/carousel/cards/1/media/mimeType
            /richContent/conversation/1/carousel/cards/1/suggestions/1/action
            /richContent/conversation/1/carousel/cards/1/suggestions/1/label
            /richContent/conversation/1/carousel/cards/1/suggestions/1/postbackdata
            /richContent/conversation/1/carousel/cards/1/suggestions/1/url
            /richContent/conversation/1/carousel/cards/1/suggestions/1/dial/phoneNumber
            /richContent/conversation/1/carousel/cards/1/suggestions/1/product/id
            /richContent/conversation/1/carousel/cards/1/suggestions/1/media/mediaName
            /richContent/conversation/1/carousel/cards/1/suggestions/1/media/mediaUri
            /richContent/conversation/1/carousel/cards/1/suggestions/1/media/mimeType
            /richContent/conversation/1/tag
            /richContent/suggestions/1/action
            /richContent/suggestions/1/label
            /richContent/suggestions/1/postbackdata
            /richContent/suggestions/1/url
            /richContent/suggestions/1/dial/phoneNumber
            /richContent/suggestions/1/product/id
            /richContent/suggestions/1/media/mediaName
            /richContent/suggestions/1/media/mediaUri
            /richContent/suggestions/1/media/mimeType
            """;

    /** Every object of the model below the message itself. */
    private static final String OBJECTS = """
            /to/1
            /body
            /richContent
            /richContent/conversation/1
            /richContent/conversation/1/media
            /richContent/conversation/1/suggestions/1
            /richContent/conversation/1/suggestions/1/dial
            /richContent/conversation/1/suggestions/1/product
            /richContent/conversation/1/suggestions/1/media
            /richContent/conversation/1/carousel
            /richContent/conversation/1/carousel/cards/1
            /richContent/conversation/1/carousel/cards/1/media
            /richContent/conversation/1/carousel/cards/1/suggestions/1
            /richContent/conversation/1/carousel/cards/1/suggestions/1/dial
            /richContent/conversation/1/carousel/cards/1/suggestions/1/product
            /richContent/conversation/1/carousel/cards/1/suggestions/1/media
            /richContent/suggestions/1
            /richContent/suggestions/1/dial
            /richContent/suggestions/1/product
            /richContent/suggestions/1/media
            """;

    static Stream<String> texts() {
        return TEXTS.lines();
    }

    static Stream<String> objects() {
        return Stream.concat(Stream.of(""), OBJECTS.lines());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void halfASurrogatePairIsReportedAtItsText(String pointer) throws Exception {
        assertThat(found(Rule.TEXT_ENCODING, message(pointer, TextNode.valueOf(BROKEN))))
                .containsExactly("ERROR text-encoding at " + pointer);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aWholeSurrogatePairIsText(String pointer) throws Exception {
        assertThat(found(Rule.TEXT_ENCODING, message(pointer, TextNode.valueOf("a \ud83d\ude00 b"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aNameThatCmDoesNotHaveIsReportedWithItsPlace(String object) throws Exception {
        assertThat(found(Rule.UNKNOWN_FIELD, message(object + "/colour", IntNode.valueOf(1))))
                .containsExactly("WARNING unknown-field at " + object + "/colour");
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aNameThatCmHasOnAnotherChannelIsNotReported(String object) throws Exception {
        assertThat(found(Rule.UNKNOWN_FIELD, message(object + "/CARDWIDTH", IntNode.valueOf(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theValueOfAMemberThatTheModelDoesNotHaveIsTextToo(String object) throws Exception {
        assertThat(found(Rule.TEXT_ENCODING, message(object + "/description", TextNode.valueOf(BROKEN))))
                .containsExactly("ERROR text-encoding at " + object + "/description");
    }

    @Test
    void everyTextAndEveryObjectOfTheModelIsInTheTables() {
        List<String> texts = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        walk(OutboundMessage.class, "", texts, objects);

        assertThat(texts().toList()).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(objects().toList()).containsExactlyInAnyOrderElementsOf(objects);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"location": {"labels": ["a", "#"]}}                   | /location/labels/1
            {"location": [[], ["a", {"b": "#"}]]}                  | /location/1/1/b
            {"location": {"#": "a"}}                               | /location
            {"location": {"#": "a", "b#": "c"}}                    | /location
            {"location": {"#": "#"}}                               | /location
            {"body": {"#": "a"}}                                   | /body
            {"richContent": {"conversation": [{"media": ["#"]}]}}  | /richContent/conversation/0/media/0
            """)
    void insideOfWhatTheModelDoesNotHaveTheTextOrWhatHoldsTheNameIsReportedOnce(String json, String pointer)
            throws Exception {
        OutboundMessage message = OutboundReader.message(MessengerJson.parse(json.replace("#", "\\ud83d")));

        assertThat(found(Rule.TEXT_ENCODING, message)).containsExactly("ERROR text-encoding at " + pointer);
        assertThat(found(Rule.UNKNOWN_FIELD, message)).isEmpty();
    }

    @Test
    void eachBrokenTextIsReportedAndSoIsTheObjectWithABrokenName() throws Exception {
        OutboundMessage message = OutboundReader.message(MessengerJson.parse(
                "{\"from\": \"#\", \"location\": {\"#\": 1, \"label\": \"#\"}}".replace("#", "\\ude00")));

        assertThat(found(Rule.TEXT_ENCODING, message))
                .containsExactlyInAnyOrder(
                        "ERROR text-encoding at /from",
                        "ERROR text-encoding at /location",
                        "ERROR text-encoding at /location/label");
    }

    @Test
    void arraysAndOtherTextsThatOnlyJavaHasAreReadAsWell() {
        Map<String, Object> raw = Map.of("context", new Object[] {"a", new StringBuilder(BROKEN)});

        assertThat(found(Rule.TEXT_ENCODING, Messages.withRaw(raw)))
                .containsExactly("ERROR text-encoding at /context/1");
    }

    @Test
    void aMisspelledNameIsToldWhatIsMeantAndAnyOtherIsNot() {
        assertThat(Messages.violations(Messages.withRaw(Map.of("refrence", 1))))
                .extracting(Violation::message)
                .containsExactly(
                        "CM.com is not known to have this field (is 'reference' meant?); it is passed on as it is");
        assertThat(Messages.violations(Messages.withRaw(Map.of("quick_replies", 1))))
                .extracting(Violation::message)
                .containsExactly(
                        "CM.com is not known to have this field (it is Meta's name; CM.com's is 'suggestions');"
                                + " it is passed on as it is");
        assertThat(Messages.violations(Messages.withRaw(Map.of("colour", 1))))
                .extracting(Violation::message)
                .containsExactly("CM.com is not known to have this field; it is passed on as it is");
    }

    private static List<String> found(Rule rule, OutboundMessage message) {
        return Messages.violations(message).stream()
                .filter(violation -> violation.rule().equals(rule.id()))
                .map(Messages::facts)
                .toList();
    }

    /** A message with this value at this place, and of each array on the way an element before it. */
    private static OutboundMessage message(String pointer, JsonNode value) throws Exception {
        JsonNode json = value;
        List<String> names = List.of(pointer.substring(1).split("/"));
        for (int i = names.size() - 1; i >= 0; i--) {
            json = names.get(i).equals("1")
                    ? second(json)
                    : JsonNodeFactory.instance.objectNode().set(names.get(i), json);
        }
        return OutboundReader.message(json);
    }

    private static ArrayNode second(JsonNode element) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        return (element.isTextual() ? array.add("SMS") : array.add(JsonNodeFactory.instance.objectNode())).add(element);
    }

    private static void walk(Class<?> model, String pointer, List<String> texts, List<String> objects) {
        assertThat(model).as(pointer).isRecord();
        objects.add(pointer);
        for (RecordComponent component : model.getRecordComponents()) {
            String at = pointer + "/" + component.getName();
            if (component.getType() == String.class) {
                texts.add(at);
            } else if (component.getType() == List.class) {
                Class<?> element =
                        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                if (element == String.class) {
                    texts.add(at + "/1");
                } else {
                    walk(element, at + "/1", texts, objects);
                }
            } else if (!component.getName().equals("raw")) {
                walk(component.getType(), at, texts, objects);
            }
        }
    }
}
