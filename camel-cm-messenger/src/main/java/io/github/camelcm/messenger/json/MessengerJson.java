package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one JSON mapper of the component, and what it reads and writes. Thread-safe. */
public final class MessengerJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // else it refuses halves of surrogate pairs, which JSON can hold as escapes
            .disable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .annotationIntrospector(new UnknownMembers())
            .defaultLocale(Locale.ROOT) // names in any case must not depend on the machine: Turkish has two i
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter REQUEST = MAPPER.writerFor(Request.class);

    /** The envelope of a request. */
    private record Request(@JsonProperty Messages messages) {}

    private record Messages(@JsonProperty List<OutboundMessage> msg) {}

    private static final byte[] REQUEST_START = "{\"messages\":{\"msg\":[".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] REQUEST_END = "]}}".getBytes(StandardCharsets.US_ASCII);

    private MessengerJson() {}

    /** Whether a text is a JSON object or array to anybody, even to a reader less strict than this one. */
    public static boolean isObjectOrArray(String text) {
        try {
            return LENIENT.readTree(text).isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** @throws JsonShapeException if the text is not one JSON value; the exception says where it stops being one */
    public static JsonNode parse(String json) throws JsonShapeException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (NumberFormatException e) {
            throw hugeNumber();
        }
    }

    /** @throws JsonShapeException if the bytes are not one JSON value; the exception says where they stop being one */
    public static JsonNode parse(byte[] json) throws JsonShapeException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) { // bytes that are no characters
            throw JsonShapeException.notJson("not text in UTF-8");
        } catch (NumberFormatException e) {
            throw hugeNumber();
        }
    }

    /**
     * @throws JsonShapeException if the stream does not hold one JSON value; the exception says where it stops being one
     * @throws IOException if the stream cannot be read
     */
    public static JsonNode parse(InputStream json) throws JsonShapeException, IOException {
        return parse(json.readAllBytes());
    }

    /** @throws JsonShapeException if the map holds something that has no JSON form */
    public static JsonNode toTree(Map<?, ?> map) throws JsonShapeException {
        try {
            return MAPPER.valueToTree(map);
        } catch (IllegalArgumentException e) {
            throw new JsonShapeException("the map holds a value that cannot be written as JSON");
        }
    }

    /**
     * The body of a request to the gateway. It holds no token: that travels in a header.
     *
     * @throws JsonShapeException if a {@code raw()} made in Java holds a value that has no JSON form
     */
    public static byte[] writeRequest(List<OutboundMessage> messages) throws JsonShapeException {
        return bytes(REQUEST, new Request(new Messages(messages)));
    }

    /**
     * The body of a request with messages that have been written already.
     *
     * @param messages as {@link #write} makes them
     */
    public static byte[] joinRequest(List<byte[]> messages) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(
                64 + messages.stream().mapToInt(message -> message.length + 1).sum());
        request.writeBytes(REQUEST_START);
        for (int i = 0; i < messages.size(); i++) {
            if (i > 0) {
                request.write(',');
            }
            request.writeBytes(messages.get(i));
        }
        request.writeBytes(REQUEST_END);
        return request.toByteArray();
    }

    /** @throws JsonShapeException if a {@code raw()} made in Java holds a value that has no JSON form */
    public static byte[] write(JsonRecord value) throws JsonShapeException {
        return bytes(MAPPER.writer(), value);
    }

    private static byte[] bytes(ObjectWriter writer, Object value) throws JsonShapeException {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new JsonShapeException("a member of raw() holds a value that cannot be written as JSON");
        }
    }

    /** Jackson 2.19 lets the exception of {@link java.math.BigDecimal} pass. */
    static JsonShapeException hugeNumber() {
        return new JsonShapeException("a number has an exponent that no number can have");
    }

    static JsonShapeException notJson(JsonProcessingException e) {
        var where = e.getLocation();
        return JsonShapeException.notJson(
                where == null
                        ? "not valid JSON"
                        : "not valid JSON at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()));
    }
}
