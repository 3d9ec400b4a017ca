package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.FaultServer.Connection;
import io.github.camelcm.messenger.FaultServer.Request;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing is lost and nothing is sent twice, whatever happens: random schedules of faults, sizes, delays, redeliveries
 * and stops. For each, what callers were told agrees with what the gateway saw.
 *
 * <p>{@code -Dconservation.seed=} repeats a run, {@code -Dconservation.schedules=} sets their number.
 */
class ConservationTest {

    private static final int SCHEDULES = Integer.getInteger("conservation.schedules", 10_000);
    private static final long SEED = Long.getLong("conservation.seed", new Random().nextLong());

    /** All time-outs together, and what a busy machine needs. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Where the batch queue is to be full now and then. */
    private static final int PLACES = 4;

    private static final AtomicLong REFERENCES = new AtomicLong();

    /** What the gateway does with a request. */
    private enum Act {
        ACCEPT,
        ACCEPT_LATE,
        REJECT_SOME,
        ACCEPT_AND_RESET,
        RESET,
        THROTTLE,
        REFUSE,
        REFUSE_SEVERAL,
        ANSWER_HTML
    }

    /** An exchange with messages of these references; what its attempts called back, and how many there were. */
    private record Call(List<String> references, Exchange exchange, Semaphore callbacks, AtomicInteger attempts) {}

    /** How often the gateway accepted a message, by reference. */
    private static final Map<String, AtomicInteger> ACCEPTED = new ConcurrentHashMap<>();

    private static final Random ACTS = new Random(SEED);

    private static FaultServer gateway;

