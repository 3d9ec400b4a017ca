package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomesTest {

    private static final String SHORT = "to=1&responseTimeout=400&connectTimeout=400&connectionRequestTimeout=400";
    private static final Duration BOUND = Duration.ofSeconds(5);

    static Stream<Arguments> faults() {
        Behaviour none = (request, connection) -> connection.silence();
        return Stream.of(
                fault("no answer", none, AmbiguousOutcomeException.class, 0),
                fault("a byte now and then", OutcomesTest::trickle, AmbiguousOutcomeException.class, 0),
                fault("reset before the answer", (r, c) -> c.reset(), AmbiguousOutcomeException.class, 0),
                fault("closed before the answer", (r, c) -> c.close(), AmbiguousOutcomeException.class, 0),
                fault(
                        "reset in the middle of the answer",
                        (r, c) -> {
                            c.head(200, 100);
                            c.write("{\"errorCode\"");
                            c.reset();
                        },
                        AmbiguousOutcomeException.class,
                        0),
                answer("200 empty", 200, "", AmbiguousOutcomeException.class),
                answer("200 HTML", 200, "<html>", AmbiguousOutcomeException.class),
                answer("200 broken JSON", 200, "{\"errorCode\": 0", AmbiguousOutcomeException.class),
                answer(
                        "200 without entries",
                        200,
                        "{\"errorCode\": 0, \"messages\": []}",
                        AmbiguousOutcomeException.class),
                answer(
                        "400 with code 101",
                        400,
                        "{\"details\": \"x\", \"errorCode\": 101, \"messages\": []}",
                        RejectedException.class),
                answer("401", 401, "", RejectedException.class),
                answer("404 HTML", 404, "<html>", RejectedException.class),
                answer("307", 307, "", RejectedException.class),
                answer("407", 407, "", NotSentException.class),
                answer("408", 408, "", AmbiguousOutcomeException.class),
                answer("429", 429, "", ThrottledException.class),
                answer("503", 503, "<html>", ThrottledException.class),
                answer("500 HTML", 500, "<html>", AmbiguousOutcomeException.class),
                answer("500 with code 500", 500, "{\"errorCode\": 500, \"messages\": []}", RejectedException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultIsToldByItsTypeOnceAndInTime(
            String name, Behaviour behaviour, Class<? extends CmMessengerException> type, int status) throws Exception {
        try (Harness harness = new Harness(behaviour)) {
            Exchange synchronous = harness.send(SHORT, in -> in.getIn().setBody("x"));
            check(synchronous, type, status);

            Exchange asynchronous = onceAsynchronously(harness);
            check(asynchronous, type, status);
            assertThat(harness.gateway.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusedConnectionIsNotSent() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send(SHORT + "&gatewayUrl=http://127.0.0.1:" + port + "/", in -> in.getIn()
                    .setBody("x"));

            check(exchange, NotSentException.class, 0);
            assertThat(exchange.getException()).hasMessageContaining("Connection refused");
        }
    }

    @Test
    void anUnknownHostIsNotSent() throws Exception {
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send(SHORT + "&gatewayUrl=http://no-such-host.invalid/", in -> in.getIn()
                    .setBody("x"));

            check(exchange, NotSentException.class, 0);
        }
    }

    @Test
    void throttlingTellsHowLongToWait() throws Exception {
        try (Harness harness = new Harness(
                (request, connection) -> connection.answer(429, Map.of("Retry-After", "120"), "{\"errorCode\":101}"))) {
            ThrottledException e = (ThrottledException) harness.send("x").getException();

            assertThat(e.retryAfter()).contains(Duration.ofSeconds(120));
            assertThat(e.retryable()).isTrue();
        }
    }

    @Test
    void onlyCmsCode500IsRetryable() throws Exception {
        try (Harness harness = new Harness((request, connection) -> connection.json(500, "{\"errorCode\":\"500\"}"))) {
            RejectedException e = (RejectedException) harness.send("x").getException();
            assertThat(e.retryable()).isTrue();
            assertThat(e.errorCode()).isEqualTo(500);

            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\":103}"));
            e = (RejectedException) harness.send("x").getException();
            assertThat(e.retryable()).isFalse();
            assertThat(e).hasMessageContaining("103, the product token is incorrect");
            assertThat(e.getHttpResponseCode()).isEqualTo(400);
        }
    }

    @Test
    void aRejectedMessageIsAnExceptionAndInAListAResult() throws Exception {
        try (Harness harness = new Harness(Answers.accepting(
                msg -> !msg.path("body").path("content").asText().equals("bad")))) {
            RejectedException alone = (RejectedException) harness.send("bad").getException();
            assertThat(alone.errorCode()).isEqualTo(303);
            assertThat(alone.results()).singleElement().matches(r -> r.outcome() == Outcome.REJECTED);

            Exchange list = harness.send(java.util.List.of("a", "bad", "c"));
            assertThat(list.getException()).isNull();
            assertThat(list.getMessage().getBody())
                    .asList()
                    .extracting(result -> ((SendResult) result).outcome())
                    .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.ACCEPTED);
            assertThat(list.getMessage().getHeader(CmMessengerConstants.REJECTED))
                    .isEqualTo(1);
        }
    }

    @Test
    void routesGoOnOnNoThreadOfTheHttpClient() throws Exception {
        try (Harness harness = Harness.accepting()) {
            CompletableFuture<String> thread = new CompletableFuture<>();
            harness.context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to(Harness.uri("to=1"))
                            .process(exchange ->
                                    thread.complete(Thread.currentThread().getName()));
                }
            });
            harness.context.createProducerTemplate().asyncSendBody("direct:in", "x");

            assertThat(thread.get(5, TimeUnit.SECONDS)).contains("CmMessengerContinuations");
        }
    }

    @Test
    void exceptionsNameNoTextRecipientOrToken() throws Exception {
        try (Harness harness = new Harness((request, connection) ->
                connection.json(400, "{\"details\":\"SECRETDETAIL 6789012345678901\",\"errorCode\":101}"))) {
            Exception e = harness.send("SECRETTEXT").getException();

            assertThat(e.toString())
                    .doesNotContain("SECRET")
                    .doesNotContain(Harness.PSID)
                    .doesNotContain(Harness.TOKEN);
        }
    }

    private static Exchange onceAsynchronously(Harness harness) throws Exception {
        var endpoint = harness.context.getEndpoint(Harness.uri(SHORT));
        try (var producer = endpoint.createAsyncProducer()) {
            producer.start();
            AsyncProcessor processor = AsyncProcessorConverterHelper.convert(producer);
            Exchange exchange = new DefaultExchange(harness.context);
            exchange.getIn().setBody("x");
            AtomicInteger calls = new AtomicInteger();
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            processor.process(exchange, doneSync -> {
                calls.incrementAndGet();
                done.complete(doneSync);
            });
            done.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            producer.stop();
            assertThat(calls).hasValue(1);
            return exchange;
        }
    }

    private static void check(Exchange exchange, Class<? extends CmMessengerException> type, int status) {
        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        CmMessengerException e = (CmMessengerException) exchange.getException();
        assertThat(e.getHttpResponseCode()).isEqualTo(status);
        assertThat(e.results()).singleElement().matches(result -> result.outcome() == e.outcome());
    }

    private static void trickle(FaultServer.Request request, FaultServer.Connection connection)
            throws java.io.IOException, InterruptedException {
        connection.head(200, 10_000);
        for (int i = 0; i < 100; i++) {
            connection.write(" ");
            connection.pause(Duration.ofMillis(50));
        }
    }

    private static Arguments fault(
            String name, Behaviour behaviour, Class<? extends CmMessengerException> type, int status) {
        return Arguments.of(name, behaviour, type, status);
    }

    private static Arguments answer(String name, int status, String body, Class<? extends CmMessengerException> type) {
        return fault(name, (request, connection) -> connection.json(status, body), type, status);
    }
}
