package io.github.camelcm.messenger.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started as the README says. */
class PackagedShopIT {

    private static final Pattern START = Pattern.compile("^ *java -jar (\\S+)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private Process start(Map<String, String> environment) throws IOException {
        Matcher command = START.matcher(Files.readString(Path.of("README.md")));
        assertThat(command.find()).isTrue();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of("../..").resolve(command.group(1)).toAbsolutePath();
        ProcessBuilder shop = new ProcessBuilder(List.of(java.toString(), "-jar", jar.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        shop.environment().putAll(environment);
        return shop.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), UTF_8);
    }

    @Test
    void itRunsWithWhatTheReadmeTellsToSetAndKeepsSecretsOutOfTheLog() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = start(Map.of(
                "CM_PRODUCT_TOKEN", "secret-product-token",
                "SHOP_PAGE_ID", "1234567890",
                "SHOP_WEBHOOK_TOKEN", "secret-webhook-token",
                "SHOP_DATABASE", "jdbc:h2:file:./data/shop;DB_CLOSE_ON_EXIT=FALSE",
                "SHOP_PORT", String.valueOf(port)));
        try {
            ShopClient shop = new ShopClient("http://127.0.0.1:" + port);
            await().atMost(120, SECONDS)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof ConnectException)
                    .until(() ->
                            !process.isAlive() || shop.get("/actuator/health").status() == 200);
            assertThat(process.isAlive()).as(log()).isTrue();
            assertThat(shop.page().statusCode()).isEqualTo(200);
            assertThat(log()).contains("/cm-messenger/1234567890").doesNotContain("secret-");
            assertThat(folder.resolve("data/shop.mv.db")).exists();
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, SECONDS)).isTrue();
        }
    }

    @Test
    void itDoesNotStartWithoutAndSaysWhatToSet() throws Exception {
        Process process = start(Map.of());
        assertThat(process.waitFor(120, SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(log()).containsAnyOf("CM_PRODUCT_TOKEN", "SHOP_PAGE_ID", "SHOP_WEBHOOK_TOKEN");
    }
}
