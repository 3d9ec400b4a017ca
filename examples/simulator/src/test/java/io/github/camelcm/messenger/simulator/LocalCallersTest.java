package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages of other origins, and names that were made to resolve to this machine, stay out. */
class LocalCallersTest {

    private static CmSimulator simulator;
    private static SimulatorClient client;

    @BeforeAll
    static void start() {
        simulator = CmSimulator.builder().start();
        client = new SimulatorClient(simulator);
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "", "https://127.0.0.1", "http://127.0.0.1", "http://localhost:1"
            })
    void aForeignOriginIsRefused(String origin) {
        assertThat(client.get("/journal", "Origin", origin).status()).isEqualTo(403);
    }

    @Test
    void anOriginOnAnotherPortIsRefused() {
        String other = "http://127.0.0.1:" + (simulator.port() == 65535 ? 1 : simulator.port() + 1);
        assertThat(client.get("/journal", "Origin", other).status()).isEqualTo(403);
    }

    @Test
    void aForeignOriginCannotReset() {
        client.send(Samples.request(Samples.msg()));
        String answer = raw("DELETE /simulator/api/journal HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example");
        assertThat(answer).startsWith("HTTP/1.1 403 ");
        assertThat(simulator.journal().entries()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/message", "/simulator/api/reset", "/simulator/api/clock/advances"})
    void aPostOfAForeignPageIsRefused(String path) {
        int before = simulator.journal().entries().size();
        String post = "POST " + path + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 0\r\n";
        assertThat(raw(post + "Host: localhost\r\nOrigin: http://evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(raw(post + "Host: evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(raw(post + "Host: evil.example\r\nOrigin: http://evil.example"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(raw(post + "Host: localhost\r\nSec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403 ");
        assertThat(simulator.journal().entries()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulator/api/journal", "/simulator/api/feed", "/simulator/api/state"})
    void whatAForeignPageEmbedsIsRefusedWithoutAnOriginToo(String path) {
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: " + site))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void aLinkMayBeFollowedAndTheOwnPageMayCall() {
        String get = "GET /simulator/api/journal HTTP/1.1\r\nHost: localhost\r\n";
        assertThat(raw(get + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(raw(get + "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 200 ");
        assertThat(raw(get + "Sec-Fetch-Site: none")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theOwnOriginIsWelcome() {
        String own = "http://127.0.0.1:" + simulator.port();
        assertThat(client.get("/journal", "Origin", own).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8090", "127.0.0.1", "127.0.0.2:1", "[::1]:8090"})
    void aLoopbackHostIsWelcome(String host) {
        assertThat(raw("GET /simulator/api/journal HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "10.0.0.1", "0.0.0.0"})
    void anotherHostIsRefused(String host) {
        assertThat(raw("GET /simulator/api/journal HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 403 ");
        assertThat(raw("GET /v1.0/message HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aMissingHostIsRefused() {
        assertThat(raw("GET /simulator/api/journal HTTP/1.1\r\nX-Test: 1")).startsWith("HTTP/1.1 400 ");
    }

    private static String raw(String head) {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
