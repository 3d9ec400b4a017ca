package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a webhook call. */
class WebhookDeliveryTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestWebhook webhook = new TestWebhook();

    @AfterEach
    void close() {
        webhook.close();
    }

    private static CmSimulator simulator(String url) {
        return CmSimulator.builder()
                .webhookTimeout(SHORT)
                .webhookUrl(WebhookKind.MESSAGES, url)
                .webhookUrl(WebhookKind.STATUSES, url)
                .start();
    }

    private static Delivery write(CmSimulator simulator) {
        return simulator
                .userWrites(Samples.JANE, "Hello")
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void isNotedWithItsOutcome() {
        try (CmSimulator simulator = simulator(webhook.url("/hook?token=s3cret"))) {
            Delivery delivery = write(simulator);

            assertThat(delivery.status()).isEqualTo(200);
            assertThat(delivery.error()).isNull();
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.latency()).isPositive();
            assertThat(simulator.journal().deliveries()).containsExactly(delivery);
            assertThat(simulator.journal().calls())
                    .extracting(WebhookCall::sequence)
                    .containsExactly(delivery.call());
        }
    }

    /** Past bug: an answer that ended before its handler was there counted as a failed call. */
    @Test
    void isNotedHoweverFastTheAnswerIs() {
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer fast = vertx.createHttpServer()
                    .requestHandler(request -> request.response().end())
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            try (CmSimulator simulator = simulator("http://127.0.0.1:" + fast.actualPort())) {
                for (int i = 0; i < 1000; i++) {
                    assertThat(write(simulator).error()).as("call %d", i).isNull();
                }
            }
        } finally {
            vertx.close();
        }
    }

    @Test
    void carriesTheQueryButNeverShowsIt() {
        try (CmSimulator simulator = simulator(webhook.url("/hook?token=s3cret"))) {
            Delivery delivery = write(simulator);
            assertThat(webhook.calls().get(0).pathAndQuery()).isEqualTo("/hook?token=s3cret");
            assertThat(delivery.url()).isEqualTo(webhook.url("/hook?***"));
        }
    }

    @ParameterizedTest
    @CsvSource({"200, true, true", "201, false, true", "302, false, false", "404, false, false", "500, false, false"})
    void succeedsByTheStatusThatCmWaitsFor(int status, boolean message, boolean report) {
        webhook.answer(status);
        try (CmSimulator simulator = simulator(webhook.url("/hook"))) {
            Delivery written = write(simulator);
            assertThat(written.status()).isEqualTo(status);
            assertThat(written.succeeded()).isEqualTo(message);
            Delivery reported =
                    simulator.reportStatus("1", "r", Status.of(StatusCode.READ)).join();
            assertThat(reported.succeeded()).isEqualTo(report);
        }
        assertThat(webhook.calls()).as("no redirect is followed").hasSize(2);
    }

    @Test
    void failsWhenNobodyListens() throws IOException {
        try (CmSimulator simulator = simulator("http://127.0.0.1:" + freePort() + "/hook?token=s3cret")) {
            Delivery delivery = write(simulator);
            assertThat(delivery.status()).isNull();
            assertThat(delivery.succeeded()).isFalse();
            assertThat(delivery.error()).isEqualTo("The connection was refused");
        }
    }

    @Test
    void failsWhenTheWebhookSaysNothing() {
        webhook.saysNothing();
        try (CmSimulator simulator = simulator(webhook.url("/hook?token=s3cret"))) {
            Delivery delivery = write(simulator);
            assertThat(delivery.status()).isNull();
            assertThat(delivery.error()).isEqualTo("No complete answer within 300 ms");
        }
    }

    @Test
    void failsWhenTheConnectionBreaks() throws Exception {
        try (ServerSocket breaking = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> broken = CompletableFuture.runAsync(() -> {
                try {
                    breaking.accept().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (CmSimulator simulator = CmSimulator.builder()
                    .webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:" + breaking.getLocalPort() + "/")
                    .start()) {
                assertThat(write(simulator).error()).isEqualTo("The connection broke before the answer was complete");
            }
            broken.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void failsWhenTheSimulatorIsClosedMeanwhileAndAfterwards() {
        webhook.saysNothing();
        CmSimulator simulator = CmSimulator.builder()
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/"))
                .start();
        CompletableFuture<Delivery> meanwhile = simulator.userWrites(Samples.JANE, "Hello");
        simulator.close();
        assertThat(meanwhile.orTimeout(20, TimeUnit.SECONDS).join().status()).isNull();
        assertThat(write(simulator).status()).isNull();
    }

    @Test
    void leavesTheEventLoopToTheSimulator() {
        try (CmSimulator simulator = simulator(webhook.url("/hook"))) {
            Boolean onEventLoop = simulator
                    .userWrites(Samples.JANE, "Hello")
                    .thenApply(delivery -> Context.isOnEventLoopThread())
                    .join();
            assertThat(onEventLoop).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "/hook",
                "localhost:8080",
                "ftp://localhost/",
                "http:///hook",
                "http://a b/",
                "http://",
                "http://localhost:70000/",
                "http://user:s3cret@localhost/"
            })
    void needsAnAbsoluteHttpUrl(String url) {
        CmSimulatorBuilder builder = CmSimulator.builder();
        assertThatThrownBy(() -> builder.webhookUrl(WebhookKind.STATUSES, url))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("The webhook URL for statuses ")
                .hasMessageNotContaining("s3cret");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
