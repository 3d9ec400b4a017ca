package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.model.UnknownEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads what CM.com calls with, leniently: names in any case, the last of
 * several alike; numbers and truth values as texts; null, an empty text, an empty array and an empty object like a
 * member that is missing; a contact as a plain text or number; one value where an array of them is expected. Members
 * that a record does not know are kept.
 */
public final class InboundReader {

    private static final Set<Class<? extends JsonRecord>> LENIENT =
            Set.of(InboundMessage.class, StatusReport.class, ChannelEvent.class);

    private static final Set<String> CONTACTS = Set.of("from", "to");

    private InboundReader() {}

    /**
     * Reads a record from its own JSON form: what CM.com posted (of a status report, one {@code msg}), or what
     * {@link MessengerJson#write} made of it.
     *
     * @throws JsonShapeException if the bytes are not one JSON object, or a member has a type that cannot be read
     *     leniently; it says where
     */
    public static <T extends JsonRecord> T read(byte[] json, Class<T> type) throws JsonShapeException {
        if (LENIENT.contains(type)) {
            return read(InboundTree.parse(json), type);
        }
        if (type == UnknownEvent.class) {
            return type.cast(unknown(InboundTree.parse(json)));
        }
        JsonNode tree = MessengerJson.parse(json);
        return type == OutboundMessage.class
                ? type.cast(OutboundReader.message(object(tree)))
                : map(MessengerJson.MAPPER, tree, type);
    }

    /**
     * Reads an {@link InboundMessage}, a {@link StatusReport} or a {@link ChannelEvent}.
     *
     * @throws JsonShapeException if it is no object, or a member has a type that cannot be read leniently; it says where
     */
    public static <T extends JsonRecord> T read(JsonNode json, Class<T> type) throws JsonShapeException {
        return readNormalised(InboundTree.normalised(object(json)), type);
    }

    /**
     * The same for a tree that {@link InboundTree#normalised} made.
     *
     * @throws JsonShapeException if it is no object, or a member has a type that cannot be read leniently; it says where
     */
    public static <T extends JsonRecord> T readNormalised(JsonNode json, Class<T> type) throws JsonShapeException {
        object(json);
        return map(InboundTree.MAPPER, type == StatusReport.class ? json : withContacts(json), type);
    }

    /**
     * The object as it is, empty members and nulls included.
     *
     * @throws JsonShapeException if it is no object
     */
    public static UnknownEvent unknown(JsonNode json) throws JsonShapeException {
        return map(InboundTree.MAPPER, json, UnknownEvent.class);
    }

    /** Writes a contact that is a plain text, number or truth value as CM.com writes it. */
    private static JsonNode withContacts(JsonNode json) {
        ObjectNode contacts = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            boolean plain = member.getValue().isValueNode()
                    && CONTACTS.contains(member.getKey().toLowerCase(Locale.ROOT));
            contacts.set(
                    member.getKey(),
                    plain
                            ? JsonNodeFactory.instance
                                    .objectNode()
                                    .put("number", member.getValue().asText())
                            : member.getValue());
        }
        return contacts;
    }

    private static <T extends JsonRecord> T map(JsonMapper mapper, JsonNode json, Class<T> type)
            throws JsonShapeException {
        try {
            return mapper.treeToValue(object(json), type);
        } catch (JsonMappingException e) {
            throw OutboundReader.wrongType(e, json, "");
        } catch (JsonProcessingException e) {
            throw new JsonShapeException("the JSON cannot be read as a record");
        }
    }

    private static JsonNode object(JsonNode json) throws JsonShapeException {
        if (!json.isObject()) {
            throw new JsonShapeException("the JSON is " + OutboundReader.kind(json) + ", an object is expected");
        }
        return json;
    }
}
