package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More messages as large as Messenger takes them than the journal holds, in a JVM that is too small for them. */
class FullJournalTest {

    private static final int REQUESTS = 30;
    private static final int MESSAGES_EACH = 100;
    private static final String LONGEST_TEXT = "\u5929\u6c17".repeat(1000);

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private String base;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        String line;
        while ((line = output.readLine()) != null && !line.contains("page:")) {
            // what is logged before
        }
        assertThat(line).as("the simulator runs").isNotNull();
        base = line.substring(line.indexOf("http"));
    }

    @AfterEach
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(method + " " + path).isBetween(200, 204);
        return response;
    }

    private static String request(int number) {
        ObjectNode request = Json.object();
        ArrayNode msgs = request.putObject("messages").putArray("msg");
        for (int i = 0; i < MESSAGES_EACH; i++) {
            ObjectNode msg = Samples.msg();
            msg.put("reference", "r" + (number * MESSAGES_EACH + i));
            msg.withObject("/body").put("content", LONGEST_TEXT);
            msgs.add(msg);
        }
        return request.toString();
    }

    @Test
    void dropsTheOldestAndIsReadExportedAndImportedAllTheSame() throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            call("POST", "v1.0/message", request(i));
        }
        JsonNode page = Json.MAPPER.readTree(
                call("GET", "simulator/api/journal?before=99999&limit=1000", "").body());
        assertThat(page.path("dropped").asInt()).isPositive();
        JsonNode newest = page.path("entries").path(page.path("entries").size() - 1);
        assertThat(newest.path("reference").asText()).isEqualTo("r2999");

        String state = call("GET", "simulator/api/state", "").body();
        assertThat(state.length()).isGreaterThan(2_000_000);
        call("PUT", "simulator/api/state", state);
        assertThat(call("GET", "simulator/api/state", "").body().equals(state))
                .as("the same state again")
                .isTrue();
    }
}
