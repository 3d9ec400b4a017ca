package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.gateway.AnswerReader;
import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.GatewayAnswer;
import io.github.camelcm.messenger.gateway.Transport;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the producer counts. FaultTableTest checks the counts of every fault. */
class ProducerStatisticsTest {

    private static final String TO = "to=" + Harness.PSID;
    private static final Behaviour RESET = (request, connection) -> connection.reset();
    private static final Behaviour THROTTLE = (request, connection) -> connection.json(503, "");

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void acceptedAndRejectedMessagesOfAListAreCountedOneByOne() {
        harness.gateway.behave(
                Answers.accepting(msg -> !msg.at("/body/content").asText().equals("b")));

        harness.send(List.of("a", "b", "c"));

        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
        assertThat(endpoint(TO).getRequests()).isEqualTo(1);
    }

    @Test
    void whatComesBehindAFailedRequestIsNotSent() {
        script(Answers.accepting(), Answers.accepting(), RESET);

        harness.send(texts(4500));

        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(4500, 2000, 0, 1000, 1500, 0));
    }

    @Test
    void requestsAreMeasured() {
        harness.send(texts(1500));
        harness.send("x");

        CmMessengerEndpoint endpoint = endpoint(TO);
        assertThat(endpoint.getRequests()).isEqualTo(3);
        assertThat(endpoint.getMeanRequestSize()).isEqualTo(1501 / 3.0);
        assertThat(endpoint.getMaxRequestSize()).isEqualTo(1000);
    }

    @Test
    void aRedeliveryCountsAgainWhatItTriesAgain() throws Exception {
        script(THROTTLE, THROTTLE, Answers.accepting());

        Exchange exchange = redelivered(TO, "x");

        assertThat(exchange.getException()).isNull();
        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(3, 1, 0, 0, 2, 0));
    }

    @Test
    void anAttemptThatHasNothingToSendIsNone() throws Exception {
        script(RESET);

        redelivered(TO, "x");
        harness.send(List.of());

        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        assertThat(endpoint(TO).getMeanLatency()).isEqualTo(endpoint(TO).getMaxLatency());
    }

    /** The message stays ambiguous, but by its first attempt. */
    @Test
    void anAttemptThatTheGatewayPutsOffIsNotSentWhateverCameBefore() throws Exception {
        String options = TO + "&resendAmbiguous=true";
        script(RESET, THROTTLE);

        Exchange exchange = redelivered(options, "x");

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(Counts.of(endpoint(options))).isEqualTo(new Counts(4, 0, 0, 1, 3, 0));
    }

    @Test
    void anExchangeThatIsRefusedBeforeSendingIsInvalidAndNothingOfItIsSent() {
        harness.send(List.of("a", "x".repeat(2001), "x".repeat(2001)));
        harness.send(42);

        assertThat(endpoint(TO).getInvalidExchanges()).isEqualTo(2);
        assertThat(Counts.of(endpoint(TO))).isEqualTo(Counts.NONE);
    }

    @Test
    void whatIsUnderWayIsPendingUntilItIsAnswered() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        harness.gateway.behave((request, connection) -> {
            answer.await();
            Answers.accepting().answer(request, connection);
        });
        CompletableFuture<Exchange> sending = harness.context
                .createProducerTemplate()
                .asyncSend(Harness.uri(TO), in -> in.getIn().setBody(List.of("a", "b")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> harness.gateway.requests().size() == 1);

        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(2, 0, 0, 0, 0, 2));
        answer.countDown();
        assertThat(sending.get().getException()).isNull();
        assertThat(Counts.of(endpoint(TO))).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
    }

    @Test
    void latencyHoldsTheWaitForTheAnswer() {
        harness.send("x");
        harness.gateway.behave((request, connection) -> {
            connection.pause(Duration.ofMillis(200));
            Answers.accepting().answer(request, connection);
        });
        harness.send("x");

        CmMessengerEndpoint endpoint = endpoint(TO);
        assertThat(endpoint.getMaxLatency()).isGreaterThanOrEqualTo(200);
        assertThat(endpoint.getMeanLatency()).isBetween(100.0, endpoint.getMaxLatency());
    }

    @Test
    void aBugInAnAnswerLeavesItsRequestAmbiguousAndTheRestNotSent() throws Exception {
        assertThat(afterBug(2500, (body, token) -> CompletableFuture.completedFuture(null)))
                .isEqualTo(new Counts(2500, 1000, 0, 1000, 500, 0));
    }

    @Test
    void aBugThatThrowsLeavesItsRequestAmbiguousAndTheRestNotSent() throws Exception {
        assertThat(afterBug(2500, (body, token) -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo(new Counts(2500, 1000, 0, 1000, 500, 0));
    }

    @Test
    void everyCounterIsInJmx() throws Exception {
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(Harness.uri(TO));
            }
        });
        script(Answers.accepting(), RESET, THROTTLE);
        harness.send(List.of("a", "b"));
        harness.send("c");
        harness.send("d");
        harness.gateway.behave(Answers.accepting(msg -> false));
        harness.send("e");
        harness.send("x".repeat(2001));

        assertThat(jmx("SentMessages")).isEqualTo(5L);
        assertThat(jmx("AcceptedMessages")).isEqualTo(2L);
        assertThat(jmx("RejectedMessages")).isEqualTo(1L);
        assertThat(jmx("AmbiguousMessages")).isEqualTo(1L);
        assertThat(jmx("NotSentMessages")).isEqualTo(1L);
        assertThat(jmx("PendingMessages")).isEqualTo(0L);
        assertThat(jmx("InvalidExchanges")).isEqualTo(1L);
        assertThat(jmx("Requests")).isEqualTo(4L);
        assertThat(jmx("MeanRequestSize")).isEqualTo(1.25);
        assertThat(jmx("MaxRequestSize")).isEqualTo(2L);
        assertThat((double) jmx("MeanLatency")).isPositive();
        assertThat((double) jmx("MaxLatency")).isGreaterThanOrEqualTo((double) jmx("MeanLatency"));
    }

    private Object jmx(String attribute) throws Exception {
        return Counts.inJmx(harness.context, attribute);
    }

    /** Sends with a transport that accepts the first request and then has a bug. */
    private static Counts afterBug(int messages, Transport bug) throws Exception {
        byte[] accepted = "{\"errorCode\": 0, \"messages\": [%s]}"
                .formatted(String.join(
                        ",",
                        texts(1000).stream()
                                .map(text -> "{\"to\": \"1\", \"status\": \"Accepted\"}")
                                .toList()))
                .getBytes(StandardCharsets.UTF_8);
        AtomicInteger requests = new AtomicInteger();
        Transport transport = (body, token) -> requests.getAndIncrement() == 0
                ? CompletableFuture.completedFuture(new GatewayAnswer(200, null, accepted))
                : bug.post(body, token);
        CmMessengerEndpoint endpoint = new CmMessengerEndpoint("cm-messenger:1", null, new CmMessengerConfiguration());
        ProducerStatistics statistics = endpoint.producerStatistics();
        Gateway gateway = new Gateway(transport, new AnswerReader(Clock.systemUTC()), "t", endpoint.requestObserver());
        List<Progress> progress = IntStream.range(0, messages)
                .mapToObj(i -> Progress.unsent(
                        OutboundMessage.builder()
                                .text("x")
                                .to("1")
                                .reference("r" + i)
                                .build(),
                        List.of()))
                .toList();

        CompletableFuture<Sending.Attempt> attempt =
                new Sending(gateway, Runnable::run, progress, false, statistics).run();

        assertThat(attempt).isCompletedExceptionally();
        return Counts.of(endpoint);
    }

    private Exchange redelivered(String options, Object body) throws Exception {
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).maximumRedeliveries(3).redeliveryDelay(0);
                from("direct:in").to(Harness.uri(options));
            }
        });
        return harness.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                .setBody(body));
    }

    /** The behaviours of the first requests; the last goes on. */
    private void script(Behaviour... script) {
        AtomicInteger next = new AtomicInteger();
        harness.gateway.behave((request, connection) ->
                script[Math.min(next.getAndIncrement(), script.length - 1)].answer(request, connection));
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toList();
    }

    private CmMessengerEndpoint endpoint(String options) {
        return harness.context.getEndpoint(Harness.uri(options), CmMessengerEndpoint.class);
    }
}
