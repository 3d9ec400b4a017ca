package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single messages that share requests: who shares, when they go, and that nobody harms a neighbour. */
class MicroBatchingTest {

    private static final String NEVER_BY_TIME = "&batchLinger=1h";
    private static final long SECONDS = 20;

    private final CountDownLatch open = new CountDownLatch(1);
    private Harness harness;
    private ProducerTemplate template;

    @BeforeEach
    void open() {
        harness = Harness.accepting();
        template = harness.context.createProducerTemplate();
        template.setThreadedAsyncMode(false); // sends in the order of the calls
    }

    @AfterEach
    void close() throws Exception {
        open.countDown();
        template.close();
        harness.close();
    }

    @Test
    void messagesThatComeTogetherShareARequestInTheirOrder() {
        List<Exchange> done = finished(send(5, "batchSize=5" + NEVER_BY_TIME));

        assertThat(requestSizes()).containsExactly(5);
        assertThat(texts(0)).containsExactly("0", "1", "2", "3", "4");
        assertThat(done).allSatisfy(exchange -> {
            SendResult result = exchange.getMessage().getBody(SendResult.class);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(exchange.getMessage().getHeader(CmMessengerConstants.SENT_REFERENCE))
                    .isEqualTo(result.reference());
        });
        assertThat(done.stream()
                        .map(e -> e.getMessage().getBody(SendResult.class).reference()))
                .as("each its own")
                .containsExactlyElementsOf(references(0));
    }

    @Test
    void theLingerEndsTheWaitForOthers() {
        finished(send(3, "batchSize=1000&batchLinger=500"));

        assertThat(requestSizes()).containsExactly(3);
    }

    @Test
    void withoutBatchSizeEachMessageHasItsOwnRequest() {
        finished(send(3, ""));

        assertThat(requestSizes()).containsExactly(1, 1, 1);
    }

