package io.github.camelcm.messenger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.model.UnknownEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InboundReaderTest {

    static Stream<JsonRecord> records() throws Exception {
        Map<String, Object> raw = new LinkedHashMap<>(Map.of("a", new BigDecimal("1.10"), "b", "\ud83d"));
        raw.put("none", null);
        raw.put("list", Arrays.asList(null, "", Map.of(), List.of()));
        return Stream.of(
                InboundReader.read(Payloads.bytes("inbound/quick-reply.json"), InboundMessage.class),
                InboundReader.read(Payloads.bytes("event/opt-in.json"), ChannelEvent.class),
                InboundReader.read(Payloads.json("status/failed.json").at("/messages/msg"), StatusReport.class),
                new UnknownEvent(raw),
                new UnknownEvent(Map.of()),
                OutboundMessage.builder().to("1").text("half \udc00").build(),
                SendResult.of("r", List.of(new RecipientResult("1", Outcome.REJECTED, 0, 302, "no")), List.of()),
                SendResult.of(null, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsReadFromWhatItIsWrittenAs(JsonRecord value) throws Exception {
        assertThat((JsonRecord) InboundReader.read(MessengerJson.write(value), value.getClass()))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": 1                        | not valid JSON at line 1
            {"x": 1e99999999999}              | a number has an exponent that no number can have
            ``                                | the JSON is nothing, an object is expected
            null                              | the JSON is null, an object is expected
            []                                | the JSON is an array, an object is expected
            "secret"                          | the JSON is a text, an object is expected
            7                                 | the JSON is a number, an object is expected
            """)
    void whatIsNoObjectIsRefusedForEveryRecord(String json, String text) {
        for (Class<?> type : JsonRecord.class.getPermittedSubclasses()) {
            assertThatThrownBy(() -> InboundReader.read(
                            json.getBytes(StandardCharsets.UTF_8), type.asSubclass(JsonRecord.class)))
                    .as(type.getSimpleName())
                    .isInstanceOf(JsonShapeException.class)
                    .hasMessageStartingWith(text)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void theWrongTypeIsRefusedWithItsPlace() {
        refused("{\"message\": {\"text\": {\"secret\": 1}}}", InboundMessage.class, "/message/text is an object");
        refused("{\"status\": \"secret\"}", StatusReport.class, "/status is a text, an object is expected");
        refused("{\"event\": {\"custom\": \"secret\"}}", ChannelEvent.class, "/event/custom is a text");
        refused("{\"body\": \"secret\"}", OutboundMessage.class, "/body is a text, an object is expected");
        refused("{}", SendResult.class, "the JSON is");
        refused("{\"outcome\": \"secret\"}", SendResult.class, "/outcome is a text");
        refused(
                "{\"outcome\": \"ACCEPTED\", \"recipients\": [{\"parts\": 1e999999999}]}",
                SendResult.class,
                "/recipients/0/parts is");
    }

    @Test
    void aMessageMadeInAnyCaseKeepsAMemberNamedRaw() throws Exception {
        String json = "{\"from\": \"1\", \"raw\": {\"a\": 1}, \"body\": {\"content\": \"x\", \"Raw\": 2}}";

        OutboundMessage message = InboundReader.read(json.getBytes(StandardCharsets.UTF_8), OutboundMessage.class);

        assertThat(MessengerJson.parse(MessengerJson.write(message))).isEqualTo(MessengerJson.parse(json));
    }

    private static void refused(String json, Class<? extends JsonRecord> type, String text) {
        assertThatThrownBy(() -> InboundReader.read(json.getBytes(StandardCharsets.UTF_8), type))
                .isInstanceOf(JsonShapeException.class)
                .hasMessageStartingWith(text)
                .hasMessageNotContaining("secret");
    }
}
