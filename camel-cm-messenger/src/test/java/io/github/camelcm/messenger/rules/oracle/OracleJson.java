package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading the raw tree: names without regard to case, numbers as strings, and what counts as absent. */
final class OracleJson {

    private OracleJson() {}

    /** The member of that name in any case, or null if it is missing or JSON null. */
    static JsonNode member(JsonNode object, String name) {
        if (object == null) {
            return null;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue().isNull() ? null : member.getValue();
            }
        }
        return null;
    }

    /** The string of that name, or null if it is absent (blank included). */
    static String string(JsonNode object, String name) {
        JsonNode value = member(object, name);
        return absent(value) ? null : value.asText();
    }

    static boolean has(JsonNode object, String name) {
        return !absent(member(object, name));
    }

    static List<JsonNode> elements(JsonNode object, String name) {
        List<JsonNode> elements = new ArrayList<>();
        JsonNode array = member(object, name);
        if (array != null) {
            array.forEach(elements::add);
        }
        return elements;
    }

    static boolean absent(JsonNode value) {
        if (value == null || value.isNull()) {
            return true;
        }
        if (value.isContainerNode()) {
            return value.isEmpty();
        }
        return value.asText().isBlank();
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
