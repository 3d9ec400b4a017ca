package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Camel's generator makes of the sources is committed, and does not differ from what a build makes of them now. */
class GeneratedCodeTest {

    private static final Path COMMITTED = Path.of("target/generated-as-committed");
    private static final Path NOW = Path.of("src/generated");

    @Test
    void committedGeneratedCodeIsWhatTheGeneratorMakes() {
        assertThat(files(COMMITTED))
                .as("src/generated changed in this build: commit what the generator wrote")
                .isEqualTo(files(NOW));
    }

    @Test
    void theJarsClassesAndResourcesHoldWhatWasGenerated() {
        Path classes = Path.of("target/classes");

        assertThat(classes.resolve("io/github/camelcm/messenger/CmMessengerEndpointUriFactory.class"))
                .exists();
        assertThat(classes.resolve("io/github/camelcm/messenger/CmMessengerConvertersLoader.class"))
                .exists();
        assertThat(classes.resolve("META-INF/services/org/apache/camel/component/cm-messenger"))
                .exists();
        assertThat(classes.resolve("META-INF/io/github/camelcm/messenger/cm-messenger.json"))
                .exists();
    }

    private static Map<String, String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(),
                            GeneratedCodeTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
