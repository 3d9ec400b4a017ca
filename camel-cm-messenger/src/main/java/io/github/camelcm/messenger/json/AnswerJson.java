package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's answer. Read leniently: names in any case, numbers as strings, members missing or null.
 *
 * @param errorCode CM.com's code for the request; 0 if there is none
 * @param entries one per recipient, if the gateway gave them
 */
public record AnswerJson(int errorCode, List<Entry> entries) {

    /**
     * What the gateway says of one recipient.
     *
     * @param reference null where it is missing or empty, as trial accounts have it
     * @param to null where it is missing or empty
     * @param status {@code Accepted} or {@code Rejected}, in any case
     * @param parts 0 where it is missing
     * @param errorCode 0 where it is missing
     * @param details CM.com's words
     */
    public record Entry(
            @Nullable String reference,
            @Nullable String to,
            @Nullable String status,
            int parts,
            int errorCode,
            @Nullable String details) {

        public boolean accepted() {
            return "Accepted".equalsIgnoreCase(status);
        }

        public boolean rejected() {
            return "Rejected".equalsIgnoreCase(status);
        }
    }

    /** The answer, or null if the bytes are no JSON object. */
    public static @Nullable AnswerJson read(byte[] body) {
        JsonNode json;
        try {
            json = MessengerJson.parse(body);
        } catch (JsonShapeException e) {
            return null;
        }
        if (!json.isObject()) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        JsonNode messages = OutboundReader.member(json, "messages");
        if (messages != null && messages.isArray()) {
            messages.forEach(entry -> entries.add(entry(entry)));
        }
        return new AnswerJson(number(json, "errorCode"), List.copyOf(entries));
    }

    private static Entry entry(JsonNode json) {
        return new Entry(
                text(json, "reference"),
                text(json, "to"),
                text(json, "status"),
                number(json, "parts"),
                number(json, "messageErrorCode"),
                text(json, "messageDetails"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = OutboundReader.member(json, name);
        String text = value == null || value.isNull() ? "" : value.asText();
        return text.isEmpty() ? null : text;
    }

    /** Numbers may come as strings; what is no number is none. */
    private static int number(JsonNode json, String name) {
        JsonNode value = OutboundReader.member(json, name);
        return value == null ? 0 : value.asInt(0);
    }
}
