package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTokenTest {

    private final WebhookToken token = new WebhookToken("s3cret");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "NULL", textBlock = """
            NULL                          | false
            ``                            | false
            `token`                       | false
            `token=`                      | false
            `=s3cret`                     | false
            `s3cret`                      | false
            `token=s3cret`                | true
            `token=S3CRET`                | false
            `token=s3cre`                 | false
            `token=s3cret4`               | false
            `token=s3crets3cret`          | false
            `token= s3cret`               | false
            `token=s3cret+`               | false
            `token=s3cret%20`             | false
            `token=s3cret%00`             | false
            `a=1&token=s3cret&b=2`        | true
            `a=%zz&token=s3cret&%=2&&=`   | true
            `token=s3cret&token=s3cret`   | true
            `token=s3cret&token=wrong`    | false
            `token=wrong&token=s3cret`    | false
            `token=s3cret&token`          | false
            `token=&token=s3cret`         | false
            `token=s3cret&token=%zz`      | false
            `token=%733cret`              | true
            `token=%73%33%63%72%65%74`    | true
            `%74oken=s3cret`              | true
            `%74oken=wrong&token=s3cret`  | false
            `Token=s3cret`                | false
            `Token=wrong&token=s3cret`    | true
            `TOKEN=s3cret`                | false
            `%54oken=s3cret`              | false
            `token%20=s3cret`             | false
            `tokens=s3cret`               | false
            `to%ken=s3cret`               | false
            `a=1;token=s3cret`            | false
            `token=s3cret;a=1`            | false
            `token=s3cret;token=s3cret`   | false
            `token=s3cret#token=s3cret`   | false
            `?token=s3cret`               | false
            `token==s3cret`               | false
            `token[]=s3cret`              | false
            `token=%`                     | false
            `token=s3cret%`               | false
            `token=s3cret%7`              | false
            `token=%7x3cret`              | false
            `token=%+73cret`              | false
            `token=%ff`                   | false
            `token=%u0073`                | false
            """)
    void aQueryIsAdmittedIfEveryTokenInItIsTheSecret(String query, boolean admitted) {
        assertThat(token.admits(query, List.of())).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `Bearer s3cret`          | true
            `bearer s3cret`          | true
            `BEARER s3cret`          | true
            `Bearer    s3cret`       | true
            ` Bearer s3cret  `       | true
            `Bearer`                 | false
            `Bearer `                | false
            `Bearers3cret`           | false
            `Bearers s3cret`         | false
            `Bearer S3CRET`          | false
            `Bearer s3cre`           | false
            `Bearer s3cret4`         | false
            `Bearer "s3cret"`        | false
            `Bearer token=s3cret`    | false
            `Bearer %733cret`        | false
            `Bearer s3cret, Bearer s3cret` | false
            `Bearer=s3cret`          | false
            `Basic s3cret`           | false
            `s3cret`                 | false
            ``                       | false
            """)
    void aHeaderIsAdmittedIfItIsABearerOfTheSecret(String authorization, boolean admitted) {
        assertThat(token.admits(null, List.of(authorization))).isEqualTo(admitted);
    }

    @Test
    void everyTokenCountsInEveryOrderAndInBothPlaces() {
        String right = "Bearer s3cret";
        String wrong = "Bearer wrong";
        String basic = "Basic dXNlcjpwYXNz";

        assertThat(token.admits(null, List.of())).isFalse();
        assertThat(token.admits(null, List.of(right, right))).isTrue();
        assertThat(token.admits(null, List.of(right, wrong))).isFalse();
        assertThat(token.admits(null, List.of(wrong, right))).isFalse();
        assertThat(token.admits(null, List.of(right, "Bearer"))).isFalse();
        assertThat(token.admits(null, List.of(basic, right))).isTrue();
        assertThat(token.admits(null, List.of(right, basic))).isTrue();
        assertThat(token.admits(null, List.of(basic))).isFalse();
        assertThat(token.admits("token=s3cret", List.of(basic))).isTrue();
        assertThat(token.admits("token=s3cret", List.of(right))).isTrue();
        assertThat(token.admits("token=s3cret", List.of(wrong))).isFalse();
        assertThat(token.admits("token=wrong", List.of(right))).isFalse();
        assertThat(token.admits("token=", List.of(right))).isFalse();
        assertThat(token.admits("a=1", List.of(right))).isTrue();
    }

    @Test
    void aSecretOfSignsIsFoundPercentEncoded() {
        WebhookToken signs = new WebhookToken("a b+c/é%&=");

        assertThat(signs.admits("token=a+b%2Bc%2F%C3%A9%25%26%3D", List.of())).isTrue();
        assertThat(signs.admits("token=a%20b%2bc/é%25%26=", List.of())).isTrue();
        assertThat(signs.admits("token=a b+c/é%&=", List.of())).isFalse();
        assertThat(signs.admits("token=a+b%2Bc%2F%E9%25%26%3D", List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankSecretIsRefused(String secret) {
        assertThatThrownBy(() -> new WebhookToken(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhookToken");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(token.toString()).doesNotContain("s3cret");
    }

    @Test
    void nothingAtAllMakesItFail() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("WebhookTokenTest: -Dfuzz.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String query = junk(random);
            assertThat(token.admits(query, List.of(junk(random), "Bearer " + junk(random))))
                    .as("%s, seed %d", query, seed)
                    .isFalse();
        }
    }

    private static String junk(Random random) {
        StringBuilder junk = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            junk.append(
                    switch (random.nextInt(4)) {
                        case 0 -> "token=";
                        case 1 -> "%+&;=%6f".charAt(random.nextInt(8));
                        case 2 -> (char) random.nextInt(0x10000);
                        default -> "s3cret".charAt(random.nextInt(6));
                    });
        }
        return junk.toString();
    }
}
