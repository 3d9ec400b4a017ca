package io.github.camelcm.messenger.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.rules.Limit;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** What an IDE knows of the properties, compared with the component's description of its options. */
class ConfigurationMetadataTest {

    private static final Map<String, String> PRIMITIVES =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private final JsonNode metadata = metadata();

    @Test
    void everyOptionIsAPropertyAndNothingElseButWhatIsTheStartersOwn() {
        List<String> names = new ArrayList<>(properties().keySet());
        List<String> expected = new ArrayList<>(
                ComponentOption.all().stream().map(ComponentOption::property).toList());
        for (String own : List.of("enabled", "customizer.enabled", "ssl-bundle")) {
            expected.add(CmMessengerComponentAutoConfiguration.PREFIX + "." + own);
        }

        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesTypesDefaultsDescriptionsAndDeprecationsAreThoseOfTheComponent() {
        Map<String, JsonNode> properties = properties();

        assertThat(ComponentOption.all()).hasSizeGreaterThan(40).allSatisfy(option -> {
            JsonNode property = properties.get(option.property());
            assertThat(property.get("type").asText()).isEqualTo(type(option));
            assertThat(property.get("description").asText()).isEqualTo(option.description());
            assertThat(property.has("deprecated") || property.has("deprecation"))
                    .isEqualTo(option.deprecated());
            assertThat(defaultValue(option, property.path("defaultValue").asText(null)))
                    .isEqualTo(option.defaultValue() == null ? null : defaultValue(option, option.defaultValue()));
        });
    }

    @Test
    void theKeysOfTheLimitsCanBeCompleted() {
        JsonNode hint = metadata.get("hints").get(0);

        assertThat(hint.get("name").asText()).isEqualTo("camel.component.cm-messenger.limits.keys");
        assertThat(hint.get("values").findValuesAsText("value"))
                .containsExactlyElementsOf(
                        Arrays.stream(Limit.values()).map(Limit::key).toList());
    }

    private static String type(ComponentOption option) {
        return switch (option.type()) {
            case "duration" -> "java.time.Duration";
            case "object" ->
                option.javaType().equals("java.lang.Object")
                        ? "java.util.Map<java.lang.String,java.lang.String>"
                        : option.javaType();
            default -> PRIMITIVES.getOrDefault(option.javaType(), option.javaType());
        };
    }

    private static Object defaultValue(ComponentOption option, String text) {
        return text != null && option.type().equals("duration") ? DurationStyle.detectAndParse(text) : text;
    }

    private Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new TreeMap<>();
        metadata.get("properties")
                .forEach(property -> properties.put(property.get("name").asText(), property));
        return properties;
    }

    private static JsonNode metadata() {
        try {
            for (URL file : Collections.list(CmMessengerComponentProperties.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                JsonNode metadata = new ObjectMapper().readTree(file);
                if (metadata.toString().contains(CmMessengerComponentProperties.class.getName())) {
                    return metadata;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("The starter has no configuration metadata");
    }
}
