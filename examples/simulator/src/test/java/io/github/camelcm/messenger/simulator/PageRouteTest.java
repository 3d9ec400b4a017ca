package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page and its files are served; no browser is needed. */
class PageRouteTest {

    private static final Path FILES = Path.of("src/main/resources/io/github/camelcm/messenger/simulator/page");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '\\./([^']+)'");

    private final CmSimulator simulator = CmSimulator.builder().start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private SimulatorClient.Reply get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(simulator.pageUrl()).resolve(path));
        return client.exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private static String header(SimulatorClient.Reply reply, String name) {
        return reply.response().headers().firstValue(name).orElse("");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.toList();
        }
    }

    @Test
    void everyFileIsServedWithItsTypeAndTheSameHeaders() throws IOException {
        assertThat(files()).hasSizeGreaterThan(20);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            SimulatorClient.Reply reply = name.equals("index.html") ? get("/") : get(PageRoute.FILES + name);
            assertThat(reply.status()).describedAs(name).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(Files.readString(file));
            assertThat(header(reply, "Content-Type"))
                    .isEqualTo(
                            switch (name.substring(name.indexOf('.'))) {
                                case ".html" -> "text/html; charset=utf-8";
                                case ".js" -> "text/javascript; charset=utf-8";
                                case ".css" -> "text/css; charset=utf-8";
                                default -> "image/svg+xml";
                            });
            assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(reply, "Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                    .contains("img-src 'self' data:;")
                    .doesNotContain("unsafe", "http");
        }
    }

    @Test
    void filesAreSmallAndImportOnlyEachOther() throws IOException {
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).describedAs(file.toString()).hasSizeLessThan(300);
            String text = String.join("\n", lines);
            assertThat(text)
                    .doesNotContain(
                            "innerHTML", "insertAdjacentHTML", "document.write", "eval(", "style=", " onclick=\"");
            IMPORT.matcher(text).results().forEach(found -> assertThat(FILES.resolve(found.group(1)))
                    .exists());
        }
    }

    @Test
    void remoteMediaIsAllowedOnlyWhereItIsSwitchedOn() {
        assertThat(header(get("/?media=on"), "Content-Security-Policy"))
                .contains("img-src 'self' data: http: https:;", "media-src http: https:;", "script-src 'self';");
        assertThat(header(get("/?media=off"), "Content-Security-Policy")).doesNotContain("http");
        assertThat(header(get("/?media=on&x"), "Content-Security-Policy")).doesNotContain("http");
    }

    @Test
    void aLinkOnAnotherSiteCannotSwitchRemoteMediaOn() {
        SimulatorClient.Reply reply = get(
                "/?media=on",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo("/");
        assertThat(get("/?media=on", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulator", "/simulator/", "/index.html"})
    void leadsToThePageFromWherePeopleLookForIt(String path) {
        SimulatorClient.Reply reply = get(path);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo("/");
    }

    @Test
    void nothingElseIsServed() {
        for (String name :
                List.of("index.html", "none.js", "..%2fopenapi.json", "%2e%2e/openapi.json", "Main.js", "x.class")) {
            assertThat(get(PageRoute.FILES + name).status()).describedAs(name).isEqualTo(404);
        }
    }
}
