package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.MediaServer.bytes;
import static io.github.camelcm.messenger.MediaServer.fetched;
import static io.github.camelcm.messenger.MediaServer.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.gateway.Deadlines;
import io.github.camelcm.messenger.gateway.HttpClients;
import io.github.camelcm.messenger.gateway.HttpSettings;
import io.github.camelcm.messenger.gateway.MediaAddress;
import io.github.camelcm.messenger.gateway.MediaAnswer;
import io.github.camelcm.messenger.gateway.MediaDownloads;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections, threads and deadlines of downloads. */
class MediaConnectionsTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final byte[] LARGE = bytes(1_000_000);

    @TempDir
    static Path folder;

    @Test
    void theOnlyConnectionIsFreeBeforeTheRouteGoesOn() throws Exception {
        String fetch = "cm-messenger:any?maxTotalConnections=1&connectionRequestTimeout=3000";
        try (MediaServer media = new MediaServer(folder, file(LARGE))) {
            media.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to(fetch)
                            .setHeader("CamelCmMessengerMediaUri", constant(media.url()))
                            .to(fetch)
                            .process(MediaServer::note);
                }
            });
            for (int i = 0; i < 20; i++) {
                Exchange exchange = media.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                        .setHeader(CmMessengerConstants.MEDIA_URI, media.url()));
                assertThat(fetched(exchange).bytes()).isEqualTo(LARGE);
            }
            assertThat(media.server.requests()).hasSize(40);
            assertThat(media.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void twentyAtOnceAreNotMixedUp() throws Exception {
        Behaviour sized = (request, connection) -> MediaServer.answer(
                connection, bytes(Integer.parseInt(request.line().split("[/ ]")[2])));
        try (MediaServer media = new MediaServer(folder, sized)) {
            String from = media.route("maxTotalConnections=8");
            var template = media.context.createProducerTemplate();
            List<CompletableFuture<Exchange>> all = IntStream.range(0, 20)
                    .mapToObj(i -> template.asyncSend(from, in -> in.getIn()
                            .setHeader(
                                    CmMessengerConstants.MEDIA_URI,
                                    "https://localhost:" + media.server.port() + "/" + (100_000 + i * 10_000))))
                    .toList();

            for (int i = 0; i < 20; i++) {
                assertThat(fetched(all.get(i).get(20, TimeUnit.SECONDS)).bytes())
                        .isEqualTo(bytes(100_000 + i * 10_000));
            }
            assertThat(media.server.connections()).isLessThanOrEqualTo(8);
            assertThat(media.spooled()).isEmpty();
        }
    }

    @Test
    void stoppingEndsWhatIsUnderWayAndLeavesNoThreadAndNoFile() throws Exception {
        try (MediaServer media = new MediaServer(folder, (request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n");
            connection.write(LARGE);
            connection.silence();
        })) {
            media.context.getShutdownStrategy().setTimeout(1);
            String from = media.route("responseTimeout=60000");
            var template = media.context.createProducerTemplate();
            List<CompletableFuture<Exchange>> pending = IntStream.range(0, 5)
                    .mapToObj(i -> template.asyncSend(
                            from, in -> in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, media.url())))
                    .toList();
            await().atMost(BOUND).until(() -> media.spooled().size() == 5);

            media.context.stop();

            for (CompletableFuture<Exchange> done : pending) {
                assertThat(done.get(20, TimeUnit.SECONDS).getException())
                        .hasMessageContaining("the component is stopped");
            }
            await().atMost(BOUND).untilAsserted(() -> {
                assertThat(MediaServer.threads()).isEmpty();
                assertThat(media.spooled()).isEmpty();
                assertThat(media.server.openConnections()).isZero();
            });
        }
    }

    /** Else the one that waits for the connection would have no time left. */
    @Test
    void theDeadlineRunsFromTheLeasedConnection() throws Exception {
        try (MediaServer media = new MediaServer(folder, (request, connection) -> {
            connection.pause(Duration.ofMillis(600));
            MediaServer.answer(connection, bytes(10));
        })) {
            String from = media.route("maxTotalConnections=1&responseTimeout=1000");
            var template = media.context.createProducerTemplate();
            var all = IntStream.range(0, 3)
                    .mapToObj(i -> template.asyncSend(
                            from, in -> in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, media.url())))
                    .toList();

            for (CompletableFuture<Exchange> done : all) {
                assertThat(fetched(done.get(20, TimeUnit.SECONDS)).bytes()).hasSize(10);
            }
        }
    }

    @Test
    void aProxysTunnelCarriesTheFileAndSeesNoToken() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(LARGE));
                FaultServer proxy = new FaultServer((request, connection) -> connection.tunnel(media.server.port()))) {
            Exchange exchange = media.fetch("proxyHost=127.0.0.1&proxyPort=" + proxy.port());

            assertThat(fetched(exchange).bytes()).isEqualTo(LARGE);
            assertThat(proxy.requests()).singleElement().satisfies(request -> assertThat(request.headers())
                    .doesNotContainKey("x-cm-producttoken"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "minimal"})
    void aClientHandedInFetchesToo(String kind) throws Exception {
        try (MediaServer media = new MediaServer(folder, file(LARGE));
                CloseableHttpAsyncClient client = client(kind)) {
            client.start();
            media.context.getRegistry().bind("mine", client);

            for (int i = 0; i < 3; i++) {
                assertThat(fetched(media.fetch("httpClient=#mine")).bytes()).isEqualTo(LARGE);
            }
            assertThat(media.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aClientHandedInThatFollowsAndAsksAgainMakesNoneOfItTwice() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        try (MediaServer media = new MediaServer(folder, (request, connection) -> {
                    if (turn.getAndIncrement() == 0) {
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                        connection.write(bytes(500_000));
                        connection.reset();
                    } else if (turn.get() <= 3) {
                        MediaServer.answer(connection, LARGE);
                    } else {
                        connection.answer(302, java.util.Map.of("Location", "/elsewhere"), "");
                    }
                });
                CloseableHttpAsyncClient client = client("default")) {
            client.start();
            media.context.getRegistry().bind("mine", client);

            assertThat(media.fetch("httpClient=#mine").getException()).isExactlyInstanceOf(FetchMediaException.class);
            turn.set(3);
            assertThat(media.fetch("httpClient=#mine").getException()).hasMessageContaining("a redirect");
            assertThat(media.server.requests())
                    .noneMatch(request -> request.line().contains("elsewhere"));
        }
    }

    @Test
    void aSlowDiskHoldsTheFarSideAndNoOtherDownload() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (MediaServer media = new MediaServer(folder, (request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n");
            for (int i = 0; i < 60; i++) {
                connection.write(LARGE);
                sent.addAndGet(LARGE.length);
            }
        })) {
            CountDownLatch disk = new CountDownLatch(1);
            AtomicBoolean blocked = new AtomicBoolean();
            AtomicLong written = new AtomicLong();
            Downloads downloads = new Downloads();
            try (downloads) {
                CompletableFuture<MediaAnswer> slow = downloads.fetch(media, new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new AssertionError("byte by byte");
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        blocked.set(true);
                        waitFor(disk);
                        written.addAndGet(length);
                    }
                });
                await().atMost(BOUND).untilTrue(blocked);
                media.server.behave(file(LARGE));
                for (int i = 0; i < 10; i++) { // more than there are I/O threads
                    ByteArrayOutputStream quick = new ByteArrayOutputStream();
                    assertThat(downloads
                                    .fetch(media, quick)
                                    .get(10, TimeUnit.SECONDS)
                                    .refusal())
                            .isNull();
                    assertThat(quick.toByteArray()).isEqualTo(LARGE);
                }
                assertThat(sent.get()).as("what the sockets hold").isLessThan(30_000_000);
                assertThat(slow).isNotDone();
                disk.countDown();

                assertThat(slow.get(20, TimeUnit.SECONDS).refusal()).isNull();
                assertThat(written).hasValue(60_000_000);
            }
        }
    }

    /** Downloads without a route. */
    private static final class Downloads implements AutoCloseable {

        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final ExecutorService writers = Executors.newCachedThreadPool();
        private final Deadlines deadlines = new Deadlines(timer);
        private final CloseableHttpAsyncClient client;
        private final MediaDownloads downloads;

        private Downloads() throws Exception {
            HttpSettings settings = new HttpSettings(
                    BOUND,
                    BOUND,
                    BOUND,
                    16,
                    null,
                    new TestTls(folder, "dns:localhost").trusting().createSSLContext(new DefaultCamelContext()));
            client = HttpClients.start(settings, deadlines);
            downloads = new MediaDownloads(client, settings, deadlines, "token", Long.MAX_VALUE, writers);
        }

        private CompletableFuture<MediaAnswer> fetch(MediaServer media, OutputStream target) {
            return downloads.fetch(new MediaAddress("localhost", media.server.port(), "/"), target);
        }

        @Override
        public void close() throws Exception {
            deadlines.close();
            client.close();
            timer.shutdownNow();
            writers.shutdownNow();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CloseableHttpAsyncClient client(String kind) throws Exception {
        PoolingAsyncClientConnectionManager connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(new DefaultClientTlsStrategy(
                        new TestTls(folder, "dns:localhost").trusting().createSSLContext(new DefaultCamelContext())))
                .build();
        return kind.equals("default")
                ? HttpAsyncClients.custom().setConnectionManager(connections).build()
                : HttpAsyncClients.createMinimal(
                        H2Config.DEFAULT, Http1Config.DEFAULT, IOReactorConfig.DEFAULT, connections);
    }
}
