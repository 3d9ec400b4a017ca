package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The component's JSON, which Camel's tools read: options and headers by name, in Camel's order. */
public final class Metadata {

    private static final Path FILE =
            Path.of("src/generated/resources/META-INF/io/github/camelcm/messenger/cm-messenger.json");

    private Metadata() {}

    public static JsonNode json() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of {@code componentProperties}, {@code properties}, {@code headers}. */
    public static Set<Map.Entry<String, JsonNode>> members(String of) {
        return json().path(of).properties();
    }
}
