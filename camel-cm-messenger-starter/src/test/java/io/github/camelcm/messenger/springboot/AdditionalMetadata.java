package io.github.camelcm.messenger.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.rules.Limit;
import java.util.List;

/** Writes what Boot's annotation processor cannot see in the class: the defaults of enums, and the keys of the limits. */
final class AdditionalMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AdditionalMetadata() {}

    static String of(List<ComponentOption> options) {
        ObjectNode metadata = JSON.createObjectNode();
        ArrayNode properties = metadata.putArray("properties");
        options.stream().filter(option -> option.type().equals("enum")).forEach(option -> properties
                .addObject()
                .put("name", option.property())
                .put("defaultValue", option.defaultValue()));
        ArrayNode keys = metadata.putArray("hints")
                .addObject()
                .put("name", CmMessengerComponentAutoConfiguration.PREFIX + ".limits.keys")
                .putArray("values");
        for (Limit limit : Limit.values()) {
            keys.addObject()
                    .put("value", limit.key())
                    .put("description", limit.defaultValue() + ": " + limit.source() + ".");
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
