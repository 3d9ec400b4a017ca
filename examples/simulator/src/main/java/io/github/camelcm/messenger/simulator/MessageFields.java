package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a message's fields beside sender and recipients: body (code 304) and the others (code 305). What their
 * values may be is the matter of a {@link MessageCheck}. Fields that the simulator does not know pass.
 */
final class MessageFields {

    /** CM.com's name of the channel. */
    static final String MESSENGER = "Facebook Messenger";

    static final List<String> GROUPINGS = List.of("customGrouping", "customGrouping2", "customGrouping3");

    private static final List<String> STRINGS =
            List.of("reference", "validity", "customGrouping", "customGrouping2", "customGrouping3");

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
        for (String name : STRINGS) {
            JsonNode value = Json.member(msg, name);
            if (value != null && !value.isTextual()) {
                return field("/" + name + " must be a string");
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
            if (!channels.get(i).isTextual()) {
                return field("/allowedChannels/" + i + " must be the name of a channel, as a string");
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
}
