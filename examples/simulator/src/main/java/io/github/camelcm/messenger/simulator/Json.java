package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The JSON mapper, and reading of members without regard to case, because CM.com's own SDKs disagree on it. */
final class Json {

    static final JsonMapper MAPPER = mapper(new JsonFactory());

    private Json() {}

    /** A mapper that keeps numbers as they are: a double would round them, and make an infinity of a large one. */
    static JsonMapper mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The member of that name, in exact spelling first, else without regard to case; null where there is none. */
    static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
        if (node == null || !node.isObject()) {
            return null;
        }
        JsonNode exact = node.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return null;
    }

    /** The member's text; empty where the member is absent or no string. */
    static String text(@Nullable JsonNode node, String name) {
        JsonNode member = member(node, name);
        return member != null && member.isTextual() ? member.textValue() : "";
    }

    /** The elements of an array member; empty where the member is absent or no array. */
    static List<JsonNode> elements(@Nullable JsonNode node, String name) {
        JsonNode member = member(node, name);
        if (member == null || !member.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(member.spliterator(), false).toList();
    }

    /** Whether a null stands anywhere in it. The parser's nesting limit bounds the recursion. */
    static boolean holdsNull(JsonNode node) {
        if (node.isNull()) {
            return true;
        }
        for (JsonNode child : node) {
            if (holdsNull(child)) {
                return true;
            }
        }
        return false;
    }
}