    @BeforeAll
    static void open() {
        gateway = new FaultServer(ConservationTest::act);
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        await().atMost(BOUND).untilAsserted(() -> {
            assertThat(gateway.openConnections()).as("connections").isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("cm-messenger") || name.contains("CmMessenger"));
        });
        gateway.close();
    }

    @Test
    void whatCallersAreToldIsWhatTheGatewaySaw() throws Exception {
        System.out.println("conservation.seed=" + SEED);
        Random random = new Random(SEED);
        for (int schedule = 0; schedule < SCHEDULES; ) {
            try (CamelContext context = context()) { // the last of its schedules meets its stop
                for (int left = Math.min(100, SCHEDULES - schedule); left > 0; left--) {
                    schedule++;
                    String name = "seed " + SEED + ", schedule " + schedule;
                    try {
                        play(context, random, left == 1);
                    } catch (AssertionError e) {
                        throw new AssertionError(name, e);
                    }
                }
            }
        }
    }

    private static CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        CmMessengerConfiguration options = component(context).getConfiguration();
        options.setProductToken(Harness.TOKEN);
        options.setGatewayUrl(gateway.url());
        context.start();
        return context;
    }

    private static CmMessengerComponent component(CamelContext context) {
        return context.getComponent("cm-messenger", CmMessengerComponent.class);
    }

    private static void play(CamelContext context, Random random, boolean stops) throws Exception {
        ACCEPTED.clear();
        gateway.forget();
        CmMessengerEndpoint endpoint = context.getEndpoint(uri(random), CmMessengerEndpoint.class);
        Counts before = Counts.of(endpoint);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        boolean producerStops = random.nextInt(4) == 0;

        List<Call> calls = new ArrayList<>();
        int exchanges = 1 + random.nextInt(8);
        for (int i = 0; i < exchanges; i++) {
            calls.add(send(producer, random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0));
            if (random.nextInt(6) == 0) {
                Thread.sleep(1);
            }
        }
        if (producerStops) {
            producer.stop();
        }
        if (stops) {
            component(context).stop();
        }
        finish(calls);
        for (int times = random.nextInt(3); times > 0 && !stops && !producerStops; times--) {
            finish(redeliver(producer, calls));
        }
        if (!stops && !producerStops) {
            calls.addAll(everyPlaceIsFree(producer));
        }
        producer.stop();

        calls.forEach(ConservationTest::check);
        theGatewaySawNothingElse(calls);
        theCountersAgree(Counts.of(endpoint).minus(before), calls);
        noBufferIsLeft(calls);
    }

    /** When all have been called back, as many messages as there are places find one at once. */
    private static List<Call> everyPlaceIsFree(AsyncProducer producer) throws InterruptedException {
        List<Call> calls =
                IntStream.range(0, PLACES).mapToObj(i -> send(producer, 0)).toList();
        finish(calls);
        assertThat(calls).noneMatch(call -> String.valueOf(call.exchange().getException())
                .contains("queue is full"));
        return calls;
    }

    private static void theGatewaySawNothingElse(List<Call> calls) {
        assertThat(calls.stream().flatMap(call -> call.references().stream()).toList())
                .as("what the gateway accepted")
                .containsAll(ACCEPTED.keySet());
    }

    /** Where nothing was tried again, they are the results; else at least what was accepted is. */
    private static void theCountersAgree(Counts counts, List<Call> calls) {
        assertThat(counts.pending()).as("pending").isZero();
        assertThat(counts.sent())
                .as("sent")
                .isEqualTo(counts.accepted() + counts.rejected() + counts.ambiguous() + counts.notSent());
        Counts told = Counts.of(calls.stream()
                .flatMap(call -> results(call.exchange()).stream())
                .map(SendResult::outcome)
                .toList());
        assertThat(counts.accepted()).as("accepted").isEqualTo(told.accepted());
        if (calls.stream().allMatch(call -> call.attempts().get() == 1)) {
            assertThat(counts).as("counts").isEqualTo(told);
        }
    }

    /** What a redelivery would need is kept as long as there may be one; the requests and answers never. */
    private static void noBufferIsLeft(List<Call> calls) {
        for (Call call : calls) {
            List<Object> kept = call.exchange().getProperties().entrySet().stream()
                    .filter(property -> property.getKey().startsWith("CamelCmMessenger"))
                    .map(Map.Entry::getValue)
                    .toList();
            if (call.exchange().getException() == null) {
                assertThat(kept).as("properties after a success").isEmpty();
            } else {
                assertThat(kept).as("properties after a failure").hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private static String uri(Random random) {
        return Harness.uri("to=1&responseTimeout=20000&maxTotalConnections=" + (1 + random.nextInt(3))
                + switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> "&batchSize=3&batchLinger=1";
                    case 2 -> "&batchSize=8&batchLinger=0";
                    default ->
                        "&batchSize=2&batchLinger=2&batchPending=" + PLACES + "&batchOverflow="
                                + (random.nextBoolean() ? "block" : "reject");
                });
    }

    /** @param size of a list; 0 for one message */
    private static Call send(AsyncProducer producer, int size) {
        List<OutboundMessage> messages = IntStream.range(0, Math.max(1, size))
                .mapToObj(i -> OutboundMessage.text("x").withReference("r" + REFERENCES.incrementAndGet()))
                .toList();
        Exchange exchange = new DefaultExchange(producer.getEndpoint().getCamelContext());
        exchange.getIn().setBody(size == 0 ? messages.get(0) : messages);
        Call call = new Call(
                messages.stream().map(OutboundMessage::reference).toList(),
                exchange,
                new Semaphore(0),
                new AtomicInteger());
        process(producer, call);
        return call;
    }

    /** As Camel's error handler does. */
    private static List<Call> redeliver(AsyncProducer producer, List<Call> calls) {
        List<Call> failed = calls.stream()
                .filter(call -> call.exchange().getException() != null)
                .toList();
        for (Call call : failed) {
            call.exchange().setException(null);
            call.exchange().getIn().setHeader(Exchange.REDELIVERED, true);
            process(producer, call);
        }
        return failed;
    }

    private static void process(AsyncProducer producer, Call call) {
        call.attempts().incrementAndGet();
        producer.process(call.exchange(), done -> call.callbacks().release());
    }

    private static void finish(List<Call> calls) throws InterruptedException {
        for (Call call : calls) {
            assertThat(call.callbacks().tryAcquire(BOUND.toSeconds(), TimeUnit.SECONDS))
                    .as("called back")
                    .isTrue();
        }
    }

    private static void check(Call call) {
        assertThat(call.callbacks().availablePermits()).as("further callbacks").isZero();
        List<SendResult> results = results(call.exchange());
        assertThat(results).extracting(SendResult::reference).isEqualTo(call.references());
        for (SendResult result : results) {
            int seen = ACCEPTED.getOrDefault(result.reference(), new AtomicInteger())
                    .get();
            switch (result.outcome()) {
                case ACCEPTED -> assertThat(seen).as("accepted").isEqualTo(1);
                case REJECTED -> assertThat(seen).as("rejected, but accepted").isZero();
                case NOT_SENT -> assertThat(seen).as("not sent, but accepted").isZero();
                case UNKNOWN -> assertThat(seen).as("unknown").isLessThanOrEqualTo(1);
            }
        }
    }

    private static List<SendResult> results(Exchange exchange) {
        Exception e = exchange.getException();
        if (e != null) {
            assertThat(e).isInstanceOf(CmMessengerException.class);
            return ((CmMessengerException) e).results();
        }
        Object body = exchange.getMessage().getBody();
        return body instanceof List<?> list
                ? list.stream().map(SendResult.class::cast).toList()
                : List.of((SendResult) body);
    }

    private static void act(Request request, Connection connection) throws IOException, InterruptedException {
        Act[] all = Act.values();
        Act act = ACTS.nextBoolean() ? Act.ACCEPT : all[ACTS.nextInt(all.length)];
        switch (act) {
            case ACCEPT -> accept(request, connection, msg -> true);
            case ACCEPT_LATE -> {
                connection.pause(Duration.ofMillis(3));
                accept(request, connection, msg -> true);
            }
            case REJECT_SOME -> accept(request, connection, msg -> ACTS.nextBoolean());
            case ACCEPT_AND_RESET -> {
                Answers.messages(request).forEach(ConservationTest::accepted);
                connection.reset();
            }
            case RESET -> connection.reset();
            case THROTTLE -> connection.json(429, "");
            case REFUSE -> connection.json(400, "{\"errorCode\": 101}");
            case REFUSE_SEVERAL -> {
                if (Answers.messages(request).size() > 1) {
                    connection.json(400, "{\"errorCode\": 203}");
                } else {
                    accept(request, connection, msg -> true);
                }
            }
            case ANSWER_HTML -> {
                Answers.messages(request).forEach(ConservationTest::accepted);
                connection.json(200, "<html>");
            }
        }
    }

    private static void accept(Request request, Connection connection, Predicate<JsonNode> passes)
            throws IOException, InterruptedException {
        Set<String> passed = new HashSet<>();
        for (JsonNode msg : Answers.messages(request)) {
            if (passes.test(msg)) {
                accepted(msg);
                passed.add(msg.path("reference").asText());
            }
        }
        Answers.accepting(msg -> passed.contains(msg.path("reference").asText()))
                .answer(request, connection);
    }

    private static void accepted(JsonNode msg) {
        ACCEPTED.computeIfAbsent(msg.path("reference").asText(), reference -> new AtomicInteger())
                .incrementAndGet();
    }
}
