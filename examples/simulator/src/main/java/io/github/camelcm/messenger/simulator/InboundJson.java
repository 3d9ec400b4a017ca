package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The JSON of webhook calls, as CM.com writes it: every member is there, absent values are empty strings.
 *
 * <p>The zone of {@code received} in status reports is not documented; the simulator's own choice is UTC.
 */
final class InboundJson {

    private static final ZoneId CM_ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Clock clock;

    InboundJson(Clock clock) {
        this.clock = clock;
    }

    ObjectNode text(MessengerUser user, String text, Answered answered) {
        return message(user, text, new MediaFields("", "", ""), Json.object(), answered);
    }

    ObjectNode media(MessengerUser user, UserMedia media, Answered answered) {
        MediaFields fields = new MediaFields(media.mediaUri(), media.contentType(), media.title());
        return message(user, "", fields, Json.object(), answered);
    }

    ObjectNode tap(MessengerUser user, String label, String postbackData, Answered answered) {
        ObjectNode custom = Json.object();
        custom.putArray("suggestions").addObject().put("action", "Reply").put("postbackData", postbackData);
        return message(user, label, new MediaFields("", "", ""), custom, answered);
    }

    private record MediaFields(String mediaUri, String contentType, String title) {}

    private ObjectNode message(
            MessengerUser user, String text, MediaFields media, ObjectNode custom, Answered answered) {
        Instant now = clock.instant();
        ObjectNode json = Json.object();
        json.putObject("from").put("number", user.psid()).put("name", user.name());
        json.putObject("to").put("number", user.pageId());
        ObjectNode message = json.putObject("message").put("text", text);
        message.putObject("media")
                .put("mediaUri", media.mediaUri())
                .put("contentType", media.contentType())
                .put("title", media.title());
        message.set("custom", custom);
        json.put("reference", answered.reference());
        ArrayNode groupings = json.putArray("groupings");
        answered.groupings().forEach(groupings::add);
        return json.put("time", LOCAL.format(now.atZone(CM_ZONE)))
                .put("timeUtc", utc(now))
                .put("channel", MessageFields.MESSENGER)
                .put("messageContext", "");
    }

    ObjectNode status(String psid, String reference, Status status) {
        ObjectNode json = Json.object();
        ObjectNode msg = json.putObject("messages").putObject("msg");
        msg.put("received", utc(clock.instant())).put("to", psid).put("reference", reference);
        msg.putObject("status")
                .put("code", status.code().wire())
                .put("errorCode", status.errorCode())
                .put("errorDescription", status.errorDescription());
        msg.put("operator", "");
        return json;
    }

    ObjectNode event(MessengerUser user, String type, String reference, JsonNode custom) {
        ObjectNode json = Json.object();
        json.putObject("from").put("number", user.psid());
        json.putObject("to").put("number", user.pageId());
        json.putObject("event").put("type", type).put("reference", reference).set("custom", custom);
        return json.put("timeUtc", utc(clock.instant())).put("channel", MessageFields.MESSENGER);
    }

    private static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
