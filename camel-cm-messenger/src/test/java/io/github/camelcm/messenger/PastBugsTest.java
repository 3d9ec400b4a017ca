package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.rules.Explanation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One test per bug that was found once. */
class PastBugsTest {

    private static final Behaviour RESET = (request, connection) -> connection.reset();
    private static final Behaviour BUSY = (request, connection) -> connection.json(503, "");

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void manyRoutesThatBlockBehindTheEndpointNeverRunOnAnIoThread() throws Exception {
        int exchanges = 40;
        CountDownLatch allThere = new CountDownLatch(exchanges);
        List<String> threads = new java.util.concurrent.CopyOnWriteArrayList<>();
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(Harness.uri("to=1&maxTotalConnections=64")).process(exchange -> {
                    threads.add(Thread.currentThread().getName());
                    allThere.countDown();
                    allThere.await(10, TimeUnit.SECONDS);
                });
            }
        });
        var template = harness.context.createProducerTemplate();
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        for (int i = 0; i < exchanges; i++) {
            sent.add(template.asyncSend("direct:in", in -> in.getIn().setBody("x")));
        }

        for (CompletableFuture<Exchange> done : sent) {
            assertThat(done.get(20, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(threads).hasSize(exchanges).noneMatch(name -> name.startsWith("cm-messenger-http"));
    }

    @Test
    void aSendAfterTheComponentStoppedIsHeardOf() throws Exception {
        Exchange before = harness.send("x");
        assertThat(before.getException()).isNull();

        harness.component().stop();

        assertThat(harness.sendAsync("to=" + Harness.PSID, in -> in.getIn().setBody("x"))
                        .getException())
                .isNotNull();
    }

    @Test
    void anIteratorThatFailedOnceIsNotReadToItsEndByARedelivery() throws Exception {
        Iterator<Object> cursor = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < 6;
            }

            @Override
            public Object next() {
                if (next++ == 3) {
                    throw new IllegalStateException("cursor lost");
                }
                return "m" + next;
            }
        };

        Exchange exchange = redelivered("", cursor, Answers.accepting());

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(harness.gateway.requests()).isEmpty();
    }

    @Test
    void anIterableThatCanBeReadOnceIsNotMistakenForAnEmptyOne() throws Exception {
        Iterator<Object> once = List.<Object>of("a", "b").iterator();
        Iterable<Object> body = () -> once;

        Exchange exchange = redelivered("", body, BUSY, Answers.accepting());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(2);
    }

    @Test
    void aListOfStreamsIsNotReadTwice() throws Exception {
        List<InputStream> body = List.of(new ByteArrayInputStream("{\"text\": \"a\"}".getBytes()));

        Exchange exchange = redelivered("", body, BUSY, Answers.accepting());

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @Test
    void whatIsUnknownStaysUnknownWhenALaterAttemptCannotBeMade() throws Exception {
        Exchange exchange = redelivered("&resendAmbiguous=true", "x", RESET, BUSY);

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(((CmMessengerException) exchange.getException()).results())
                .singleElement()
                .matches(result -> result.outcome() == Outcome.UNKNOWN);
    }

    @Test
    void aRejectionIsNotRetryableWhenOneRecipientGotTheMessage() {
        harness.gateway.behave((request, connection) -> connection.json(200, """
                {"errorCode": 201, "messages": [
                  {"reference": "r", "to": "1", "status": "Accepted"},
                  {"reference": "r", "to": "2", "status": "Rejected", "messageErrorCode": 500}]}"""));

        RejectedException e = (RejectedException) harness.send(OutboundMessage.text("x").toBuilder()
                        .to("1", "2")
                        .reference("r")
                        .build())
                .getException();

        assertThat(e.errorCode()).isEqualTo(500);
        assertThat(e.retryable()).isFalse();
        assertThat(e.results().get(0).retryable()).isFalse();
    }

    @Test
    void theSuccessOfOneMessageDoesNotForgetAnother() throws Exception {
        script(Answers.accepting(), RESET, Answers.accepting());
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
                from("direct:in").to("direct:sub");
                from("direct:sub")
                        .errorHandler(noErrorHandler())
                        .setBody(constant("Hello"))
                        .to(Harness.uri("to=1"))
                        .setBody(constant("World"))
                        .to(Harness.uri("to=1"));
            }
        });

        Exchange exchange = harness.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                .setBody(""));

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(harness.gateway.requests().stream()
                        .map(request -> Answers.messages(request)
                                .get(0)
                                .at("/body/content")
                                .asText())
                        .filter("World"::equals))
                .hasSize(1);
    }

    @Test
    void aMessageThatCannotBeWrittenIsInvalid() {
        OutboundMessage message = new OutboundMessage(
                "1", List.of(), null, null, List.of(), null, null, null, null, null, Map.of("x", new Object()));

        Exchange exchange = harness.send("to=1&validation=off", in -> in.getIn().setBody(message));

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("raw()");
    }

    @Test
    void aTransportThatBlocksIsLeftAtTheDeadline() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:blocks").process(exchange -> over.await(30, TimeUnit.SECONDS));
            }
        });

        Exchange exchange = harness.send("to=1&responseTimeout=300&transportUri=direct:blocks", in -> in.getIn()
                .setBody("x"));

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(over.getCount()).as("the transport still blocks").isEqualTo(1);
        over.countDown();
    }

    @Test
    void aTransportsExceptionIsNamedButNotQuoted() throws Exception {
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:quotes").errorHandler(noErrorHandler()).process(exchange -> {
                    throw new IllegalStateException(exchange.getMessage().getBody(String.class));
                });
            }
        });

        Exchange exchange = harness.send(
                "to=6789&transportUri=direct:quotes", in -> in.getIn().setBody("SECRETTEXT"));

        assertThat(exchange.getException().getMessage())
                .contains("IllegalStateException")
                .doesNotContain("SECRETTEXT")
                .doesNotContain("6789");
        assertThat(exchange.getProperties().toString()).doesNotContain("SECRETTEXT");
    }

    @Test
    void anAnswersCharsetIsOfNoInterest() {
        harness.gateway.behave((request, connection) -> connection.answer(
                429, Map.of("Content-Type", "text/html; charset=bogus-1", "Retry-After", "3"), "busy"));

        assertThat(harness.send("x").getException()).isExactlyInstanceOf(ThrottledException.class);
    }

    @Test
    void anExplanationHasAJsonForm() throws Exception {
        Explanation explanation = harness.send(
                        "operation=explain", in -> in.getIn().setBody(Map.of("header", "h")))
                .getMessage()
                .getBody(Explanation.class);

        assertThat(new ObjectMapper().writeValueAsString(explanation))
                .contains("\"type\":\"GenericTemplate\"")
                .contains("\"at\":\"/richContent/conversation/0\"")
                .contains("\"rule\":\"to-required\"");
    }

    @Test
    void anEmptyBodyBesideItemsIsNone() {
        harness.send(Map.of("body", Map.of(), "richContent", Map.of("conversation", List.of(Map.of("text", "t")))));

        assertThat(harness.lastMessage().path("body").toString()).isEqualTo("{\"content\":\"\"}");
    }

    @Test
    void channelsInAnArrayAreRead() {
        harness.send("to=1", in -> {
            in.getIn().setBody("x");
            in.getIn().setHeader(CmMessengerConstants.ALLOWED_CHANNELS, new String[] {"SMS", "Facebook Messenger"});
        });

        assertThat(harness.lastMessage().path("allowedChannels").toString())
                .isEqualTo("[\"SMS\",\"Facebook Messenger\"]");
    }

    @Test
    void jsonThatNamesAMemberTwiceIsNoText() {
        Exchange exchange = harness.send("{\"text\":\"a\",\"text\":\"b\"}");

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("Content-Type");
    }

    /** Each has a deadline or two; Camel's scheduler, as it comes, refuses what is more than a thousand. */
    @Test
    void moreThanAThousandMessagesMayBeUnderWay() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        harness.gateway.behave((request, connection) -> {
            open.await();
            Answers.accepting().answer(request, connection);
        });
        String uri = Harness.uri("to=1&maxTotalConnections=4&responseTimeout=120000&connectionRequestTimeout=120000");
        try (ProducerTemplate template = harness.context.createProducerTemplate()) {
            template.setThreadedAsyncMode(false);
            List<CompletableFuture<Exchange>> sends = IntStream.range(0, 1100)
                    .mapToObj(i -> template.asyncSend(uri, in -> in.getIn().setBody("x")))
                    .toList();
            open.countDown();

            for (CompletableFuture<Exchange> send : sends) {
                assertThat(send.get(120, TimeUnit.SECONDS).getException()).isNull();
            }
        } finally {
            open.countDown();
        }
    }

    private Exchange redelivered(String options, Object body, Behaviour... script) throws Exception {
        script(script);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).maximumRedeliveries(2).redeliveryDelay(0);
                from("direct:in").to(Harness.uri("to=1" + options));
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
}
