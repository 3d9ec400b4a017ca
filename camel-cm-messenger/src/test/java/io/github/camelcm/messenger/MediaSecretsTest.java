package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.MediaServer.answer;
import static io.github.camelcm.messenger.MediaServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token is told to nobody, whatever becomes of a download; nor, from INFO on, is a URL's path. */
class MediaSecretsTest {

    @TempDir
    static Path folder;

    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void neitherLogsNorExceptionsNorUrisHoldTheToken() throws Exception {
        List<String> seen = new ArrayList<>();
        LogRecorder logs = new LogRecorder();
        try (logs;
                MediaServer media = new MediaServer(folder, this::everyOutcomeInTurn)) {
            media.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() { // with Camel's own error handler, which logs
                    from("direct:in").to("cm-messenger:any?responseTimeout=500&maxMediaSize=1000");
                }
            });
            for (int i = 0; i < 8; i++) {
                String url = i < 7 ? media.url() : media.url().replace("https", "http");
                Exchange exchange = media.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                        .setHeader(CmMessengerConstants.MEDIA_URI, url));
                assertThat(exchange.getException() == null).isEqualTo(i == 0);
                seen.addAll(told(exchange));
            }
            media.context.getEndpoints().forEach(endpoint -> seen.add(endpoint.toString()));
            assertThat(media.server.requests()).hasSize(7).allSatisfy(request -> assertThat(request.headers())
                    .containsEntry("x-cm-producttoken", MediaServer.TOKEN));
        }
        assertThat(seen).noneMatch(text -> text.contains("MARKER"));
        assertThat(logs.lines()).hasSizeGreaterThan(500).noneMatch(line -> line.text()
                .contains("MARKERTOKEN"));
        assertThat(logs.lines())
                .filteredOn(line -> line.level().isMoreSpecificThan(Level.INFO))
                .hasSizeGreaterThan(7)
                .noneMatch(line -> line.text().contains("MARKER"));
    }

    private static List<String> told(Exchange exchange) {
        List<String> told = new ArrayList<>();
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            told.add(cause.toString());
        }
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (!name.equals(CmMessengerConstants.MEDIA_URI)) {
                told.add(name + value);
            }
        });
        return told;
    }

    private void everyOutcomeInTurn(FaultServer.Request request, FaultServer.Connection connection)
            throws java.io.IOException {
        String echo = request.headers().get("x-cm-producttoken") + request.line();
        switch (turn.getAndIncrement() % 7) {
            case 0 -> answer(connection, bytes(1000), "X-Echo: " + echo);
            case 1 -> connection.answer(401, Map.of("X-Echo", echo), echo);
            case 2 -> connection.answer(302, Map.of("Location", "https://localhost/" + echo), "");
            case 3 -> answer(connection, bytes(1001), "X-Echo: " + echo);
            case 4 -> connection.reset();
            case 5 -> connection.write(request.line() + "\r\n\r\n"); // the client's own log at DEBUG shows it
            default -> connection.silence();
        }
    }
}
