package io.github.camelcm.messenger.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the starter's properties anew where the component's options are others than before, and fails then. */
class GeneratedPropertiesTest {

    @Test
    void thePropertiesAreTheOptionsOfTheComponent() throws IOException {
        assertCommitted(
                "src/generated/java/"
                        + CmMessengerComponentProperties.class.getName().replace('.', '/') + ".java",
                PropertiesSource.of(ComponentOption.all()));
    }

    @Test
    void whatAnIdeIsToldBesidesIsOfTheComponent() throws IOException {
        assertCommitted(
                "src/generated/resources/META-INF/additional-spring-configuration-metadata.json",
                AdditionalMetadata.of(ComponentOption.all()));
    }

    private static void assertCommitted(String file, String made) throws IOException {
        Path path = Path.of(file);
        String committed = Files.exists(path) ? Files.readString(path) : "";
        if (!made.equals(committed)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, made);
        }
        assertThat(made)
                .as("%s was not made of the component's options. It is now: build again, and commit it", file)
                .isEqualTo(committed);
    }
}
