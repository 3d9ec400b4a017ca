package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.model.UnknownEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records become JSON and JSON becomes records, by Camel's own conversions. */
class ConvertersTest {

    private static final Map<String, Class<? extends JsonRecord>> TYPES =
            Map.of("inbound", InboundMessage.class, "event", ChannelEvent.class);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final TypeConverter converter;

    @TempDir
    Path folder;

    ConvertersTest() throws Exception {
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    static Stream<String> samples() {
        return TYPES.keySet().stream().flatMap(Payloads::names);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachSampleThereAndBack(String sample) throws Exception {
        Class<? extends JsonRecord> type = TYPES.get(sample.substring(0, sample.indexOf('/')));
        JsonRecord record = converter.mandatoryConvertTo(type, Payloads.bytes(sample));

        String text = converter.mandatoryConvertTo(String.class, record);
        byte[] bytes = converter.mandatoryConvertTo(byte[].class, record);
        Path file = Files.write(folder.resolve("record.json"), bytes);

        for (Object json :
                List.of(text, bytes, new ByteArrayInputStream(bytes), ByteBuffer.wrap(bytes), file.toFile(), file)) {
            assertThat((Object) converter.mandatoryConvertTo(type, json))
                    .as(json.getClass().getName())
                    .isEqualTo(record);
        }
        assertThat(converter.mandatoryConvertTo(InputStream.class, record)).hasBinaryContent(bytes);
    }

    @Test
    void aStatusReportConverts() throws Exception {
        StatusReport report = converter.mandatoryConvertTo(StatusReport.class, """
                {"to": "1", "reference": "a", "status": {"code": 2}}""");

        assertThat(report.status().code()).isEqualTo("2");
        assertThat(converter.mandatoryConvertTo(StatusReport.class, converter.mandatoryConvertTo(String.class, report)))
                .isEqualTo(report);
    }

    @Test
    void anUnknownEventIsTheObjectAsItCame() throws Exception {
        UnknownEvent event = converter.mandatoryConvertTo(UnknownEvent.class, "{\"b\": null, \"a\": [1, \"\"]}");

        assertThat(converter.mandatoryConvertTo(String.class, event)).isEqualTo("{\"b\":null,\"a\":[1,\"\"]}");
    }

    @Test
    void aMessageToSendConvertsToo() throws Exception {
        OutboundMessage message =
                OutboundMessage.builder().to("1").text("Hello").build();

        assertThat(converter.mandatoryConvertTo(
                        OutboundMessage.class, converter.mandatoryConvertTo(byte[].class, message)))
                .isEqualTo(message);
    }

    @Test
    void whatIsNoSuchJsonIsAConversionErrorWithoutThePayload() {
        for (String json : List.of("secret", "[]", "1", "{\"message\": {\"text\": {\"secret\": 1}}}")) {
            assertThatThrownBy(() -> converter.mandatoryConvertTo(InboundMessage.class, json))
                    .as(json)
                    .isInstanceOf(TypeConversionException.class)
                    .rootCause()
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void whatHasNoBytesDoesNotConvert() {
        assertThatThrownBy(() -> converter.mandatoryConvertTo(InboundMessage.class, new Object()))
                .isInstanceOf(NoTypeConversionAvailableException.class);
        assertThatThrownBy(() -> converter.mandatoryConvertTo(JsonRecord.class, "{}"))
                .isInstanceOf(NoTypeConversionAvailableException.class);
    }
}
