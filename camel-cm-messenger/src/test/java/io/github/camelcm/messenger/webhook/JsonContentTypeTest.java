package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonContentTypeTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"utf-8\"; x=y;",
                " APPLICATION/Json ;",
                "text/json",
                "Text/JSON; a",
                "application/problem+json",
                "application/vnd.cm.v1+json; x",
                "application/a+b+JSON"
            })
    void jsonAndNothingPass(String contentType) {
        assertThat(JsonContentType.accepts(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html; application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=application/json",
                "application/jsonp",
                "application/json-seq",
                "application/xml",
                "application/+json",
                "application/ +json",
                "application/a/b+json",
                "application/*",
                "application",
                "application/",
                "json",
                "/json",
                "image/x+json",
                "text/x+json",
                "application/json, text/html",
                "application/json text",
                "application / json",
                "x application/json",
                ";",
                "; charset=utf-8",
                "application/js\u0000on",
                "appl\u0131cation/json"
            })
    void everythingElseDoesNot(String contentType) {
        assertThat(JsonContentType.accepts(contentType)).isFalse();
    }
}
