package io.github.camelcm.messenger.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedPropertiesTest {

    private static final Path GENERATED = Path.of(
            "src/generated/java", CmMessengerComponentProperties.class.getName().replace('.', '/') + ".java");

    @Test
    void thePropertiesAreThoseOfTheComponent() throws IOException {
        String made = PropertiesSource.of(ComponentOption.all());
        String committed = Files.exists(GENERATED) ? Files.readString(GENERATED) : "";
        if (!made.equals(committed)) {
            Files.writeString(GENERATED, made);
        }
        assertThat(made)
                .as(
                        "The component has other options than %s: it has been written anew. Build again, and commit it",
                        GENERATED)
                .isEqualTo(committed);
    }
}
