package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.camelcm.messenger.colours.SoldOut;
import io.github.camelcm.messenger.simulator.junit.OnPurpose;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs what the README shows. The test in it is {@code ColoursTest}. */
class ReadmeTest {

    private static final String README = read(Path.of("README.md"));
    private static final Path TESTS = Path.of("src/test/java/io/github/camelcm/messenger");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> find(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The blocks of a language, in their order; "" for those without one. */
    private static List<String> blocks(String language) {
        return BLOCK.matcher(README)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @Test
    void theTestIsOneThatRuns() {
        String source = read(TESTS.resolve("colours/ColoursTest.java"));
        assertThat(blocks("java").get(0)).isEqualTo(source.substring(source.indexOf("import ")));
    }

    @Test
    void theDependenciesAreThoseOfTheBuild() {
        String parent = read(Path.of("../../pom.xml"));
        String version = find(parent, "<artifactId>camel-cm-messenger-parent</artifactId>\\s*<version>([^<]+)")
                .get(0);
        String junit = find(parent, "<junit.version>([^<]+)").get(0);
        assertThat(blocks("xml")).hasSize(1);
        assertThat(find(blocks("xml").get(0), ">([^<>\\n]+)</"))
                .containsExactly(
                        "io.github.camelcm",
                        "cm-messenger-simulator",
                        version,
                        "test",
                        "org.junit.jupiter",
                        "junit-jupiter",
                        junit,
                        "test");
    }

    @Test
    void theFailureIsThatOfTheTestWhenRedIsSoldOut() {
        List<String> failures = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(OnPurpose.PARAMETER, "true")
                .selectors(selectClass(SoldOut.class))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
        assertThat(failures).containsExactly(blocks("").get(0));
    }

    @Test
    void theSimulatorWithoutJUnitRuns() {
        // README
        try (CmSimulator simulator = CmSimulator.builder().start()) {
            simulator.faults().add(Fault.of(FaultKind.RESET_AFTER), FaultScope.next(1));
            // send to simulator.gatewayUrl(), then look at simulator.journal().messages()
            simulator.clock().advance(Duration.ofMinutes(5)).join();
        }
        // as above
        String here = find(read(TESTS.resolve("simulator/ReadmeTest.java")), "// README\\n(.*?) *// as above")
                .get(0);
        assertThat(blocks("java").get(1)).isEqualTo(here.replaceAll("(?m)^ {8}", ""));
    }

    @Test
    void whatIsStartedOnTheCommandLineReachesAConsumer() throws Exception {
        List<String> texts = new CopyOnWriteArrayList<>();
        Main application = new Main();
        application.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:1234567890?webhookToken=test-only")
                        .process(exchange ->
                                texts.add(exchange.getMessage().getHeader("CamelCmMessengerText", String.class)));
            }
        });
        application.addOverrideProperty("camel.server.enabled", "true");
        application.addOverrideProperty("camel.server.host", "127.0.0.1");
        application.addOverrideProperty("camel.server.port", "0");
        try {
            application.start();
            int port = application
                    .getCamelContext()
                    .hasService(VertxPlatformHttpServer.class)
                    .getPort();
            String command =
                    blocks("sh").get(0).replace(":8080/", ":" + port + "/").replace("…", "test-only");
            assertThat(run(command)).doesNotContain("answered", "gave no answer");
        } finally {
            application.stop();
        }
        assertThat(texts).containsExactly("Hello");

        String url =
                find(blocks("sh").get(0), "--webhook-messages \"([^\"]+)\"").get(0);
        assertThat(find(README, "`PUT api/webhooks` `\\{\"messages\": \"([^\"]+)\"}`"))
                .containsExactly(url);
        assertThat(url.replace("…", "TOKEN")).isEqualTo(WebhookUrl.EXAMPLE);
    }

    /** Runs the simulator as the command does, and the call of curl that follows in the README. */
    private String run(String command) {
        String[] arguments = command.substring(command.indexOf(".jar") + ".jar".length())
                .replaceAll("[\\\\\"]", "")
                .replace("--port 8090", "--port 0")
                .replace("simulator.json", folder.resolve("simulator.json").toString())
                .strip()
                .split("\\s+");
        StringWriter out = new StringWriter();
        int exit = SimulatorMain.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                simulator -> curl(blocks("sh").get(1).replace("8090", String.valueOf(simulator.port()))),
                arguments);
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }

    private static void curl(String call) {
        try {
            Process process = new ProcessBuilder("sh", "-c", call)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
