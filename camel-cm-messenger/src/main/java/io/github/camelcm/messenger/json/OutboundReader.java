package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.RichContent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages from JSON: a whole CM.com request, one {@code msg}, a {@code richContent}, one conversation item, or
 * an array of these. Names count in any case. A token in a request is dropped, never passed on.
 */
public final class OutboundReader {

    /** The forms in words, for error texts. */
    public static final String FORMS = "a CM.com request (\"messages\"), a message (\"body\" or \"richContent\"), "
            + "a rich content (\"conversation\") or an item (\"text\", \"media\", \"suggestions\", \"carousel\", …)";

    private static final Set<String> MESSAGE_NAMES = names(
            "from to body reference allowedChannels validity customGrouping customGrouping2 customGrouping3 richContent"
                    + " appKey dcs minimumNumberOfMessageParts maximumNumberOfMessageParts");
    private static final Set<String> ITEM_NAMES = names("header text media suggestions carousel tag");

    private OutboundReader() {}

    /**
     * The messages in a JSON value.
     *
     * @param messages the messages, in order
     * @param list whether they were written as a list: an array, even of one, or a request with more than one
     */
    public record Messages(List<OutboundMessage> messages, boolean list) {}

    /** @throws JsonShapeException if it has none of the forms, or a member has the wrong type; it says where */
    public static Messages read(JsonNode json) throws JsonShapeException {
        if (json.isArray()) {
            List<OutboundMessage> all = new ArrayList<>(json.size());
            for (int i = 0; i < json.size(); i++) {
                all.addAll(object(json.get(i), "/" + i).messages());
            }
            return new Messages(all, true);
        }
        return object(json, "");
    }

    /**
     * Reads one {@code msg} that is known to be one.
     *
     * @throws JsonShapeException if a member has the wrong type; it says where
     */
    public static OutboundMessage message(JsonNode msg) throws JsonShapeException {
        return value(msg, OutboundMessage.class, "");
    }

    private static Messages object(JsonNode json, String pointer) throws JsonShapeException {
        if (!json.isObject()) {
            throw JsonShapeException.noForm(at(pointer) + " is " + kind(json), ", expected is " + FORMS);
        }
        refuseDoubles(json, pointer);
        JsonNode request = member(json, "messages");
        if (request != null) {
            return request(request, pointer + "/messages");
        }
        OutboundMessage message;
        if (hasAny(json, MESSAGE_NAMES)) {
            message = value(json, OutboundMessage.class, pointer);
        } else if (member(json, "conversation") != null) {
            message = withContent(value(json, RichContent.class, pointer));
        } else if (hasAny(json, ITEM_NAMES)) {
            message = withContent(RichContent.of(List.of(value(json, Item.class, pointer))));
        } else {
            throw JsonShapeException.noForm(at(pointer) + " is none of the accepted forms", ": " + FORMS);
        }
        return new Messages(List.of(message), false);
    }

    private static Messages request(JsonNode request, String pointer) throws JsonShapeException {
        JsonNode msg = request.isObject() ? member(request, "msg") : null;
        if (msg == null || !msg.isArray()) {
            throw new JsonShapeException(at(pointer + "/msg") + " is missing or no array: it holds the messages");
        }
        for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equalsIgnoreCase("msg") && !name.equalsIgnoreCase("authentication")) {
                throw new JsonShapeException(
                        at(pointer) + " holds a member besides \"msg\" and \"authentication\", which would be lost");
            }
        }
        List<OutboundMessage> all = new ArrayList<>(msg.size());
        for (int i = 0; i < msg.size(); i++) {
            String element = pointer + "/msg/" + i;
            if (!msg.get(i).isObject()) {
                throw new JsonShapeException(at(element) + " is " + kind(msg.get(i)) + ", an object is expected");
            }
            all.add(value(msg.get(i), OutboundMessage.class, element));
        }
        return new Messages(all, all.size() != 1);
    }

    private static OutboundMessage withContent(RichContent content) {
        return new OutboundMessage(null, List.of(), null, null, List.of(), null, null, null, null, content, Map.of());
    }

    private static <T> T value(JsonNode json, Class<T> type, String pointer) throws JsonShapeException {
        try {
            return MessengerJson.MAPPER.treeToValue(json, type);
        } catch (JsonMappingException e) {
            throw wrongType(e, json, pointer);
        } catch (JsonProcessingException e) {
            throw new JsonShapeException(at(pointer) + " cannot be read as a message");
        }
    }

    static JsonShapeException wrongType(JsonMappingException e, JsonNode json, String pointer) {
        StringBuilder where = new StringBuilder(pointer);
        JsonNode found = json;
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            where.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
            JsonNode next = found == null ? null : name == null ? found.get(step.getIndex()) : member(found, name);
            found = next;
        }
        return new JsonShapeException(at(where.toString()) + " is "
                + (found == null ? "of the wrong type" : kind(found)) + ", " + expected(e, where) + " is expected");
    }

    private static String expected(JsonMappingException e, CharSequence where) {
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == String.class) {
            return "a text";
        }
        boolean array = type != null
                && List.class.isAssignableFrom(type)
                && !where.toString().endsWith("/media");
        return array ? "an array" : "an object";
    }

    /** Two spellings of one name would silently become one value. */
    private static void refuseDoubles(JsonNode json, String pointer) throws JsonShapeException {
        if (json.isObject()) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                String inner = pointer + "/" + escape(member.getKey());
                if (!names.add(member.getKey())) {
                    throw new JsonShapeException(at(inner) + " is given twice, in two spellings");
                }
                refuseDoubles(member.getValue(), inner);
            }
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                refuseDoubles(json.get(i), pointer + "/" + i);
            }
        }
    }

    static @Nullable JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return null;
    }

    private static boolean hasAny(JsonNode object, Set<String> wanted) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            if (wanted.contains(names.next())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> names(String words) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(words.split(" ")));
        return names;
    }

    private static String at(String pointer) {
        return pointer.isEmpty() ? "the JSON" : pointer;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            case NULL -> "null";
            default -> "nothing";
        };
    }
}
