package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that users and servers choose. */
class MediaNameTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat.jpg | cat.jpg",
                "my cat (2).tar.gz | my cat (2).tar.gz",
                "Überraschung 猫 🐈.jpg | Überraschung 猫 🐈.jpg",
                "../../etc/passwd | passwd",
                "..\\..\\windows\\win.ini | win.ini",
                "/etc/cron.d/x | x",
                "C:\\x.exe | x.exe",
                "C:x.exe | C_x.exe",
                "a.txt:stream | a.txt_stream",
                ".htaccess | htaccess",
                "'x.jpg. .' | x.jpg",
                "${bean:evil} | _{bean_evil}",
                "$simple{evil} | _simple{evil}"
            })
    void aNameIsMadeSafe(String name, String safe) {
        assertThat(MediaName.safe(name)).isEqualTo(safe);
    }

    @Test
    void whatIsNoPartOfANameGoes() {
        assertThat(MediaName.safe("a\u0000b\r\nc\u007f\u0085d.jpg")).isEqualTo("abcd.jpg");
        assertThat(MediaName.safe("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(MediaName.safe("a\u2028b\ud800c\ufeff.jpg")).isEqualTo("abc.jpg");
        assertThat(MediaName.safe("a<b>c|d?e*f\"g")).isEqualTo("a_b_c_d_e_f_g");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", "..", "...", "a/", "../", "\\", "\u0000", "\u202e", ". .", "\u00a0"})
    void nothingIsLeftOfSome(String name) {
        assertThat(MediaName.safe(name)).isNull();
    }

    @Test
    void aLongNameKeepsItsEndAndIsOneThatAFileCanHave() throws Exception {
        String name = MediaName.safe("猫🐈".repeat(1000) + ".jpg");

        assertThat(name).hasSizeLessThanOrEqualTo(80).endsWith("🐈.jpg");
        java.nio.file.Files.createFile(folder.resolve(name));
    }
}
