package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.Faults.Fault;
import io.github.camelcm.messenger.Faults.Scene;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through every fault, for one message and for a list, for callers that wait and callers that do not. */
class FaultTableTest {

    private static final String TIMEOUTS =
            "to=1&validation=off&connectTimeout=500&responseTimeout=500&connectionRequestTimeout=500&";

    /** All time-outs of the endpoint together, and what a busy machine needs. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final AtomicInteger CALLBACKS = new AtomicInteger();
    private static int calls;
    private static Harness harness;

    @TempDir
    static Path folder;

    @BeforeAll
    static void open() {
        harness = Harness.accepting();
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        harness.close();
        assertThat(CALLBACKS).as("callbacks, each once").hasValue(calls);
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("cm-messenger") || name.contains("CmMessenger")));
    }

    static Stream<Arguments> table() {
        return Faults.all().flatMap(fault -> Stream.of(false, true).flatMap(list -> Stream.of(false, true)
                .map(waits -> Arguments.of(fault, list ? "list" : "one", waits ? "waiting" : "not waiting"))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("table")
    void aFaultIsToldByItsType(Fault fault, String form, String caller) throws Exception {
        boolean list = form.equals("list");
        Scene scene = fault.stage().set(harness, folder);
        try (AutoCloseable closing = scene.closing()) {
            boolean huge = scene.options().startsWith("huge=true&");
            String options = TIMEOUTS + scene.options().replace("huge=true&", "");
            Object body = body(list, huge);

            CmMessengerEndpoint endpoint =
                    harness.context.getEndpoint(Harness.uri(unique(options)), CmMessengerEndpoint.class);
            Counts before = Counts.of(endpoint);

            Exchange exchange = caller.equals("waiting")
                    ? harness.send(unique(options), in -> in.getIn().setBody(body))
                    : withoutWaiting(Harness.uri(unique(options)), body);

            check(exchange, list ? fault.list() : fault.one(), list);
            assertThat(Counts.of(endpoint)).as("counts").isEqualTo(before.plus(Counts.of(outcomes(exchange))));
            if (closing instanceof FaultServer server) {
                assertThat(server.requests().size()).as("requests").isLessThanOrEqualTo(1);
                if (exchange.getException() instanceof AmbiguousOutcomeException
                        && server.requests().isEmpty()) {
                    throw new AssertionError("an outcome is unknown of a request that never came");
                }
            }
        }
    }

    /** A later option wins over an earlier one of the same name. */
    private static String unique(String options) {
        Map<String, String> last = new java.util.LinkedHashMap<>();
        for (String option : options.split("&")) {
            last.put(option.substring(0, option.indexOf('=')), option);
        }
        return String.join("&", last.values());
    }

    private static void check(Exchange exchange, Class<? extends CmMessengerException> type, boolean list) {
        if (type == null) {
            assertThat(exchange.getException()).isNull();
            Object body = exchange.getMessage().getBody();
            assertThat(list ? ((List<?>) body).get(0) : body).isInstanceOf(SendResult.class);
            return;
        }
        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        CmMessengerException e = (CmMessengerException) exchange.getException();
        assertThat(e.results())
                .hasSize(list ? 3 : 1)
                .allMatch(result -> result.outcome() == e.outcome(), "is " + e.outcome());
        assertThat(e.retryable()).isEqualTo(retryable(e));
    }

    private static List<Outcome> outcomes(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        List<?> results = exchange.getException() instanceof CmMessengerException e
                ? e.results()
                : body instanceof List<?> several ? several : List.of(body);
        return results.stream().map(result -> ((SendResult) result).outcome()).toList();
    }

    private static boolean retryable(CmMessengerException e) {
        return e instanceof RejectedException rejected
                ? rejected.errorCode() == 500
                : e.outcome() == Outcome.NOT_SENT && !(e instanceof InvalidMessageException);
    }

    private static Exchange withoutWaiting(String uri, Object body) throws Exception {
        AsyncProducer producer = harness.context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(harness.context);
        exchange.getIn().setBody(body);
        CompletableFuture<String> done = new CompletableFuture<>();
        calls++;
        boolean synchronously = producer.process(exchange, doneSynchronously -> {
            CALLBACKS.incrementAndGet();
            done.complete(Thread.currentThread().getName());
        });
        String thread = done.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        assertThat(synchronously).isFalse();
        assertThat(thread).doesNotStartWith("cm-messenger-http");
        producer.stop();
        return exchange;
    }

    private static Object body(boolean list, boolean huge) {
        String content = huge ? "x".repeat(Faults.HUGE) : "x";
        OutboundMessage message =
                OutboundMessage.builder().body(Body.text(content)).build();
        return list ? List.of(message, OutboundMessage.text("y"), OutboundMessage.text("z")) : message;
    }
}
