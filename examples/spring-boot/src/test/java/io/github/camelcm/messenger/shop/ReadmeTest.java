package io.github.camelcm.messenger.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's calls, by curl as it stands there. What starts the shop in the README, CI and the packaged jar's test run. */
class ReadmeTest {

    private static final Pattern SHELL = Pattern.compile("```sh\\n(curl .*?)```", Pattern.DOTALL);

    @Test
    void theCallsOfTheReadmeWork() throws Exception {
        List<String> calls = SHELL.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("```(sh\\n)?", ""))
                .toList();
        assertThat(calls).hasSize(2);
        try (LocalShop local = LocalShop.start("--shop.outbox-period=20ms")) {
            Conversation jane = local.conversation(LocalShop.JANE).within(Duration.ofSeconds(20));
            assertThat(run(calls.get(0), local.url())).contains("\"SHIPPED\"", "\"PENDING\"");
            jane.expectCard("Order 1001 is on its way").expectButtons("Where is my order?", "See it");
            assertThat(run(calls.get(1), local.url())).contains("\"order\"", "\"messages\"", "\"SHIPPED\"");
            assertThat(LocalShop.curl("http://127.0.0.1:8080", "SHIPPED"))
                    .as("what the shop prints")
                    .isEqualTo(calls.get(0).replaceAll("\\\\\\n *", "").strip());
        }
    }

    private static String run(String call, String url) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", call.replace("http://127.0.0.1:8080", url)).start();
        assertThat(process.waitFor(20, SECONDS)).isTrue();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
