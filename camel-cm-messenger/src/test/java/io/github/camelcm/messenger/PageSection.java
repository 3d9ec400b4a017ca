package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of the pages that tests write, each between two comments. */
public final class PageSection {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-component.adoc");

    private PageSection() {}

    /** Writes the section into the component's page, and fails if that changed it. */
    static void check(String name, String writer, String section) throws IOException {
        check(PAGE, name, writer, section);
    }

    /** Writes the section into the page, and fails if that changed it. */
    public static void check(Path file, String name, String writer, String section) throws IOException {
        String page = Files.readString(file);
        String opening = "// " + name + ": written by " + writer + "\n";
        int start = page.indexOf(opening) + opening.length();
        String renewed = page.substring(0, start) + section + page.substring(page.indexOf("// " + name + ": end\n"));
        if (!renewed.equals(page)) {
            Files.writeString(file, renewed);
        }
        assertThat(page)
                .as("the page's section '" + name + "'; it has been renewed, look at it and commit it")
                .isEqualTo(renewed);
    }
}
