package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page shows or names is there, and no picture is left over. */
class PagesTest {

    private static final Path DOCS = Path.of("src/main/docs");

    @Test
    void everyPictureIsWhereItsPageLooksForIt() throws Exception {
        List<Path> shown = new ArrayList<>();
        for (Path page : files(DOCS)) {
            Snippets text = new Snippets(page, DOCS);
            // without this line of the header the picture would be sought beside the page
            List<String> folder = text.find("^ifndef::imagesdir\\[:imagesdir: (.*)]$");
            for (String picture : text.find("\\bimage::?([^\\[\\s]+)\\[")) {
                Path file = DOCS.resolve(folder.isEmpty() ? "." : folder.get(0)).resolve(picture);
                assertThat(file).as(page + " shows " + picture).isRegularFile();
                shown.add(file);
            }
        }

        assertThat(shown).containsExactlyInAnyOrderElementsOf(files(DOCS.resolve("images")));
    }

    @Test
    void everyPageThatIsNamedIsThere() throws Exception {
        for (Path page : files(DOCS)) {
            List<String> named = new Snippets(page, DOCS).find("\\bxref:([^\\[#]+)[\\[#]");
            assertThat(named).as("what " + page + " names").isNotEmpty().allSatisfy(other -> assertThat(
                            DOCS.resolve(other))
                    .isRegularFile());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
