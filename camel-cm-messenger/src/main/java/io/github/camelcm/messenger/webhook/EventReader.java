package io.github.camelcm.messenger.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.InboundReader;
import io.github.camelcm.messenger.json.InboundTree;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events in the body of a call. CM.com does not name the kind, so the shape tells it, with names in any case:
 *
 * <ul>
 *   <li>{@code messages.msg} is an object, or an array of objects only: one status report each; an empty array is none;
 *   <li>else {@code event} is an object that says something: an event of the channel;
 *   <li>else {@code message} is an object, even an empty one: a message;
 *   <li>else, or if what has the shape of a kind cannot be read as it: unknown, as it came.
 * </ul>
 */
public final class EventReader {

    private EventReader() {}

    /** @throws MalformedBodyException if the bytes are not JSON, or JSON that is no object */
    public static List<ReceivedEvent> read(byte[] body) throws MalformedBodyException {
        try {
            JsonNode json = InboundTree.parse(body);
            List<JsonNode> reports = json.isObject() ? reports(json) : null;
            if (reports == null) {
                return List.of(event(json, kind(json)));
            }
            List<ReceivedEvent> events = new ArrayList<>(reports.size());
            for (JsonNode report : reports) {
                events.add(event(report, EventKind.STATUS));
            }
            return List.copyOf(events);
        } catch (JsonShapeException e) {
            throw new MalformedBodyException(e.getMessage());
        }
    }

    private static @Nullable List<JsonNode> reports(JsonNode json) {
        JsonNode messages = InboundTree.member(json, "messages");
        JsonNode msg = messages == null ? null : InboundTree.member(messages, "msg");
        if (msg == null || !msg.isContainerNode()) {
            return null;
        }
        if (msg.isObject()) {
            return List.of(msg);
        }
        List<JsonNode> reports = new ArrayList<>(msg.size());
        for (JsonNode report : msg) {
            if (!report.isObject()) {
                return null;
            }
            reports.add(report);
        }
        return reports;
    }

    private static EventKind kind(JsonNode json) throws JsonShapeException {
        JsonNode event = InboundTree.member(json, "event");
        if (event != null && event.isObject() && !InboundTree.isEmpty(InboundTree.normalised(event))) {
            return EventKind.EVENT;
        }
        return isMessage(json) ? EventKind.MESSAGE : EventKind.UNKNOWN;
    }

    /** An object, even an empty one; where there is a writer or a page, null and an empty text are as good. */
    private static boolean isMessage(JsonNode json) {
        boolean addressed = InboundTree.member(json, "from") != null || InboundTree.member(json, "to") != null;
        return json.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase("message"))
                .map(Map.Entry::getValue)
                .anyMatch(message -> message.isObject() || addressed && InboundTree.isEmpty(message));
    }

    private static ReceivedEvent event(JsonNode json, EventKind shape) throws JsonShapeException {
        JsonNode normalised = InboundTree.normalised(json);
        JsonRecord known = known(normalised, shape);
        EventKind kind = known == null ? EventKind.UNKNOWN : shape;
        JsonRecord body = known == null ? InboundReader.unknown(json) : known;
        return new ReceivedEvent(kind, body, Fingerprint.ofNormalised(kind, normalised));
    }

    private static @Nullable JsonRecord known(JsonNode normalised, EventKind shape) {
        try {
            return switch (shape) {
                case MESSAGE -> InboundReader.readNormalised(normalised, InboundMessage.class);
                case STATUS -> InboundReader.readNormalised(normalised, StatusReport.class);
                case EVENT -> InboundReader.readNormalised(normalised, ChannelEvent.class);
                case UNKNOWN -> null;
            };
        } catch (JsonShapeException e) {
            return null;
        }
    }
}
