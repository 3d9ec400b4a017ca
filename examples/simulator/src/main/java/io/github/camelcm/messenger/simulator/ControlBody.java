package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON body of a control call. Unlike the gateway it is strict: an unknown member is an error, not overlooked. */
final class ControlBody {

    /** Well below what the JSON writer allows, since a body goes on inside a webhook call inside the journal. */
    private static final int MAX_NESTING = 100;

    private static final JsonMapper MAPPER = Json.mapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build());

    private final JsonNode json;
    private final String prefix;

    private ControlBody(JsonNode json, String prefix, List<String> members) {
        this.json = json;
        this.prefix = prefix;
        json.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw SimulatorException.invalid(
                        "The body holds an unknown member; known are " + String.join(", ", members) + ".");
            }
        });
    }

    /** Any JSON value. */
    static JsonNode read(RoutingContext context) {
        String text = context.body().asString();
        try {
            return MAPPER.readTree(text == null ? "" : text);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw SimulatorException.invalid("The body is not valid JSON, or nested too deeply.");
        }
    }

    static ControlBody of(RoutingContext context, String... members) {
        JsonNode json = read(context);
        if (!json.isObject()) {
            throw SimulatorException.invalid("The body must be a JSON object.");
        }
        return new ControlBody(json, "", List.of(members));
    }

    /** Whether the member is there, be it null. */
    boolean names(String name) {
        return json.has(name);
    }

    /** Whether the member is there and not null. */
    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String required(String name) {
        if (!has(name)) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" is missing.");
        }
        return optional(name);
    }

    /** The text; empty where the member is absent or null. */
    String optional(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" must be a string.");
        }
        return value.textValue();
    }

    /** The text of a string or of a whole number. */
    String requiredWord(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isIntegralNumber() ? value.asText() : required(name);
    }

    ControlBody object(String name, String... members) {
        JsonNode value = json.get(name);
        if (value == null || !value.isObject()) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" must be an object.");
        }
        return new ControlBody(value, prefix + name + "/", List.of(members));
    }

    @Nullable
    JsonNode objectOrNull(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" must be an object.");
        }
        return value;
    }

    boolean flag(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isBoolean()) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" must be true or false.");
        }
        return value.booleanValue();
    }

    int integer(String name, int min, int max) {
        return (int) number(name, min, max);
    }

    long number(String name, long min, long max) {
        JsonNode value = json.get(name);
        if (value == null
                || !value.canConvertToLong()
                || !value.isIntegralNumber()
                || value.longValue() < min
                || value.longValue() > max) {
            throw SimulatorException.invalid(
                    "\"" + prefix + name + "\" must be a whole number, " + min + " to " + max + ".");
        }
        return value.longValue();
    }

    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw SimulatorException.invalid("\"" + prefix + name + "\" must hold whole numbers.");
            }
            numbers.add(element.longValue());
        }
        return numbers;
    }

    List<ControlBody> objects(String name, String... members) {
        List<ControlBody> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isObject()) {
                throw SimulatorException.invalid("\"" + prefix + name + "\" must hold objects.");
            }
            objects.add(new ControlBody(element, prefix + name + "/" + objects.size() + "/", List.of(members)));
        }
        return objects;
    }

    private JsonNode array(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isArray()) {
            throw SimulatorException.invalid("\"" + prefix + name + "\" must be an array.");
        }
        return value;
    }
}
