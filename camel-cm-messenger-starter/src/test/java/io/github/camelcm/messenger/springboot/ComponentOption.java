package io.github.camelcm.messenger.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.CmMessengerComponent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.util.StringHelper;

/** An option of the component, as its JSON describes it. */
record ComponentOption(
        String name,
        String type,
        String javaType,
        String defaultValue,
        String description,
        boolean deprecated,
        boolean secret,
        List<String> values) {

    private static final String JSON = "/META-INF/io/github/camelcm/messenger/cm-messenger.json";

    /** All of them, in the order of the JSON. */
    static List<ComponentOption> all() {
        try (InputStream in = CmMessengerComponent.class.getResourceAsStream(JSON)) {
            List<ComponentOption> all = new ArrayList<>();
            new ObjectMapper()
                    .readTree(in)
                    .get("componentProperties")
                    .properties()
                    .forEach(option -> all.add(of(option.getKey(), option.getValue())));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ComponentOption of(String name, JsonNode json) {
        List<String> values = new ArrayList<>();
        json.path("enum").forEach(value -> values.add(value.asText()));
        return new ComponentOption(
                name,
                json.get("type").asText(),
                json.get("javaType").asText(),
                json.path("defaultValue").asText(null),
                json.get("description").asText(),
                json.get("deprecated").asBoolean(),
                json.get("secret").asBoolean(),
                values);
    }

    /** As it is written in a file of properties. */
    String property() {
        return CmMessengerComponentAutoConfiguration.PREFIX + "." + StringHelper.camelCaseToDash(name);
    }

    /** The Java type of the property, simple where the class of properties imports it. */
    String propertyType() {
        return switch (type) {
            case "boolean" -> "Boolean";
            case "integer" -> javaType.equals("long") ? "Long" : "Integer";
            case "duration" -> "Duration";
            case "string" -> "String";
            case "enum" -> javaType;
            case "object" -> javaType.equals("java.lang.Object") ? "Map<String, String>" : javaType;
            default -> throw new IllegalStateException(name + " has the type " + type + ", which this does not know");
        };
    }

    boolean isReference() {
        return type.equals("object");
    }

    /** Of a duration with a default: a number is milliseconds. */
    Duration defaultDuration() {
        return Duration.ofMillis(Long.parseLong(defaultValue.replaceFirst("ms$", "")));
    }
}
