package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.rules.oracle.OracleNames.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may happen at any object of the tree: other spellings, absent and foreign members, broken strings. */
final class GeneratorNames {

    private record Spot(ObjectNode object, Place place) {}

    private static final List<String> UNKNOWN = List.of(
            "txt",
            "headers",
            "suggestion",
            "mediaURL",
            "mime-type",
            "postback_data",
            "lable",
            "actions",
            "phone_number",
            "refrence",
            "allowedChannel",
            "rich_content",
            "conversations",
            "card",
            "tags",
            "numbers",
            "contents",
            "products",
            "custom_grouping",
            "customGrouping4",
            "a/b",
            "x~y",
            "größe");

    /** Known to CM, but in no place that the rules look into. */
    private static final List<String> KNOWN = List.of(
            "appKey",
            "dcs",
            "minimumNumberOfMessageParts",
            "location",
            "contacts",
            "template",
            "interactive",
            "payment",
            "oauth2",
            "listPicker",
            "context",
            "cardWidth",
            "viewLocation",
            "shareLocation",
            "calendar",
            "description",
            "title",
            "custom",
            "latitude");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final GeneratorValues values;

    GeneratorNames(GeneratorValues values) {
        this.values = values;
    }

    void addUnknown(ObjectNode msg) {
        values.pick(spots(msg)).object().set(values.pick(UNKNOWN), foreignValue());
    }

    void addKnown(ObjectNode msg) {
        ObjectNode object = values.pick(spots(msg)).object();
        // An empty object would no longer be absent.
        if (!object.isEmpty()) {
            object.set(values.pick(KNOWN), foreignValue());
        }
    }

    private JsonNode foreignValue() {
        return switch (values.between(0, 6)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(values.between(0, 99));
            case 2 -> json.booleanNode(true);
            case 3 ->
                json.objectNode().put("txt", "a").set("a/b", json.objectNode().put("Deep~er", values.upTo(20)));
            case 4 -> json.arrayNode().add("a").add(json.objectNode().put("nothing", "b"));
            default -> json.textNode(values.upTo(20));
        };
    }

    /** Puts an unpaired surrogate into some string. */
    void breakAString(ObjectNode msg) {
        List<Runnable> places = new ArrayList<>();
        collectStrings(msg, places);
        if (!places.isEmpty()) {
            values.pick(places).run();
        }
    }

    private void collectStrings(JsonNode node, List<Runnable> places) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isTextual()) {
                String broken = values.withUnpairedSurrogate(member.getValue().asText());
                places.add(() -> ((ObjectNode) node).put(member.getKey(), broken));
            }
            collectStrings(member.getValue(), places);
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                if (array.get(i).isTextual()) {
                    places.add(() -> array.set(index, values.withUnpairedSurrogate("Signal")));
                }
                collectStrings(array.get(i), places);
            }
        }
    }

    /** Adds missing members as null, blank or empty. */
    void addAbsent(ObjectNode msg) {
        for (Spot spot : spots(msg)) {
            for (String name : spot.place().members) {
                if (!spot.object().has(name) && values.chance(0.15)) {
                    putAbsent(spot.object(), name);
                }
            }
        }
    }

    /** Takes the member away, or leaves it as null, blank or empty. */
    void omit(ObjectNode object, String name) {
        object.remove(name);
        if (values.chance(0.3)) {
            putAbsent(object, name);
        }
    }

    private void putAbsent(ObjectNode object, String name) {
        // An empty object of a carousel is a carousel.
        if (name.equals("carousel") || values.chance(0.4)) {
            object.putNull(name);
            return;
        }
        switch (name) {
            case "to", "allowedChannels", "conversation", "suggestions", "cards" -> object.putArray(name);
            case "body", "richContent", "product" -> object.putObject(name);
            case "dial" -> object.putObject(name).put("phoneNumber", values.blank());
            case "media" -> {
                if (values.chance(0.3)) {
                    object.putArray(name);
                } else if (values.chance(0.4)) {
                    object.putObject(name);
                } else {
                    object.putObject(name).put("mediaUri", values.blank()).putNull("mimeType");
                }
            }
            default -> object.put(name, values.blank());
        }
    }

    void writeDigitsAsNumbers(ObjectNode msg) {
        for (Spot spot : spots(msg)) {
            for (String name : spot.place().members) {
                JsonNode value = spot.object().path(name);
                if (value.isTextual() && value.asText().matches("[1-9][0-9]{0,31}") && values.chance(0.6)) {
                    spot.object().put(name, new BigInteger(value.asText()));
                }
            }
        }
    }

    void spellActionsOtherwise(ObjectNode msg) {
        for (Spot spot : spots(msg)) {
            String action = spot.object().path("action").asText();
            if (spot.place() == Place.SUGGESTION && OracleFields.ACTIONS.contains(action)) {
                spot.object().put("action", values.inAnotherCase(action));
            }
        }
    }

    /** The last step: afterwards the names are no longer canonical. */
    void spellNamesOtherwise(ObjectNode msg) {
        for (Spot spot : spots(msg)) {
            for (String name : spot.place().members) {
                if (spot.object().has(name) && values.chance(0.3)) {
                    JsonNode value = spot.object().remove(name);
                    spot.object().set(values.inAnotherCase(name), value);
                }
            }
        }
    }

    private static List<Spot> spots(ObjectNode msg) {
        List<Spot> spots = new ArrayList<>();
        collectSpots(msg, Place.MSG, spots);
        return spots;
    }

    private static void collectSpots(ObjectNode object, Place place, List<Spot> spots) {
        spots.add(new Spot(object, place));
        for (String name : place.members) {
            Place next = OracleNames.leadsTo(name);
            JsonNode value = object.path(name);
            if (next == null) {
                continue;
            }
            if (value instanceof ObjectNode child) {
                collectSpots(child, next, spots);
            } else if (next != Place.MEDIA) {
                value.forEach(child -> collectSpots((ObjectNode) child, next, spots));
            }
        }
    }
}
