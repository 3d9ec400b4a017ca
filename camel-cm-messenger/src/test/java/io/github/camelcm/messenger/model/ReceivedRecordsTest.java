package io.github.camelcm.messenger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedRecordsTest {

    private static final Instant TIME = Instant.parse("2021-05-27T13:47:52Z");

    private final ObjectMapper plain = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "2021-05-27T13:47:52, 2021-05-27T13:47:52Z",
        "2021-05-27T13:47:52Z, 2021-05-27T13:47:52Z",
        "2021-05-27t13:47:52z, 2021-05-27T13:47:52Z",
        "2021-05-27 13:47:52, 2021-05-27T13:47:52Z",
        "' 2021-05-27T13:47:52 ', 2021-05-27T13:47:52Z",
        "2021-05-27T15:47:52+02:00, 2021-05-27T13:47:52Z",
        "2021-05-27T15:47:52+0200, 2021-05-27T13:47:52Z",
        "2021-05-27T15:47:52+02, 2021-05-27T13:47:52Z",
        "2021-05-27T08:47:52-05:00, 2021-05-27T13:47:52Z",
        "2021-05-27T13:47:52+00:00, 2021-05-27T13:47:52Z",
        "2021-05-27T13:47:52.1234567, 2021-05-27T13:47:52.123456700Z",
        "2021-05-27T13:47:52.5Z, 2021-05-27T13:47:52.500Z",
        "2021-05-27T13:47, 2021-05-27T13:47:00Z"
    })
    void aTimeIsReadWithAndWithoutZoneAndFraction(String timeUtc, Instant time) {
        assertThat(message(timeUtc).timestamp()).isEqualTo(time);
        assertThat(event(timeUtc).timestamp()).isEqualTo(time);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "2021-05-27",
                "13:47:52",
                "2021-13-27T13:47:52",
                "2021-02-30T13:47:52",
                "2021-05-27T25:47:52",
                "2021-05-27T13:47:52+99:00",
                "2021-05-27T13:47:52 CEST",
                "2021-05-27T13:47:52.1234567890",
                "1622123272",
                "27-05-2021T13:47:52",
                "2021-05-2713:47:52",
                "+99999999999-05-27T13:47:52"
            })
    void aTimeThatCannotBeReadIsNone(String timeUtc) {
        assertThat(message(timeUtc).timestamp()).isNull();
        assertThat(event(timeUtc).timestamp()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "0, ACCEPTED",
                "1, REJECTED",
                "2, DELIVERED",
                "3, FAILED",
                "4, READ",
                "' 2\t', DELIVERED",
                "5, UNKNOWN",
                "-1, UNKNOWN",
                "02, UNKNOWN",
                "2.0, UNKNOWN",
                "Delivered, UNKNOWN",
                "'', UNKNOWN",
                "none, UNKNOWN"
            })
    void theCodeTellsTheStateWhateverTheDescriptionSays(String code, DeliveryState state) {
        assertThat(new StatusReport.Status(code, "1", "Delivered", Map.of()).state())
                .isEqualTo(state);
    }

    @Test
    void aReplyGoesFromThePageToTheWriter() {
        OutboundMessage reply = message(Contact.of("67"), Contact.of("12"))
                .reply()
                .text("Hello")
                .build();

        assertThat(reply.from()).isEqualTo("12");
        assertThat(reply.to()).containsExactly(Recipient.of("67"));
        assertThat(reply.items()).extracting(Item::text).containsExactly("Hello");
    }

    @Test
    void aReplyLeavesThePageToTheEndpointWhereItIsNotKnown() {
        assertThat(message(Contact.of("67"), null).reply().build().from()).isNull();
        assertThat(message(Contact.of("67"), Contact.of("")).reply().build().from())
                .isNull();
    }

    @Test
    void aMessageWithoutAWriterCannotBeAnswered() {
        for (Contact writer : new Contact[] {null, Contact.of(""), Contact.of(" "), new Contact(null, "J", Map.of())}) {
            assertThatThrownBy(() -> message(writer, Contact.of("12")).reply())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The message cannot be answered: it does not say who wrote it"
                            + " (/from/number is missing)");
        }
    }

    @Test
    void whatIsWorkedOutIsNotWritten() throws Exception {
        InboundMessage message = message("2021-05-27T13:47:52");
        StatusReport report =
                new StatusReport(null, null, null, new StatusReport.Status("2", null, null, Map.of()), null, Map.of());

        assertThat(message.timestamp()).isEqualTo(TIME);
        assertThat(plain.writeValueAsString(message)).isEqualTo("{\"timeUtc\":\"2021-05-27T13:47:52\"}");
        assertThat(plain.writeValueAsString(event("2021-05-27T13:47:52")))
                .isEqualTo("{\"timeUtc\":\"2021-05-27T13:47:52\"}");
        assertThat(plain.writeValueAsString(report)).isEqualTo("{\"status\":{\"code\":\"2\"}}");
    }

    @Test
    void anUnknownEventReadsAndWritesAsItsObjectWithAnyMapper() throws Exception {
        String json = "{\"z\":null,\"a\":\"\",\"raw\":{\"b\":[],\"c\":{}},\"d\":[null,1,{\"e\":null}]}";

        UnknownEvent event = plain.readValue(json, UnknownEvent.class);

        assertThat(plain.writeValueAsString(event)).isEqualTo(json);
        assertThat(event.raw()).containsEntry("z", null).containsEntry("a", "");
        assertThat(plain.readValue("{}", UnknownEvent.class)).isEqualTo(new UnknownEvent(Map.of()));
    }

    @Test
    @SuppressWarnings("unchecked") // the test knows what it put in
    void anUnknownEventIsACopyThatCannotBeChanged() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        inner.put("none", null);
        Map<String, Object> outer = new HashMap<>(Map.of("inner", inner));

        UnknownEvent event = new UnknownEvent(outer);
        list.add(2);
        inner.put("new", 1);
        outer.put("new", 1);

        Map<String, Object> expected = new HashMap<>(Map.of("list", List.of(1)));
        expected.put("none", null);
        assertThat(event.raw()).isEqualTo(Map.of("inner", expected));
        assertThatThrownBy(() -> event.raw().put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<String, Object>) event.raw().get("inner")).remove("none"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static InboundMessage message(String timeUtc) {
        return new InboundMessage(null, null, null, null, List.of(), null, timeUtc, null, null, Map.of());
    }

    private static InboundMessage message(Contact from, Contact to) {
        return new InboundMessage(from, to, null, null, List.of(), null, null, null, null, Map.of());
    }

    private static ChannelEvent event(String timeUtc) {
        return new ChannelEvent(null, null, null, timeUtc, null, Map.of());
    }
}
