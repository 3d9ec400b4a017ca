package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.Contact;
import io.github.camelcm.messenger.model.InboundContent;
import io.github.camelcm.messenger.model.InboundMedia;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.model.UnknownEvent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final Contact USER = Contact.of("6789012345678901");
    private static final Contact JANE = new Contact("6789012345678901", "Jane", Map.of());
    private static final Contact PAGE = Contact.of("1234567890");

    static Stream<Arguments> samples() {
        Suggestion tapped = new Suggestion("Reply", null, "EDIT_APPOINTMENT", null, null, null, null, Map.of());
        return Stream.of(
                Arguments.of(
                        "inbound/text.json",
                        message(
                                JANE,
                                content("Hello", null, null),
                                null,
                                "2021-05-27 15:47:52",
                                "2021-05-27T13:47:52")),
                Arguments.of(
                        "inbound/quick-reply.json",
                        message(
                                JANE,
                                content(
                                        "Edit appointment",
                                        null,
                                        new InboundContent.Custom(List.of(tapped), null, Map.of())),
                                "appointment17",
                                "2021-05-27 15:48:10",
                                "2021-05-27T13:48:10")),
                Arguments.of(
                        "inbound/media.json",
                        message(
                                USER,
                                content(
                                        null,
                                        new InboundMedia(
                                                "https://api.cm.com/resources/v1.0/files/17/content",
                                                "image/png",
                                                null,
                                                Map.of()),
                                        null),
                                null,
                                null,
                                "2021-05-27T13:49:00")),
                Arguments.of(
                        "inbound/other-case.json",
                        message(
                                USER,
                                content("h\u00e9llo \ud83d\udc4b", null, null),
                                null,
                                null,
                                "2021-05-27T13:50:00")),
                Arguments.of(
                        "status/delivered.json",
                        new StatusReport(
                                "2023-09-15T13:24:03",
                                "6789012345678901",
                                "0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b",
                                new StatusReport.Status("2", null, "Delivered", Map.of()),
                                null,
                                Map.of())),
                Arguments.of(
                        "status/failed.json",
                        new StatusReport(
                                "2023-09-15T13:24:05",
                                "6789012345678901",
                                "order|4711",
                                new StatusReport.Status("3", "206", "Rejected", Map.of()),
                                null,
                                Map.of())),
                Arguments.of(
                        "event/opt-in.json",
                        new ChannelEvent(
                                USER,
                                PAGE,
                                new ChannelEvent.Event(
                                        "OptInSubscribed",
                                        "topic-1",
                                        Map.of("notificationToken", "t-1", "tokenExpiry", "2024-01-01T00:00:00"),
                                        Map.of()),
                                "2023-09-15T13:30:00",
                                "Facebook Messenger",
                                Map.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everySampleIsReadExactly(String file, JsonRecord expected) throws Exception {
        ReceivedEvent event = one(Payloads.bytes(file));

        assertThat(event.body()).isEqualTo(expected);
        assertThat(event.kind())
                .isEqualTo(
                        expected instanceof InboundMessage
                                ? EventKind.MESSAGE
                                : expected instanceof StatusReport ? EventKind.STATUS : EventKind.EVENT);
        assertThat(event.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void everySampleIsInTheTable() {
        assertThat(samples().map(row -> row.get()[0]))
                .containsExactlyInAnyOrderElementsOf(Stream.of("inbound", "status", "event")
                        .flatMap(Payloads::names)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"messages": {"msg": {}}}                                             | STATUS
            {"MESSAGES": {"Msg": {"STATUS": {"CODE": 2}}}}                        | STATUS
            {"messages": {"msg": [{}]}}                                           | STATUS
            {"messages": {"msg": [{}, {"to": "1"}]}}                              | STATUS STATUS
            {"messages": {"msg": []}}                                             | ``
            {"messages": {"msg": {}}, "message": {}, "event": {"type": "x"}}      | STATUS
            {"messages": {"msg": ""}}                                             | UNKNOWN
            {"messages": {"msg": null}, "message": {}}                            | MESSAGE
            {"messages": {"msg": [1]}}                                            | UNKNOWN
            {"messages": {"msg": [{}, null]}}                                     | UNKNOWN
            {"messages": {"msg": [{}, []]}, "event": {"type": "x"}}               | EVENT
            {"messages": [{"msg": {}}]}                                           | UNKNOWN
            {"messages": "x"}                                                     | UNKNOWN
            {"msg": {}}                                                           | UNKNOWN
            {"event": {"type": "x"}}                                              | EVENT
            {"EVENT": {"type": "x"}, "message": {}}                               | EVENT
            {"event": {"new": [0]}}                                               | EVENT
            {"event": {}, "message": {}}                                          | MESSAGE
            {"event": {"type": "", "custom": {}}, "message": {}}                  | MESSAGE
            {"event": {}}                                                         | UNKNOWN
            {"event": "OptIn"}                                                    | UNKNOWN
            {"event": ["x"], "message": {}}                                       | MESSAGE
            {"message": {}}                                                       | MESSAGE
            {"Message": {"x": 1}}                                                 | MESSAGE
            {"message": ""}                                                       | UNKNOWN
            {"message": "hi"}                                                     | UNKNOWN
            {"message": [{"text": "hi"}]}                                         | UNKNOWN
            {"message": null}                                                     | UNKNOWN
            {"from": "1", "message": null}                                        | MESSAGE
            {"to": {"number": "1"}, "message": ""}                                | MESSAGE
            {"to": {"number": "1"}, "message": []}                                | MESSAGE
            {"from": "1", "message": "hi"}                                        | UNKNOWN
            {"message": {"text": "a"}, "MESSAGE": ""}                             | MESSAGE
            {"message": {"text": "a"}, "message": ""}                             | UNKNOWN
            {"message": "", "message": {"text": "a"}}                             | MESSAGE
            {"text": "hi"}                                                        | UNKNOWN
            {}                                                                    | UNKNOWN
            """)
    void theShapeTellsTheKind(String json, String kinds) throws Exception {
        assertThat(read(json).stream().map(event -> event.kind().name()))
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message': {'text': 'a'}}",
                "{'MESSAGE': {'TEXT': 'a'}}",
                "{'message': {'text': 'x', 'Text': 'a'}}",
                "{'message': {'text': 'x', 'text': 'a'}}",
                "{'message': {'text': 'b'}, 'Message': {'text': 'a'}}",
                "{'message': {'text': 'a', 'media': '', 'custom': []}}",
                "{'message': {'text': 'a', 'media': [], 'custom': ''}}",
                "{'message': {'text': 'a', 'media': null, 'custom': {'suggestions': '', 'location': []}}}",
                "{'message': {'text': 'a', 'custom': {'suggestions': [null, '', {}, []]}}}",
                "{'message': {'text': 'a', 'media': {'mediaUri': [], 'title': {}, 'x': null}}}",
                "{'message': {'text': 'a'}, 'from': '', 'to': [], 'groupings': null, 'reference': {}}",
                "{'message': {'text': 'a'}, 'groupings': ['', null, ''], 'channel': '', 'event': '', 'messages': []}",
                "{'message': {'text': 'a'}, 'from': {'number': null, 'name': ''}, 'future': {'x': [{}, '']}}"
            })
    void emptyNullAndAbsentAreAlikeInEveryForm(String json) throws Exception {
        ReceivedEvent event = one(json);

        assertThat(event.kind()).isEqualTo(EventKind.MESSAGE);
        assertThat(event.body())
                .isEqualTo(new InboundMessage(
                        null, null, content("a", null, null), null, List.of(), null, null, null, null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"message": {}, "from": "67"}                     | 67
            {"message": {}, "FROM": 6789012345678901}         | 6789012345678901
            {"message": {}, "from": 12345678901234567890123}  | 12345678901234567890123
            {"message": {}, "from": {"Number": 67}}           | 67
            {"message": {}, "from": {"number": true}}         | true
            {"event": {"type": 7}, "from": 67}                | 67
            """)
    void aContactMayBeATextOrANumber(String json, String number) throws Exception {
        JsonRecord body = one(json).body();

        assertThat(body instanceof InboundMessage message ? message.from() : ((ChannelEvent) body).from())
                .isEqualTo(Contact.of(number));
    }

    @Test
    void numbersAndTruthValuesAreTexts() throws Exception {
        InboundMessage message = (InboundMessage) one("""
                {"message": {"text": 42, "custom": {"location": {"latitude": 51.5890, "longitude": -4, "label": false}}},
                 "reference": 17, "groupings": [1, null, true], "timeUtc": 1e3}""").body();

        assertThat(message.text()).isEqualTo("42");
        assertThat(message.message().custom().location())
                .isEqualTo(new InboundContent.Location("51.5890", "-4", "false", null, Map.of()));
        assertThat(message.reference()).isEqualTo("17");
        assertThat(message.groupings()).containsExactly("1", "", "true");
        assertThat(message.timeUtc()).isEqualTo("1E+3");
    }

    @Test
    void oneSuggestionNeedsNoArray() throws Exception {
        InboundMessage message = (InboundMessage)
                one("{'message': {'custom': {'suggestions': {'action': 'Reply', 'postbackData': 'EDIT'}}}}")
                        .body();

        assertThat(message.postback()).isEqualTo("EDIT");
    }

    @Test
    void membersThatAreNotKnownAreKeptWhateverTheirName() throws Exception {
        InboundMessage message = (InboundMessage) one("""
                {"message": {"text": "a", "raw": {"q": 1}, "": 2}, "raw": {"x": 1}, "RAW": 3, "": [1, null],
                 "from": {"number": "1", "raw": 1.10, "": 5}}""").body();

        assertThat(message.raw())
                .containsOnlyKeys("raw", "RAW", "")
                .containsEntry("raw", Map.of("x", 1))
                .containsEntry("RAW", 3);
        assertThat(message.message().raw()).isEqualTo(Map.of("raw", Map.of("q", 1), "", 2));
        assertThat(message.from().raw()).isEqualTo(Map.of("raw", new java.math.BigDecimal("1.10"), "", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message': {'text': {'a': 1}}, 'empty': {}, 'none': null}",
                "{'message': {'text': ['a', 'b']}}",
                "{'message': {'media': 'x'}}",
                "{'message': {'media': ' '}}",
                "{'message': {'media': '\\u0000'}}",
                "{'message': {'custom': 7}}",
                "{'message': {'custom': {'suggestions': 'x'}}}",
                "{'message': {'custom': {'suggestions': [' ']}}}",
                "{'message': {'custom': {'location': true}}}",
                "{'message': {}, 'from': {'number': {'x': 1}}}",
                "{'message': {}, 'from': ['x', 'y']}",
                "{'message': {}, 'groupings': [{'a': 1}]}",
                "{'event': {'type': {'a': 1}}}",
                "{'event': {'custom': 'x'}}",
                "{'messages': {'msg': {'status': 'DELIVERED'}}}",
                "{'messages': {'msg': {'to': {'number': '1'}}}}"
            })
    void whatCannotBeReadAsItsKindIsKeptAsItCame(String json) throws Exception {
        ReceivedEvent event = one(json);

        assertThat(event.kind()).isEqualTo(EventKind.UNKNOWN);
        JsonRecord whole = event.body();
        String quoted = json.replace('\'', '"');
        if (quoted.startsWith("{\"messages")) { // one report is what was in the envelope
            quoted = quoted.substring(20, quoted.length() - 2);
        }
        assertThat(MessengerJson.parse(MessengerJson.write(whole))).isEqualTo(MessengerJson.parse(quoted));
    }

    @Test
    void oneReportThatCannotBeReadDoesNotHarmItsNeighbours() throws Exception {
        List<ReceivedEvent> events =
                read("{'messages': {'msg': [{'to': '1'}, {'status': 'x', 'operator': ''}, {'to': '2'}]}}");

        assertThat(events)
                .extracting(ReceivedEvent::kind)
                .containsExactly(EventKind.STATUS, EventKind.UNKNOWN, EventKind.STATUS);
        assertThat(events.get(1).body()).isEqualTo(new UnknownEvent(Map.of("status", "x", "operator", "")));
        assertThat(((StatusReport) events.get(2).body()).to()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | the JSON is nothing, an object is expected
            ` `                       | the JSON is nothing, an object is expected
            {"message": "secret       | not valid JSON at line 1, column
            {"text": "secret"} x      | not valid JSON at line 1, column
            {"text": "secret"} {}     | not valid JSON at line 1, column
            {secret: 1}               | not valid JSON at line 1, column 2
            {'secret': 1}             | not valid JSON at line 1, column 2
            {"x": NaN}                | not valid JSON at line 1
            {"x": 01}                 | not valid JSON at line 1
            {"x": "\\secret"}         | not valid JSON at line 1
            /* secret */ {}           | not valid JSON at line 1
            []                        | the JSON is an array, an object is expected
            [{"message": {}}]         | the JSON is an array, an object is expected
            "secret"                  | the JSON is a text, an object is expected
            17                        | the JSON is a number, an object is expected
            true                      | the JSON is a truth value, an object is expected
            null                      | the JSON is null, an object is expected
            {"x": 1e99999999999}      | a number has an exponent that no number can have
            {"x": -1e-99999999999}    | a number has an exponent that no number can have
            """)
    void whatIsNoJsonObjectIsRefusedWithItsPlaceAndNeverWithThePayload(String body, String text) {
        assertThatThrownBy(() -> EventReader.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith(text)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\u00c3(\"", // no UTF-8
                "\"\u00e2\u0082\"",
                "\"\u00ff\"",
                "\"\u0000\"",
                "\"\n\"",
            })
    void bytesThatAreNoCharactersAreRefused(String value) {
        byte[] body = ("{\"x\": " + value + "}").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> EventReader.read(body)).isInstanceOf(MalformedBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void otherCodingsAndByteOrderMarksAreRead(String coding) throws Exception {
        byte[] bytes = "\ufeff{\"message\": {\"text\": \"h\u00e9 \ud83d\udc4b\"}}".getBytes(Charset.forName(coding));

        assertThat(((InboundMessage) one(bytes).body()).text()).isEqualTo("h\u00e9 \ud83d\udc4b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud83d", "\\udc4b", "a\\ud83db", "\\udc4b\\ud83d", "\\u0000", "\\ud83d\\udc4b", "\\ufffe"})
    void everyCharacterThatJsonCanHoldSurvives(String text) throws Exception {
        String json = "{'message': {'text': 'T', 'x': 'T'}, 'y': {'z': ['T']}}".replace("T", text);
        JsonRecord message = one(json).body();
        JsonRecord unknown = one(json.replace("message", "mess")).body();

        assertThat(one(MessengerJson.write(message)).body()).isEqualTo(message);
        assertThat(one(MessengerJson.write(unknown)).body()).isEqualTo(unknown);
        assertThat(new String(MessengerJson.write(unknown), StandardCharsets.UTF_8))
                .doesNotContain("?", "\ufffd");
    }

    @Test
    void numbersKeepTheirDigits() throws Exception {
        UnknownEvent event = (UnknownEvent) one("{'x': [1.10, 1e400, 1e999999999, 123456789012345678901234567890]}")
                .body();

        assertThat(new String(MessengerJson.write(event), StandardCharsets.UTF_8))
                .isEqualTo("{\"x\":[1.10,1E+400,1E+999999999,123456789012345678901234567890]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "["})
    void nestingToJacksonsLimitIsReadOnASmallStackAndDeeperIsRefused(String open) throws Exception {
        String close = open.equals("[") ? "]" : "}";
        for (String head : List.of("{\"x\":", "{\"message\":{},\"x\":")) {
            String deepest = head + open.repeat(999) + "7".repeat(open.equals("[") ? 0 : 1) + close.repeat(999) + "}";
            String deeper = head + open.repeat(1000) + "7" + close.repeat(1000) + "}";

            onSmallStack(() -> Received.check(deepest.getBytes()));
            assertThat(read(deepest)).hasSize(1);
            assertThatThrownBy(() -> read(deeper)).isInstanceOf(MalformedBodyException.class);
        }
        String abyss = "{\"x\":" + open.repeat(500_000);
        assertThatThrownBy(() -> read(abyss)).isInstanceOf(MalformedBodyException.class);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void onSmallStack(Work work) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } catch (Throwable e) {
                        thrown[0] = e;
                    }
                },
                "small stack",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(thrown[0]).isNull();
    }

    private static InboundMessage message(
            Contact from, InboundContent content, String reference, String time, String timeUtc) {
        return new InboundMessage(
                from, PAGE, content, reference, List.of(), time, timeUtc, "Facebook Messenger", null, Map.of());
    }

    private static InboundContent content(String text, InboundMedia media, InboundContent.Custom custom) {
        return new InboundContent(text, media, custom, Map.of());
    }

    private static ReceivedEvent one(String json) throws MalformedBodyException {
        return one(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ReceivedEvent one(byte[] body) throws MalformedBodyException {
        List<ReceivedEvent> events = EventReader.read(body);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<ReceivedEvent> read(String json) throws MalformedBodyException {
        return EventReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