    @Test
    void moreThanABatchGoesInSeveralInOrder() {
        finished(send(10, "batchSize=4&batchLinger=500&maxTotalConnections=1"));

        assertThat(requestSizes()).containsExactly(4, 4, 2);
        assertThat(IntStream.range(0, 3).boxed().flatMap(i -> texts(i).stream()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    }

    @Test
    void withoutLingerWhatComesWhileAllConnectionsAreBusyShares() {
        holdUp();

        List<CompletableFuture<Exchange>> sends = send(7, "batchSize=100&batchLinger=0&maxTotalConnections=1");
        await().until(() -> harness.gateway.requests().size() == 1);
        open.countDown();
        finished(sends);

        assertThat(requestSizes()).containsExactly(1, 6);
    }

    @Test
    void equalReferenceAndRecipientNeverShare() {
        String uri = Harness.uri("batchSize=10&batchLinger=500");
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        for (String to : List.of("1", "2", "1", "3")) {
            sends.add(template.asyncSend(uri, exchange -> {
                exchange.getIn().setBody("Hello");
                exchange.getIn().setHeader(CmMessengerConstants.PSID, to);
                exchange.getIn().setHeader(CmMessengerConstants.REFERENCE, "order");
            }));
        }

        finished(sends).forEach(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(requestSizes()).containsExactlyInAnyOrder(2, 2);
    }

    @Test
    void listsBypassTheBatcher() {
        String uri = "batchSize=10&to=1" + NEVER_BY_TIME;

        assertThat(harness.send(uri, in -> in.getIn().setBody(List.of("a"))).getException())
                .isNull();
        assertThat(harness.send(uri, in -> in.getIn().setBody(List.of("a", "b")))
                        .getException())
                .isNull();
        assertThat(requestSizes()).containsExactly(1, 2);
    }

    @Test
    void aRejectedMessageHarmsNoNeighbour() {
        harness.gateway.behave(
                Answers.accepting(msg -> !msg.at("/body/content").asText().equals("1")));

        List<Exchange> done = finished(send(3, "batchSize=3" + NEVER_BY_TIME));

        assertThat(done).extracting(MicroBatchingTest::outcome).containsExactly("accepted", "rejected", "accepted");
        assertThat(requestSizes()).containsExactly(3);
    }

    @Test
    void anInvalidMessageHarmsNoNeighbour() {
        String uri = Harness.uri("to=1&batchSize=2" + NEVER_BY_TIME);
        CompletableFuture<Exchange> first =
                template.asyncSend(uri, in -> in.getIn().setBody("a"));
        OutboundMessage odd = new OutboundMessage(
                null,
                List.of(),
                Body.text("b"),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Map.of("odd", new Object()));
        CompletableFuture<Exchange> unwritable =
                template.asyncSend(uri, in -> in.getIn().setBody(odd));
        CompletableFuture<Exchange> tooLong =
                template.asyncSend(uri, in -> in.getIn().setBody("x".repeat(2001)));
        CompletableFuture<Exchange> last =
                template.asyncSend(uri, in -> in.getIn().setBody("c"));

        List<Exchange> done = finished(List.of(first, unwritable, tooLong, last));
        assertThat(done.get(1).getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(done.get(2).getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(texts(0)).containsExactly("a", "c");
        assertThat(requestSizes()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"413, ''", "400, 202", "400, 203", "400, 303", "400, 401", "500, 305"})
    void aBatchRefusedAsAWholeIsSentAgainOneByOne(int status, String code) {
        harness.gateway.behave(refusingUnless(
                messages -> messages.size() == 1 && !messages.toString().contains("\"2\""),
                status,
                code.isEmpty() ? "" : "{\"errorCode\": " + code + "}"));

        List<Exchange> done = finished(send(4, "batchSize=4&maxTotalConnections=1" + NEVER_BY_TIME));

        assertThat(done)
                .extracting(MicroBatchingTest::outcome)
                .containsExactly("accepted", "accepted", "rejected", "accepted");
        assertThat(requestSizes()).containsExactly(4, 1, 1, 1, 1);
        assertThat(IntStream.range(1, 5).boxed().flatMap(i -> texts(i).stream()))
                .containsExactly("0", "1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource({"400, 101", "400, 102", "401, 103", "500, 500", "500, 999", "403, ''", "404, ''", "302, ''"})
    void aRefusalThatIsNotAboutOneMessageIsNotRepeated(int status, String code) {
        harness.gateway.behave(
                refusingUnless(messages -> false, status, code.isEmpty() ? "" : "{\"errorCode\": " + code + "}"));

        List<Exchange> done = finished(send(3, "batchSize=3" + NEVER_BY_TIME));

        assertThat(done).extracting(MicroBatchingTest::outcome).containsOnly("rejected");
        assertThat(requestSizes()).containsExactly(3);
    }

    @Test
    void noMoreRequestsAreInFlightThanConnections() {
        holdUp();

        List<CompletableFuture<Exchange>> sends = send(9, "batchSize=2&batchLinger=0&maxTotalConnections=3");
        await().until(() -> harness.gateway.requests().size() == 3);
        assertThat(harness.gateway.openConnections()).isEqualTo(3);
        open.countDown();

        assertThat(finished(sends)).extracting(MicroBatchingTest::outcome).containsOnly("accepted");
        assertThat(harness.gateway.connections()).isEqualTo(3);
    }

    @Test
    void whoGetsNoConnectionInTimeIsNotSent() {
        harness.gateway.behave((request, connection) -> connection.silence());

        List<Exchange> done = finished(send(
                3,
                "batchSize=2&batchLinger=0&maxTotalConnections=1&connectionRequestTimeout=200&responseTimeout=3000"));

        assertThat(done).extracting(MicroBatchingTest::outcome).containsExactly("unknown", "not sent", "not sent");
        assertThat(done.get(1).getException()).hasMessageContaining("no request in flight ended in time");
        assertThat(harness.gateway.requests()).hasSize(1);
    }

    @Test
    void aFullQueueRejectsAtOnce() {
        holdUp();

        List<CompletableFuture<Exchange>> sends = send(4, "batchSize=2&batchPending=3&batchOverflow=reject");
        Exchange fourth = sends.get(3).join();

        assertThat(fourth.getException())
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("the batch queue is full: 3 messages");
        open.countDown();
        assertThat(finished(sends.subList(0, 3)))
                .extracting(MicroBatchingTest::outcome)
                .containsOnly("accepted");
        assertThat(finished(send(3, "batchSize=2&batchPending=3&batchOverflow=reject")))
                .as("the places are free again")
                .extracting(MicroBatchingTest::outcome)
                .containsOnly("accepted");
    }

    @Test
    void aFullQueueBlocksUntilThereIsRoom() throws Exception {
        holdUp();
        String options = "batchSize=2&batchPending=2&to=1";
        send(2, options);

        Thread sender = new Thread(() -> send(1, options));
        sender.start();
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING);
        assertThat(sentMessages()).isLessThanOrEqualTo(2);
        open.countDown();
        sender.join(SECONDS * 1000);

        await().until(() -> sentMessages() == 3);
    }

    @Test
    void aFullQueueBlocksForTheResponseTimeoutAtMost() {
        holdUp();
        String options = "batchSize=2&batchPending=2&responseTimeout=400";

        List<Exchange> done = finished(send(3, options + "&maxTotalConnections=2&connectionRequestTimeout=30000"));

        assertThat(done).extracting(MicroBatchingTest::outcome).startsWith("unknown", "unknown");
        assertThat(outcome(done.get(2))).isIn("not sent", "unknown"); // both time-outs end at about the same time
    }

    @Test
    void whoIsBlockedCanBeInterrupted() throws Exception {
        holdUp();
        String options = "batchSize=2&batchPending=2";
        send(2, options);
        CompletableFuture<Exchange> third = new CompletableFuture<>();
        Thread sender = new Thread(() -> send(1, options).get(0).thenAccept(third::complete));
        sender.start();
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING);
        sender.interrupt();

        assertThat(outcome(third.get(SECONDS, TimeUnit.SECONDS))).isEqualTo("not sent");
    }

    @Test
    void anInterruptedThreadThatCompletesABatchHarmsNoNeighbour() throws Exception {
        CompletableFuture<Exchange> first =
                send(1, "batchSize=2" + NEVER_BY_TIME).get(0);
        List<CompletableFuture<Exchange>> second = new ArrayList<>();
        Thread sender = new Thread(() -> {
            Thread.currentThread().interrupt();
            second.addAll(send(1, "batchSize=2" + NEVER_BY_TIME));
        });
        sender.start();
        sender.join(SECONDS * 1000);

        assertThat(finished(List.of(first, second.get(0))))
                .extracting(MicroBatchingTest::outcome)
                .containsOnly("accepted");
    }

    @Test
    void aPlaceIsFreeBeforeTheRouteGoesOn() throws Exception {
        String uri = Harness.uri("to=1&batchSize=2&batchLinger=1&batchPending=1&responseTimeout=5000");
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:twice").to(uri).setBody(constant("again")).to(uri);
            }
        });

        Exchange done = template.request("direct:twice", in -> in.getIn().setBody("once"));

        assertThat(outcome(done)).isEqualTo("accepted");
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    /** More routes than threads wait for messages whose routes would stand behind them. */
    @Test
    void routesThatWaitForFurtherMessagesDoNotStandInEachOthersWay() throws Exception {
        int count = 3 * Continuations.THREADS;
        String uri = Harness.uri("to=1&batchLinger=50&batchSize=" + count);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:waits").to(uri).process(exchange -> template.requestBody(uri, "waited for"));
            }
        });

        List<CompletableFuture<Exchange>> sends = IntStream.range(0, count)
                .mapToObj(
                        i -> template.asyncSend("direct:waits", in -> in.getIn().setBody("waits")))
                .toList();

        finished(sends).forEach(exchange -> assertThat(exchange.getException()).isNull());
    }

