package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file name of a Content-Disposition (RFC 6266). */
class DispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "attachment; filename=a.jpg | a.jpg",
                "inline; FileName=a.jpg | a.jpg",
                "attachment; filename=\"a; b, c.jpg\" | a; b, c.jpg",
                "attachment; filename=\"a \\\"b\\\".jpg\" | a \"b\".jpg",
                "attachment; filename*=UTF-8''%E2%82%AC%20rates.jpg | € rates.jpg",
                "attachment; filename*=utf-8'en'a+b.jpg | a+b.jpg",
                "attachment; filename*=iso-8859-1''%A3.jpg | £.jpg",
                "attachment; filename=a.jpg; filename*=UTF-8''b.jpg | b.jpg",
                "attachment; filename*=UTF-8''b.jpg; filename=a.jpg | b.jpg",
                "attachment; filename=a.jpg; filename*=UTF-7''b.jpg | a.jpg",
                "attachment; filename=a.jpg; filename*=b.jpg | a.jpg",
                "attachment; filename*=UTF-8'' | ~~",
                "attachment; filename*=UTF-8''%zz%4 | %zz%4",
                "attachment; filename= | ~~",
                "attachment |",
                "; ; =; filename |",
                "\"unended |",
                "~~ |"
            })
    void theNameIsRead(String value, String name) {
        assertThat(Disposition.fileName(new BasicHeader("Content-Disposition", value)))
                .isEqualTo(name);
    }

    @Test
    void withoutAHeaderThereIsNone() {
        assertThat(Disposition.fileName(null)).isNull();
    }
}
