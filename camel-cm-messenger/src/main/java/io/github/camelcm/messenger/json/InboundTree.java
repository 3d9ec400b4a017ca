package io.github.camelcm.messenger.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CM.com calls with, as a tree. A name given twice does no harm: the last one counts. Numbers keep their digits.
 */
public final class InboundTree {

    /** Reads trees, and makes records of normalised ones. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            // what is empty stays as an element of an array, where an object may be expected; a blank is not empty
            .withCoercionConfig(LogicalType.POJO, InboundTree::emptyIsNull)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .annotationIntrospector(new UnknownMembers())
            .defaultLocale(Locale.ROOT)
            .build();

    private static final int MAX_DEPTH = StreamReadConstraints.DEFAULT_MAX_DEPTH;

    private InboundTree() {}

    private static void emptyIsNull(MutableCoercionConfig coercion) {
        coercion.setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsNull);
    }

    /** @throws JsonShapeException if the bytes are not one JSON value; the exception says where they stop being one */
    public static JsonNode parse(byte[] json) throws JsonShapeException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw MessengerJson.notJson(e);
        } catch (IOException e) { // bytes that are no characters
            throw new JsonShapeException("the bytes are not text in UTF-8");
        } catch (NumberFormatException e) {
            throw MessengerJson.hugeNumber();
        }
        if (tree.isMissingNode()) {
            throw new JsonShapeException("the JSON is nothing, an object is expected");
        }
        return tree;
    }

    /**
     * A copy without what says nothing: members that are null, an empty text, an empty array or object, or an array or
     * object of nothing but these. CM.com means the same by all of them and by leaving them out. The elements of any
     * other array keep their places, since these may be their meaning.
     *
     * @throws JsonShapeException if the tree is deeper than Jackson reads by default (1000 levels)
     */
    public static JsonNode normalised(JsonNode json) throws JsonShapeException {
        return normalised(json, 0);
    }

    private static JsonNode normalised(JsonNode json, int depth) throws JsonShapeException {
        if (depth > MAX_DEPTH) {
            throw new JsonShapeException("the JSON is nested deeper than " + MAX_DEPTH + " levels");
        }
        if (json.isObject()) {
            ObjectNode present = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                JsonNode value = normalised(member.getValue(), depth + 1);
                if (!isEmpty(value)) {
                    present.set(member.getKey(), value);
                }
            }
            return present;
        }
        if (json.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(json.size());
            boolean empty = true;
            for (JsonNode element : json) {
                JsonNode value = normalised(element, depth + 1);
                empty &= isEmpty(value);
                elements.add(value);
            }
            return empty ? elements.removeAll() : elements;
        }
        return json;
    }

    /** Whether a value says nothing: null, an empty text, an empty array or an empty object. */
    public static boolean isEmpty(JsonNode json) {
        return json.isNull()
                || json.isMissingNode()
                || (json.isContainerNode()
                        ? json.isEmpty()
                        : json.isTextual() && json.textValue().isEmpty());
    }

    /** An object's member by its name in any case; the last one, if there are several. Null if there is none. */
    public static @Nullable JsonNode member(JsonNode object, String name) {
        JsonNode found = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                found = member.getValue();
            }
        }
        return found;
    }
}
