package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.MediaServer.answer;
import static io.github.camelcm.messenger.MediaServer.bytes;
import static io.github.camelcm.messenger.MediaServer.fetched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.FaultServer.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way that a download can fail, for callers that wait and callers that do not; and the limit of a file's size. */
class MediaFaultsTest {

    private static final Duration BOUND = Duration.ofSeconds(15);

    /** Above the spool's threshold, so that a file on disk is left when a download breaks off. */
    private static final int LARGE = 2 * MediaServer.SPOOL_THRESHOLD;

    private static final int LIMIT = LARGE + 1000;
    private static final String OPTIONS = "responseTimeout=700&maxMediaSize=" + LIMIT;

    @TempDir
    static Path folder;

    /** @param status that the exception has, 0 for none */
    record Fault(String name, int status, boolean retryable, String text, Behaviour behaviour) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How an answer says where it ends. */
    enum Framing {
        LENGTH,
        CHUNKED,
        CLOSE;

        void answer(Connection connection, byte[] file) throws IOException {
            switch (this) {
                case LENGTH -> MediaServer.answer(connection, file);
                case CHUNKED -> {
                    connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (int i = 0; i < file.length; i += 50_000) {
                        byte[] chunk = java.util.Arrays.copyOfRange(file, i, Math.min(i + 50_000, file.length));
                        connection.write(Integer.toHexString(chunk.length) + "\r\n");
                        connection.write(chunk);
                        connection.write("\r\n");
                    }
                    connection.write("0\r\n\r\n");
                }
                case CLOSE -> {
                    connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                    connection.write(file);
                    connection.close();
                }
            }
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(refusedStatuses(), redirects(), oddAnswers(), breaks(), silences())
                .flatMap(faults -> faults)
                .flatMap(fault -> Stream.of("waiting", "not waiting").map(caller -> Arguments.of(fault, caller)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faults")
    void aFaultIsAnExceptionAndNothingIsLeft(Fault fault, String caller) throws Exception {
        try (MediaServer media = new MediaServer(folder, fault.behaviour())) {
            Exchange exchange = caller.equals("waiting") ? media.fetch(OPTIONS) : withoutWaiting(media);

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(FetchMediaException.class)
                    .hasMessageStartingWith("The media could not be fetched from localhost: ")
                    .hasMessageContaining(fault.text());
            FetchMediaException e = (FetchMediaException) exchange.getException();
            assertThat(e.getHttpResponseCode()).isEqualTo(fault.status());
            assertThat(e.retryable()).isEqualTo(fault.retryable());
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("MARKER");
            }
            assertThat(exchange.getMessage().getBody()).isNull();
            assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys(CmMessengerConstants.MEDIA_URI);
            assertThat(media.server.requests()).hasSize(1);
            await().atMost(BOUND).until(() -> media.server.openConnections() == 0);
            assertThat(media.spooled()).isEmpty();
        }
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(MediaServer.threads()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfExactlyTheLimitIsTakenAndOneByteMoreIsRefused(Framing framing) throws Exception {
        AtomicInteger size = new AtomicInteger(LIMIT);
        try (MediaServer media = new MediaServer(
                folder, (request, connection) -> framing.answer(connection, bytes(size.getAndIncrement())))) {
            assertThat(fetched(media.fetch(OPTIONS)).bytes()).isEqualTo(bytes(LIMIT));

            Exchange tooLarge = media.fetch(OPTIONS);
            assertThat(tooLarge.getException())
                    .isExactlyInstanceOf(FetchMediaException.class)
                    .hasMessageContaining("larger than the " + LIMIT + " bytes")
                    .hasMessageContaining("maxMediaSize");
            assertThat(((FetchMediaException) tooLarge.getException()).getHttpResponseCode())
                    .isEqualTo(200);
            await().atMost(BOUND).until(() -> media.server.openConnections() == 0);
            assertThat(media.spooled()).isEmpty();
        }
    }

    @Test
    void noConnectionIsAnExceptionToo() throws Exception {
        try (MediaServer media = new MediaServer(folder, MediaServer.file(bytes(1)))) {
            String url = media.url();
            media.server.close();

            Exchange exchange = media.fetch("", in -> in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, url));

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(FetchMediaException.class)
                    .hasMessageContaining("localhost")
                    .hasRootCauseInstanceOf(java.net.ConnectException.class);
        }
    }

    @Test
    void aDiskThatCannotBeWrittenToIsAnException() throws Exception {
        try (MediaServer media = new MediaServer(folder, MediaServer.file(bytes(3_000_000)))) {
            java.nio.file.Files.delete(media.spool);
            java.nio.file.Files.createFile(media.spool); // a file where the folder was

            Exchange exchange = media.fetch("");

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(FetchMediaException.class)
                    .hasMessageContaining("could not be stored");
            await().atMost(BOUND).until(() -> media.server.openConnections() == 0);
        }
    }

    private static Stream<Fault> refusedStatuses() {
        return IntStream.of(201, 204, 206, 400, 401, 403, 404, 405, 408, 410, 429, 500, 502, 503, 504)
                .mapToObj(status -> new Fault(
                        "HTTP " + status,
                        status,
                        status == 408 || status == 429 || status >= 500,
                        "HTTP " + status,
                        (request, connection) -> connection.answer(
                                status, Map.of("X-Answer", "MARKERANSWER"), status == 204 ? "" : "MARKERANSWER")));
    }

    private static Stream<Fault> redirects() {
        return IntStream.of(300, 301, 302, 303, 304, 307, 308)
                .mapToObj(status -> new Fault(
                        "HTTP " + status + ", never followed",
                        status,
                        false,
                        "a redirect, which is never followed",
                        (request, connection) -> {
                            if (request.line().contains("/elsewhere")) {
                                answer(connection, bytes(10));
                            } else {
                                connection.answer(status, Map.of("Location", "/elsewhere/MARKERLOCATION"), "");
                            }
                        }));
    }

    private static Stream<Fault> oddAnswers() {
        return Stream.of(
                new Fault(
                        "compressed unasked",
                        200,
                        false,
                        "Content-Encoding",
                        (request, connection) -> answer(connection, bytes(10), "Content-Encoding: gzip")),
                new Fault(
                        "a length beyond the limit, and no byte of it",
                        200,
                        false,
                        "maxMediaSize",
                        (request, connection) -> {
                            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
                            connection.silence();
                        }),
                new Fault("an answer without end", 200, false, "maxMediaSize", (request, connection) -> {
                    connection.write("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        connection.write(bytes(100_000));
                    }
                }),
                new Fault(
                        "no HTTP",
                        0,
                        true,
                        "no whole answer",
                        (request, connection) -> connection.write("SSH-2.0-MARKERANSWER\r\n\r\n")));
    }

    private static Stream<Fault> breaks() {
        return Stream.of(
                new Fault(
                        "reset before the answer",
                        0,
                        true,
                        "no whole answer",
                        (request, connection) -> connection.reset()),
                new Fault(
                        "closed before the answer",
                        0,
                        true,
                        "no whole answer",
                        (request, connection) -> connection.close()),
                new Fault("reset in the middle", 0, true, "no whole answer", (request, connection) -> {
                    promise(connection, LARGE + 500);
                    connection.write(bytes(LARGE));
                    connection.reset();
                }),
                new Fault("shorter than its length", 0, true, "no whole answer", (request, connection) -> {
                    promise(connection, LARGE + 1);
                    connection.write(bytes(LARGE));
                    connection.close();
                }),
                new Fault("chunks without an end", 0, true, "no whole answer", (request, connection) -> {
                    connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    connection.write(Integer.toHexString(LARGE) + "\r\n");
                    connection.write(bytes(LARGE));
                    connection.write("\r\n");
                    connection.close();
                }));
    }

    private static Stream<Fault> silences() {
        return Stream.of(
                new Fault("no answer", 0, true, "within 700 ms", (request, connection) -> connection.silence()),
                new Fault("silence in the middle", 0, true, "within 700 ms", (request, connection) -> {
                    promise(connection, LARGE + 1);
                    connection.write(bytes(LARGE));
                    connection.silence();
                }),
                new Fault(
                        "a byte now and then beyond the deadline", 0, true, "within 700 ms", (request, connection) -> {
                            promise(connection, 10_000);
                            for (int i = 0; i < 10_000; i++) {
                                connection.write("x");
                                connection.pause(Duration.ofMillis(40));
                            }
                        }));
    }

    private static void promise(Connection connection, int length) throws IOException {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
    }

    /** Without a route: the exchange is done when the callback comes, and what waited for that is told. */
    private static Exchange withoutWaiting(MediaServer media) throws Exception {
        AsyncProducer producer =
                media.context.getEndpoint("cm-messenger:any?" + OPTIONS).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(media.context);
        exchange.getIn().setHeader(CmMessengerConstants.MEDIA_URI, media.url());
        AtomicInteger callbacks = new AtomicInteger();
        CompletableFuture<String> done = new CompletableFuture<>();

        boolean synchronously = producer.process(exchange, sync -> {
            callbacks.incrementAndGet();
            done.complete(Thread.currentThread().getName());
        });

        assertThat(done.get(BOUND.toSeconds(), TimeUnit.SECONDS)).contains("CmMessengerContinuation");
        assertThat(synchronously).isFalse();
        exchange.getExchangeExtension().handoverCompletions().forEach(each -> each.onFailure(exchange));
        producer.stop();
        assertThat(callbacks).hasValue(1);
        return exchange;
    }
}
