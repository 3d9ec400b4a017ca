package io.github.camelcm.messenger.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bot as a process of its own, which takes its settings from the environment. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PHARMACY_PAGE_ID", "1234567890",
            "PHARMACY_WEBHOOK_TOKEN", "s3cret-webhook-token",
            "CM_PRODUCT_TOKEN", "s3cret-product-token",
            "PHARMACY_PORT", "0");

    private @Nullable Process process;

    @AfterEach
    void end() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pharmacy.class.getName())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PHARMACY_") || name.startsWith("CM_"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private String ends(Map<String, String> environment) throws Exception {
        start(environment);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(1);
        return output;
    }

    @Test
    void doesNotStartUnconfigured() throws Exception {
        assertThat(ends(Map.of()))
                .startsWith("The bot does not start: not set in the environment: CM_PRODUCT_TOKEN, PHARMACY_PAGE_ID, "
                        + "PHARMACY_WEBHOOK_TOKEN.")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"PHARMACY_PAGE_ID,", "PHARMACY_WEBHOOK_TOKEN,", "CM_PRODUCT_TOKEN,", "PHARMACY_WEBHOOK_TOKEN, ' '"})
    void doesNotStartWithout(String variable, String value) throws Exception {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove(variable);
        if (value != null) {
            environment.put(variable, value);
        }
        assertThat(ends(environment))
                .startsWith("The bot does not start: not set in the environment: " + variable + ".")
                .doesNotContain("s3cret");
    }

    @Test
    void startsWithThem() throws Exception {
        start(ENVIRONMENT);
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null && !line.contains("(linden-pharmacy) started")) {
                output.append(line).append('\n');
                line = reader.readLine();
            }
            assertThat(line).as(output.toString()).isNotNull();
        }
        assertThat(output.toString()).contains("/cm-messenger/1234567890").doesNotContain("s3cret");
    }

    @Test
    void theSettingsHaveNoDefaultForThem() throws Exception {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        assertThat(settings)
                .contains("{{env:PHARMACY_PAGE_ID}}", "{{env:PHARMACY_WEBHOOK_TOKEN}}", "{{env:CM_PRODUCT_TOKEN}}")
                .doesNotContain("PAGE_ID:", "TOKEN:");
    }
}