    /** A thread for each of them would cost more than everything else. */
    @Test
    void manyRoutesThatOneAnswerLetsGoOnDoSoInThePoolsThreads() throws Exception {
        int count = 20 * Continuations.THREADS;
        Queue<String> threads = new ConcurrentLinkedQueue<>();
        String uri = Harness.uri("to=1&batchSize=" + count + NEVER_BY_TIME);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:many")
                        .to(uri)
                        .process(exchange -> threads.add(Thread.currentThread().getName()));
            }
        });

        List<CompletableFuture<Exchange>> sends = IntStream.range(0, count)
                .mapToObj(
                        i -> template.asyncSend("direct:many", in -> in.getIn().setBody("x")))
                .toList();

        finished(sends);
        assertThat(threads).hasSize(count).allMatch(name -> name.contains("CmMessengerContinuations"));
    }

    @Test
    void stoppingTheRouteSendsWhatWaits() throws Exception {
        String uri = Harness.uri("to=1&batchSize=10" + NEVER_BY_TIME);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("sends").to(uri);
            }
        });
        List<CompletableFuture<Exchange>> sends = IntStream.range(0, 3)
                .mapToObj(i -> template.asyncSend("direct:in", in -> in.getIn().setBody("x")))
                .toList();

        harness.context.getRouteController().stopRoute("sends", 1, TimeUnit.SECONDS);

        finished(sends); // Camel does not let them go on beyond a forced stop
        assertThat(requestSizes()).containsExactly(3);
        harness.context.getRouteController().startRoute("sends");
        CompletableFuture<Exchange> next =
                template.asyncSend("direct:in", in -> in.getIn().setBody("y"));
        harness.context.getRouteController().stopRoute("sends", 1, TimeUnit.SECONDS);
        finished(List.of(next));
        assertThat(requestSizes()).containsExactly(3, 1);
    }

    @Test
    void stoppingTheContextSendsWhatWaits() {
        List<CompletableFuture<Exchange>> sends = send(3, "batchSize=10" + NEVER_BY_TIME);

        harness.context.stop();

        assertThat(finished(sends)).extracting(MicroBatchingTest::outcome).containsOnly("accepted");
        assertThat(requestSizes()).containsExactly(3);
    }

    @Test
    void whatWaitsWhenTheComponentAloneStopsIsSent() {
        List<CompletableFuture<Exchange>> sends = send(3, "batchSize=10" + NEVER_BY_TIME);

        harness.component().stop();

        assertThat(finished(sends)).extracting(MicroBatchingTest::outcome).containsOnly("accepted");
    }

    @Test
    void whatFindsNoConnectionWhileTheComponentStopsIsNotSent() {
        harness.gateway.behave((request, connection) -> connection.silence());
        List<CompletableFuture<Exchange>> sends =
                send(5, "batchSize=2&maxTotalConnections=1&responseTimeout=500" + NEVER_BY_TIME);
        await().until(() -> harness.gateway.requests().size() == 1);

        harness.component().stop();

        assertThat(finished(sends).subList(0, 2))
                .extracting(MicroBatchingTest::outcome)
                .containsOnly("unknown");
        assertThat(outcome(sends.get(4).join())).isEqualTo("not sent");
        assertThat(finished(send(1, "batchSize=2")).get(0).getException()).isNotNull();
    }

    @Test
    void aRedeliveryDoesNotSendTwice() throws Exception {
        harness.gateway.behave(
                Answers.accepting(msg -> !msg.at("/body/content").asText().equals("1")));
        String uri = Harness.uri("to=1&batchSize=3" + NEVER_BY_TIME);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0));
                from("direct:redelivers").to(uri);
            }
        });

        List<CompletableFuture<Exchange>> sends = IntStream.range(0, 3)
                .mapToObj(i ->
                        template.asyncSend("direct:redelivers", in -> in.getIn().setBody(String.valueOf(i))))
                .toList();

        assertThat(finished(sends))
                .extracting(MicroBatchingTest::outcome)
                .containsExactly("accepted", "rejected", "accepted");
        assertThat(requestSizes()).containsExactly(3);
    }

    @Test
    void producersOfAnEndpointShareItsBatches() throws Exception {
        String uri = Harness.uri("to=1&batchSize=2" + NEVER_BY_TIME);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").routeId("a").to(uri);
                from("direct:b").routeId("b").to(uri);
            }
        });

        CompletableFuture<Exchange> a =
                template.asyncSend("direct:a", in -> in.getIn().setBody("a"));
        CompletableFuture<Exchange> b =
                template.asyncSend("direct:b", in -> in.getIn().setBody("b"));
        finished(List.of(a, b));
        assertThat(requestSizes()).containsExactly(2);

        harness.context.getRouteController().stopRoute("a");
        List<CompletableFuture<Exchange>> more = IntStream.range(0, 2)
                .mapToObj(i -> template.asyncSend("direct:b", in -> in.getIn().setBody("b")))
                .toList();
        assertThat(finished(more)).extracting(MicroBatchingTest::outcome).containsOnly("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batchSize=0",
                "batchSize=-1",
                "batchSize=1001",
                "batchSize=2&batchPending=0",
                "batchSize=2&batchLinger=-1"
            })
    void optionsOutOfTheirRangeAreNamed(String options) {
        String option = options.substring(options.lastIndexOf('&') + 1).split("=")[0];

        assertThatThrownBy(() -> harness.context
                        .getEndpoint(Harness.uri(options))
                        .createProducer()
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(option + " must");
    }

    @Test
    void theLargestBatchIsAThousand() {
        finished(send(1000, "batchSize=1000" + NEVER_BY_TIME));

        assertThat(requestSizes()).containsExactly(1000);
    }

    /** Until the latch is open. */
    private void holdUp() {
        harness.gateway.behave((request, connection) -> {
            open.await(SECONDS, TimeUnit.SECONDS);
            Answers.accepting().answer(request, connection);
        });
    }

    private interface Condition {
        boolean test(JsonNode messages);
    }

    private static Behaviour refusingUnless(Condition passes, int status, String body) {
        return (request, connection) -> {
            if (passes.test(Answers.messages(request))) {
                Answers.accepting().answer(request, connection);
            } else {
                connection.json(status, body);
            }
        };
    }

    private List<CompletableFuture<Exchange>> send(int count, String options) {
        String uri = Harness.uri("to=1" + (options.isEmpty() ? "" : "&" + options.replace("&to=1", "")));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        template.asyncSend(uri, exchange -> exchange.getIn().setBody(String.valueOf(i))))
                .toList();
    }

    private static List<Exchange> finished(List<CompletableFuture<Exchange>> sends) {
        CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return sends.stream().map(CompletableFuture::join).toList();
    }

    private static String outcome(Exchange exchange) {
        Exception e = exchange.getException();
        Outcome outcome = e instanceof CmMessengerException failure
                ? failure.outcome()
                : exchange.getMessage().getBody(SendResult.class).outcome();
        return switch (outcome) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case NOT_SENT -> "not sent";
            case UNKNOWN -> "unknown";
        };
    }

    private List<Integer> requestSizes() {
        return harness.gateway.requests().stream()
                .map(request -> Answers.messages(request).size())
                .toList();
    }

    private int sentMessages() {
        return requestSizes().stream().mapToInt(Integer::intValue).sum();
    }

    private List<String> texts(int request) {
        return members(request, "/body/content");
    }

    private List<String> references(int request) {
        return members(request, "/reference");
    }

    private List<String> members(int request, String pointer) {
        List<String> values = new ArrayList<>();
        Answers.messages(harness.gateway.requests().get(request))
                .forEach(msg -> values.add(msg.at(pointer).asText()));
        return values;
    }
}
