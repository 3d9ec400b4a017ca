package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.Faults.Fault;
import io.github.camelcm.messenger.Faults.Hits;
import io.github.camelcm.messenger.Faults.Scene;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through every fault, for one message, a list and a batch, for callers that wait and callers that do not. */
class FaultTableTest {

    private static final String TIMEOUTS =
            "to=1&validation=off&connectTimeout=500&responseTimeout=500&connectionRequestTimeout=500&";

    /** All time-outs of the endpoint together, and what a busy machine needs. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final Callers CALLERS = new Callers(BOUND);
    private static Harness harness;

    private static final FaultPage PAGE = new FaultPage();

    /** How messages are sent. */
    private enum Form {
        ONE("one message", ""),
        LIST("list", ""),
        BATCH("micro-batched", "batchSize=3&batchLinger=1h&");

        private final String column;
        private final String options;

        Form(String column, String options) {
            this.column = column;
            this.options = options;
        }
    }

    @TempDir
    static Path folder;

    @BeforeAll
    static void open() {
        harness = Harness.accepting();
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        harness.close();
        CALLERS.eachWasCalledBackOnce();
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("cm-messenger") || name.contains("CmMessenger")));
        PAGE.check(Faults.all().map(Fault::name).toList());
    }

    static Stream<Arguments> table() {
        return Faults.all().flatMap(fault -> Stream.of(Form.values()).flatMap(form -> Stream.of(false, true)
                .map(waits -> Arguments.of(fault, form, waits ? "waiting" : "not waiting"))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("table")
    void aFaultIsToldByItsType(Fault fault, Form form, String caller) throws Exception {
        Scene scene = fault.stage().set(harness, folder, Hits.ALL);
        try (AutoCloseable closing = scene.closing()) {
            boolean huge = scene.options().startsWith("huge=true&");
            String options =
                    Callers.unique(TIMEOUTS + form.options + scene.options().replace("huge=true&", ""));
            String uri = Harness.uri(options);
            CmMessengerEndpoint endpoint = harness.context.getEndpoint(uri, CmMessengerEndpoint.class);
            Counts before = Counts.of(endpoint);

            List<Exchange> exchanges = caller.equals("waiting")
                    ? CALLERS.waiting(harness, options, bodies(form, huge))
                    : CALLERS.withoutWaiting(harness, options, bodies(form, huge));

            if (form == Form.BATCH && fault.one() != null && fault.list() == null) { // told message by message
                assertThat(exchanges).anyMatch(Exchange::isFailed);
                exchanges.forEach(exchange -> check(exchange, exchange.isFailed() ? fault.one() : null, form));
            } else {
                exchanges.forEach(exchange -> check(exchange, form == Form.LIST ? fault.list() : fault.one(), form));
            }
            List<Outcome> outcomes = exchanges.stream()
                    .flatMap(exchange -> Callers.outcomes(exchange).stream())
                    .toList();
            assertThat(Counts.of(endpoint)).as("counts").isEqualTo(before.plus(Counts.of(outcomes)));
            if (closing instanceof FaultServer server) {
                int most = form == Form.BATCH && fault.one() == RejectedException.class ? 1 + exchanges.size() : 1;
                assertThat(server.requests().size()).as("requests").isLessThanOrEqualTo(most);
                if (outcomes.contains(Outcome.UNKNOWN) && server.requests().isEmpty()) {
                    throw new AssertionError("an outcome is unknown of a request that never came");
                }
            }
            PAGE.observed(fault.name(), form.column, exchanges);
        }
    }

    private static void check(Exchange exchange, Class<? extends CmMessengerException> type, Form form) {
        boolean list = form == Form.LIST;
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

    private static boolean retryable(CmMessengerException e) {
        return e instanceof RejectedException rejected
                ? rejected.errorCode() == 500
                : e.outcome() == Outcome.NOT_SENT && !(e instanceof InvalidMessageException);
    }

    /** Of the exchanges to send: one, or as many as fill a batch. */
    private static List<Object> bodies(Form form, boolean huge) {
        String content = huge ? "x".repeat(Faults.HUGE) : "x";
        OutboundMessage message =
                OutboundMessage.builder().body(Body.text(content)).build();
        List<Object> three = List.of(message, OutboundMessage.text("y"), OutboundMessage.text("z"));
        return switch (form) {
            case ONE -> List.of(message);
            case LIST -> List.of(three);
            case BATCH -> three;
        };
    }
}
