package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message beside sender and recipients: body (code 304) and the others (code 305).
 *
 * <p>Fields that the simulator does not know pass. Which names a channel may have is the simulator's own choice: those
 * in {@link Channels}, nothing else.
 */
final class MessageFields {

    /** At most this many characters in a custom grouping. CM.com's SDK, read 2026-11. */
    static final int MAX_GROUPING = 100;

    static final List<String> GROUPINGS = List.of("customGrouping", "customGrouping2", "customGrouping3");

    private static final Pattern VALIDITY =
            Pattern.compile("(?i)[0-9]{1,9}[hm]|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}"
                    + "( ?(GMT|UTC|Z|[+-][0-9]{1,2}(:?[0-9]{2})?))?");

    private MessageFields() {}

    static @Nullable Refusal refusal(JsonNode msg) {
        Refusal refusal = body(msg);
        if (refusal == null) {
            refusal = strings(msg);
        }
        if (refusal == null) {
            refusal = channels(msg);
        }
        return refusal != null ? refusal : richContent(msg);
    }

    private static @Nullable Refusal body(JsonNode msg) {
        JsonNode body = Json.member(msg, "body");
        if (body == null || !body.isObject()) {
            return new Refusal(Refusal.BODY, "/body is missing; it must be an object with \"content\"");
        }
        JsonNode type = Json.member(body, "type");
        if (type != null && !"auto".equalsIgnoreCase(type.textValue())) {
            return new Refusal(Refusal.BODY, "/body/type must be \"auto\" or absent");
        }
        JsonNode content = Json.member(body, "content");
        if (content == null || !content.isTextual()) {
            return new Refusal(
                    Refusal.BODY,
                    "/body/content is missing; it must be a string, which may be empty beside richContent");
        }
        JsonNode conversation = Json.member(Json.member(msg, "richContent"), "conversation");
        if (content.textValue().isBlank() && (conversation == null || conversation.isEmpty())) {
            return new Refusal(Refusal.BODY, "The message is empty: it has neither /body/content nor /richContent");
        }
        return null;
    }

    private static @Nullable Refusal strings(JsonNode msg) {
        JsonNode reference = Json.member(msg, "reference");
        if (reference != null && !reference.isTextual()) {
            return field("/reference must be a string");
        }
        JsonNode validity = Json.member(msg, "validity");
        if (validity != null
                && !(validity.isTextual()
                        && VALIDITY.matcher(validity.textValue()).matches())) {
            return field("/validity must be like \"2h\", \"30m\" or \"2017-04-20 11:50:05 GMT\"");
        }
        for (String name : GROUPINGS) {
            JsonNode grouping = Json.member(msg, name);
            if (grouping != null && !grouping.isTextual()) {
                return field("/" + name + " must be a string");
            }
            int length = grouping == null ? 0 : characters(grouping.textValue());
            if (length > MAX_GROUPING) {
                return field("/" + name + " is " + length + " characters long, at most 100 are allowed");
            }
        }
        return null;
    }

    private static @Nullable Refusal channels(JsonNode msg) {
        JsonNode channels = Json.member(msg, "allowedChannels");
        if (channels == null) {
            return null;
        }
        if (!channels.isArray()) {
            return field("/allowedChannels must be an array of channel names");
        }
        for (int i = 0; i < channels.size(); i++) {
            String name = channels.get(i).textValue();
            if (name == null || !Channels.NAMES.contains(name)) {
                return field("/allowedChannels/" + i
                        + " is not the exact name of a channel; Messenger is \"Facebook Messenger\"");
            }
        }
        return null;
    }

    private static @Nullable Refusal richContent(JsonNode msg) {
        JsonNode rich = Json.member(msg, "richContent");
        if (rich == null) {
            return null;
        }
        if (!rich.isObject()) {
            return field("/richContent must be an object");
        }
        JsonNode conversation = Json.member(rich, "conversation");
        if (conversation == null) {
            return null;
        }
        if (!conversation.isArray()) {
            return field("/richContent/conversation must be an array");
        }
        for (int i = 0; i < conversation.size(); i++) {
            if (!conversation.get(i).isObject()) {
                return field("/richContent/conversation/" + i + " must be an object");
            }
        }
        return null;
    }

    private static Refusal field(String sentence) {
        return new Refusal(Refusal.FIELD, sentence);
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
