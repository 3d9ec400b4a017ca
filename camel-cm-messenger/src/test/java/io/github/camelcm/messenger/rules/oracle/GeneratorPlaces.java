package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where in a message of canonical spelling something can be put. */
final class GeneratorPlaces {

    private GeneratorPlaces() {}

    static List<ObjectNode> children(JsonNode object, String name) {
        List<ObjectNode> children = new ArrayList<>();
        object.path(name).forEach(child -> children.add((ObjectNode) child));
        return children;
    }

    static List<ObjectNode> items(ObjectNode msg) {
        return children(msg.path("richContent"), "conversation");
    }

    static List<ObjectNode> carousels(ObjectNode msg) {
        return items(msg).stream()
                .filter(item -> item.path("carousel").isObject())
                .toList();
    }

    static List<ObjectNode> elements(ObjectNode msg) {
        List<ObjectNode> elements = new ArrayList<>();
        for (ObjectNode item : items(msg)) {
            elements.add(item);
            elements.addAll(children(item.path("carousel"), "cards"));
        }
        return elements;
    }

    static List<ObjectNode> buttonAndMediaTemplates(ObjectNode msg) {
        return elements(msg).stream()
                .filter(element -> List.of(4, 5, 7).contains(OracleMatrix.row(element)))
                .toList();
    }

    static List<ObjectNode> buttons(ObjectNode msg) {
        return suggestions(msg).stream()
                .filter(s -> !s.path("action").asText().equals("Reply"))
                .toList();
    }

    static List<ObjectNode> suggestions(ObjectNode msg) {
        List<ObjectNode> suggestions = children(msg.path("richContent"), "suggestions");
        elements(msg).forEach(element -> suggestions.addAll(children(element, "suggestions")));
        return suggestions;
    }

    static List<ObjectNode> medias(ObjectNode msg) {
        List<ObjectNode> holders = new ArrayList<>(suggestions(msg));
        holders.removeIf(suggestion ->
                !suggestion.has("media") || !suggestion.get("media").isObject());
        elements(msg).stream()
                .filter(element -> element.path("media").isObject())
                .forEach(holders::add);
        return holders;
    }
}
