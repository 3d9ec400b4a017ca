package io.github.camelcm.messenger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            https://example.com/shirt.jpg                    | shirt.jpg       | image/jpeg
            https://example.com/a/b.c/Shirt.JPEG             | Shirt.JPEG      | image/jpeg
            HTTPS://EXAMPLE.COM/CLIP.MP4                     | CLIP.MP4        | video/mp4
            https://example.com/shirt.png?v=1.2/x.pdf        | shirt.png       | image/png
            https://example.com/shirt.png#top/x.pdf          | shirt.png       | image/png
            https://example.com/shirt.png#a?b                | shirt.png       | image/png
            https://example.com/archive.tar.gz               | archive.tar.gz  | -
            https://example.com/a%20b.gif                    | a%20b.gif       | image/gif
            https://example.com/shirt                        | shirt           | -
            https://example.com/shirt.                       | shirt.          | -
            https://example.com/.jpg                         | .jpg            | -
            https://example.com/v1.2/shirt                   | shirt           | -
            https://example.com/shirts/                      | -               | -
            https://example.com/                             | -               | -
            https://example.com                              | -               | -
            https://example.com?file=/shirt.jpg              | -               | -
            https://example.com#/shirt.jpg                   | -               | -
            https://                                         | -               | -
            shirts/shirt.jpg                                 | shirt.jpg       | image/jpeg
            /shirt.jpg                                       | shirt.jpg       | image/jpeg
            ``                                               | -               | -
            """)
    void nameAndTypeFollowFromTheUrl(String url, String name, String type) {
        assertThat(Media.of(url)).isEqualTo(new Media(name, url, type, Map.of()));
    }

    @Test
    void whereAnUrlDoesNotTellNameAndTypeAreGiven() {
        assertThat(Media.of("shirt.jpg", "https://example.com/1", "image/jpeg"))
                .isEqualTo(new Media("shirt.jpg", "https://example.com/1", "image/jpeg", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            a.jpg, jpg
            a.JpEg, jpeg
            a.b.c, c
            a.7z, 7z
            a.12345678, 12345678
            a.123456789, -
            a., -
            a, -
            .jpg, -
            ., -
            '', -
            -, -
            'a.jpg ', -
            a.j-g, -
            a.jpé, -
            a.jpg/, -
            a.٣, -
            """)
    void anExtensionIsOneToEightLettersOrDigitsAtTheEnd(String fileName, String extension) {
        assertThat(MediaTypes.extension(fileName)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            a.png, image/png
            a.PDF, application/pdf
            a.mp3, audio/mpeg
            a.webm, video/webm
            a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document
            a.exe, -
            a, -
            -, -
            """)
    void aFileHasTheUsualTypeOfItsExtension(String fileName, String type) {
        assertThat(MediaTypes.ofName(fileName)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            image/png, image/png
            Image/PNG, image/png
            image/png; charset=utf-8, image/png
            ' image/png ;q=1', image/png
            ;, ''
            '', ''
            -, ''
            """)
    void theEssenceOfATypeIsLowerCaseAndWithoutParameters(String type, String essence) {
        assertThat(MediaTypes.essence(type)).isEqualTo(essence);
    }

    @ParameterizedTest
    @CsvSource({
        "jpg, image/png",
        "png, image/jpeg",
        "pdf, image/png",
        "mp4, video/quicktime",
        "png, 'Application/PDF; a=b'"
    })
    void anExtensionContradictsATypeOfOtherFiles(String extension, String type) {
        assertThat(MediaTypes.contradict(extension, type)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "jpg, image/jpeg",
        "jpeg, image/jpg",
        "jpg, 'IMAGE/JPEG; q=1'",
        "mp4, audio/mp4",
        "ogg, video/ogg",
        "exe, image/png",
        "png, application/octet-stream",
        "png, image/unheard-of",
        "png, ''",
        "png,"
    })
    void whatIsNotKnownAndWhatGoesTogetherContradictsNothing(String extension, String type) {
        assertThat(MediaTypes.contradict(extension, type)).isFalse();
    }
}
