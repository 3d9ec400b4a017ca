package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stand-alone jar as users start it: a process of its own, with nothing else on its class path. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandaloneJarIT {

    private static final Path JAR = Path.of(System.getProperty("standalone.jar"));

    /** About two seconds on a machine that does nothing else; builds run on others. */
    private static final Duration READY = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private record Running(Process process, String output) {

        String url(String what) {
            return output.lines()
                    .filter(line -> line.strip().startsWith(what + ":"))
                    .map(line -> line.substring(line.indexOf("http")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + what + " in " + output));
        }
    }

    /** Reads what is printed up to the last line of the greeting, which comes when the simulator listens. */
    private Running running(Map<String, String> environment, String lastLine, String... arguments) throws IOException {
        Process process = start(environment, arguments);
        BufferedReader reader = process.inputReader();
        StringBuilder output = new StringBuilder();
        String line;
        while ((line = reader.readLine()) != null) {
            output.append(line).append('\n');
            if (line.strip().startsWith(lastLine)) {
                return new Running(process, output.toString());
            }
        }
        throw new AssertionError("it ended with " + output);
    }

    /** Ends it as Ctrl+C and a service manager do. */
    private static void stop(Running running) throws InterruptedException {
        running.process().destroy();
        assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> call(String method, String url, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private record Ended(int exit, String output) {}

    private Ended ended(String... arguments) throws Exception {
        Process process = start(Map.of(), arguments);
        String output = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), output);
    }

    @Test
    void isReadySoonAndSaysWhereEverythingIsButNoSecret() throws Exception {
        long start = System.nanoTime();
        Running running = running(
                Map.of("CM_SIMULATOR_TOKEN", "s3cret-token", "CM_SIMULATOR_WEBHOOK_STATUSES", "http://localhost:1/s"),
                "webhook for events:",
                "--port",
                "0",
                "--webhook-messages",
                "http://localhost:1/m?token=s3cret-query");
        Duration ready = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("The stand-alone simulator was ready after " + ready.toMillis() + " ms");

        assertThat(ready).isLessThan(READY);
        assertThat(running.output())
                .contains("  page:        http://127.0.0.1:")
                .contains("  gateway:     http://127.0.0.1:")
                .contains("  control API: http://127.0.0.1:")
                .contains("  webhook for messages: http://localhost:1/m?***")
                .contains("  webhook for statuses: http://localhost:1/s")
                .contains("  webhook for events: none")
                .doesNotContain("s3cret")
                .doesNotContain("SLF4J", "WARN");
    }

    @Test
    void doesWithoutCamelWhatTheSimulatorDoes() throws Exception {
        Running running = running(Map.of("CM_SIMULATOR_TOKEN", "tok"), "webhook for events:", "--port=0");
        String gateway = running.url("gateway");
        String api = running.url("control API").replace("/openapi.json", "");

        assertThat(call("POST", gateway, Samples.send("card-with-buttons.json"), "X-CM-PRODUCTTOKEN", "tok")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("POST", gateway, Samples.send("text.json"), "X-CM-PRODUCTTOKEN", "other")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", api + "/explain", Samples.send("quick-replies.json"))
                        .body())
                .contains("quickReplies");
        assertThat(call("GET", api + "/journal", "").body()).contains("\"accepted\":true");
        assertThat(call("GET", api + "/openapi.json", "").statusCode()).isEqualTo(200);
        assertThat(call("POST", api + "/state/save", "").statusCode()).isEqualTo(409);
    }

    @Test
    void keepsItsStateFromRunToRun() throws Exception {
        Path file = folder.resolve("state.json");
        Running first = running(Map.of(), "state:", "--port=0", "--state", "state.json");
        assertThat(first.output()).contains("  state:       " + folder.toRealPath());
        assertThat(call("POST", first.url("gateway"), Samples.send("text.json")).statusCode())
                .isEqualTo(200);
        assertThat(file).doesNotExist();
        String save = first.url("control API").replace("/openapi.json", "/state/save");
        assertThat(call("POST", save, "").statusCode()).isEqualTo(204);
        assertThat(Json.MAPPER.readTree(file.toFile()).at("/journal/entries")).hasSize(2);
        assertThat(call("POST", first.url("gateway"), Samples.send("text.json")).statusCode())
                .isEqualTo(200);
        stop(first);
        assertThat(Json.MAPPER.readTree(file.toFile()).at("/journal/entries")).hasSize(4);

        Running second = running(Map.of(), "state:", "--port=0", "--state=" + file);
        String journal = second.url("control API").replace("/openapi.json", "/journal");
        JsonNode entries = Json.MAPPER.readTree(call("GET", journal, "").body()).path("entries");
        assertThat(entries).hasSize(4);
        stop(second);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void saysWhatIsWrongAndEnds() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.json"), "{\"format\": \"of something else\"}");
        Ended ended = ended("--port=0", "--state=" + foreign);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output()).startsWith("The state file " + foreign + " is not usable: This is no state of the ");
        assertThat(foreign).hasContent("{\"format\": \"of something else\"}");

        assertThat(ended("--port=many")).satisfies(wrong -> {
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.output()).startsWith("Invalid value for option '--port'");
        });
        Running other = running(Map.of(), "webhook for events:", "--port=0");
        int port = URI.create(other.url("gateway")).getPort();
        assertThat(ended("--port=" + port)).satisfies(second -> {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.output()).startsWith("The simulator cannot listen on port " + port);
        });
    }

    @Test
    void holdsWhatItNeedsAndNoMore() throws IOException {
        assertThat(names(JAR))
                .contains("io/github/camelcm/messenger/simulator/SimulatorMain.class")
                .contains("io/vertx/core/Vertx.class")
                .noneMatch(name -> name.startsWith("org/apache/camel/")
                        || name.startsWith("org/junit/")
                        || name.startsWith("io/github/camelcm/messenger/simulator/junit/")
                        || name.endsWith(".SF"));
    }

    @Test
    void leavesTheOrdinaryJarAsItIs() throws IOException {
        Path ordinary = JAR.resolveSibling(JAR.getFileName().toString().replace("-standalone", ""));
        assertThat(names(ordinary))
                .contains("io/github/camelcm/messenger/simulator/junit/CmSimulatorExtension.class")
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("io/github/camelcm/messenger/simulator/"));
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
