package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.Faults.Fault;
import io.github.camelcm.messenger.Faults.Hits;
import io.github.camelcm.messenger.Faults.Reach;
import io.github.camelcm.messenger.Faults.Scene;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault that can come and go hits the first, the middle or the last of three requests: what becomes of the messages
 * before it, in it and behind it, and where a redelivery goes on. What hits all requests, {@link FaultTableTest} goes
 * through.
 */
class FaultPositionsTest {

    private static final int REQUESTS = 3;

    private static final String OPTIONS = "to=1&validation=off&maxTotalConnections=1&";

    /** Of faults that show by it: long enough for a thousand messages on a busy machine. */
    private static final int SHORT_MILLIS = 8_000;

    /** Of all others, which do not wait for it. */
    private static final int LONG_MILLIS = 90_000;

    private static final Duration BOUND = Duration.ofSeconds(120);

    /** How messages are sent. */
    private enum Form {
        ONE("", 1),
        LIST("", 1000),
        BATCH("batchSize=3&batchLinger=1h&", 3);

        private final String options;

        /** Messages in a request; of a list in all but the last. */
        private final int size;

        Form(String options, int size) {
            this.options = options;
            this.size = size;
        }
    }

    /** @param position of the request that meets the fault, from 0 */
    private record Play(Fault fault, Form form, int position, boolean waits) {

        @Override
        public String toString() {
            return fault + ", " + form + ", request " + (position + 1) + " of " + REQUESTS
                    + (waits ? ", waiting" : ", not waiting");
        }
    }

    @TempDir
    Path folder;

    private final Harness harness = Harness.accepting();
    private final Callers callers = new Callers(BOUND);

    /** Of lists whose second request was hit, for the page. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aFaultHarmsNoRequestBeforeItAndARedeliveryGoesOnWhereItHit() throws Exception {
        ConcurrentLinkedQueue<AssertionError> failures = new ConcurrentLinkedQueue<>();
        // those that wait for a time-out come last: by then everything is warm, and many can wait together
        playAll(plays(Reach.ANY), 8, failures);
        playAll(plays(Reach.ANY_IN_TIME), 36, failures);

        failures.stream().findFirst().ifPresent(first -> {
            throw new AssertionError(
                    "plays that failed: "
                            + failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")),
                    first.getCause());
        });
        callers.eachWasCalledBackOnce();
        Map<String, List<String>> page = new TreeMap<>();
        told.forEach((by, cells) -> {
            assertThat(cells).as(by).hasSize(1);
            page.put(by, List.of(cells.iterator().next().split(";")));
        });
        FaultPage.checkPositions(page);
    }

    private static List<Play> plays(Reach reach) {
        return Faults.all()
                .filter(fault -> fault.reach() == reach)
                .flatMap(fault -> Stream.of(Form.values())
                        .flatMap(form -> IntStream.range(0, REQUESTS).boxed().flatMap(position -> Stream.of(true, false)
                                .map(waits -> new Play(fault, form, position, waits)))))
                .toList();
    }

    private void playAll(List<Play> plays, int players, ConcurrentLinkedQueue<AssertionError> failures)
            throws InterruptedException {
        BlockingQueue<Play> left = new LinkedBlockingQueue<>(plays);
        List<Thread> threads = IntStream.range(0, players)
                .mapToObj(player -> new Thread(() -> playAll(left, player, failures), "player"))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void playAll(BlockingQueue<Play> left, int player, ConcurrentLinkedQueue<AssertionError> failures) {
        for (Play play = left.poll(); play != null; play = left.poll()) {
            try {
                play(play, player);
            } catch (Throwable e) {
                failures.add(new AssertionError(play.toString(), e));
            }
        }
    }

    /** @param player has an HTTP client of its own, by a setting of its own */
    private void play(Play play, int player) throws Exception {
        Fault fault = play.fault();
        Form form = play.form();
        Scene scene = fault.stage().set(harness, folder, Hits.only(play.position()));
        try (FaultServer server = (FaultServer) scene.closing()) {
            int millis = fault.reach() == Reach.ANY_IN_TIME ? SHORT_MILLIS : LONG_MILLIS;
            String options = Callers.unique(OPTIONS + "responseTimeout=" + millis + "&connectionRequestTimeout="
                    + (LONG_MILLIS + player) + "&" + form.options + scene.options());
            CmMessengerEndpoint endpoint = harness.context.getEndpoint(Harness.uri(options), CmMessengerEndpoint.class);
            Counts before = Counts.of(endpoint);

            List<Exchange> exchanges = send(play, options, bodies(form));

            boolean oneByOne = form == Form.BATCH && server.requests().size() > REQUESTS;
            assertThat(!oneByOne || fault.one() == RejectedException.class)
                    .as("sent again one by one")
                    .isTrue();
            List<List<Outcome>> outcomes = byRequest(form, exchanges);
            for (int request = 0; request < REQUESTS; request++) {
                check(play, request, outcomes.get(request), oneByOne);
            }
            exchanges.forEach(exchange -> checkType(play, exchange));
            List<Outcome> all = outcomes.stream().flatMap(List::stream).toList();
            assertThat(Counts.of(endpoint)).as("counts").isEqualTo(before.plus(Counts.of(all)));
            String by = by(exchanges.get(0));

            redeliver(play, options, exchanges, outcomes);

            nothingTwice(server, fault);
            if (form == Form.LIST && play.position() == 1) {
                observed(by, outcomes, exchanges.get(0));
            }
        }
    }

    /** A list is one exchange. Of others, those who wait for an answer make the next request after the last. */
    private List<Exchange> send(Play play, String options, List<List<Object>> requests) throws Exception {
        if (play.form() == Form.LIST) {
            List<Object> list = requests.stream().flatMap(List::stream).toList();
            return play.waits()
                    ? callers.waiting(harness, options, List.of(list))
                    : callers.withoutWaiting(harness, options, List.of(list));
        }
        List<Exchange> exchanges = new ArrayList<>();
        if (play.waits()) {
            requests.forEach(request -> exchanges.addAll(callers.waiting(harness, options, request)));
        } else {
            exchanges.addAll(callers.withoutWaiting(
                    harness, options, requests.stream().flatMap(List::stream).toList()));
        }
        return exchanges;
    }

    private static List<List<Object>> bodies(Form form) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(request -> form == Form.LIST && request == REQUESTS - 1 ? 1 : form.size)
                .map(size -> Collections.<Object>nCopies(size, OutboundMessage.text("x")))
                .toList();
    }

    private static List<List<Outcome>> byRequest(Form form, List<Exchange> exchanges) {
        List<Outcome> all = exchanges.stream()
                .flatMap(exchange -> Callers.outcomes(exchange).stream())
                .toList();
        return IntStream.range(0, REQUESTS)
                .mapToObj(request -> all.subList(request * form.size, Math.min((request + 1) * form.size, all.size())))
                .toList();
    }

    private static void check(Play play, int request, List<Outcome> outcomes, boolean oneByOne) {
        Fault fault = play.fault();
        boolean list = play.form() == Form.LIST;
        boolean behind = request > play.position();
        if (request == play.position() && !oneByOne) {
            if (list ? fault.list() != null : fault.one() != null && fault.list() != null) {
                assertThat(Set.copyOf(outcomes))
                        .as("in the fault")
                        .containsExactly(outcome(list ? fault.list() : fault.one()));
            } else if (fault.one() != null) { // told message by message: the last is rejected, or all are
                assertThat(Set.copyOf(outcomes)).as("in the fault").contains(Outcome.REJECTED);
            } else {
                assertThat(Set.copyOf(outcomes)).as("in the fault").containsExactly(Outcome.ACCEPTED);
            }
        } else if (behind && list && fault.list() != null) {
            assertThat(Set.copyOf(outcomes)).as("behind the fault").containsExactly(Outcome.NOT_SENT);
        } else {
            assertThat(Set.copyOf(outcomes)).as("request " + (request + 1)).containsExactly(Outcome.ACCEPTED);
        }
    }

    private static void checkType(Play play, Exchange exchange) {
        Fault fault = play.fault();
        Exception e = exchange.getException();
        if (play.form() == Form.LIST) {
            assertThat(e == null ? null : e.getClass()).isEqualTo(fault.list());
        } else if (e != null) {
            assertThat(e).isExactlyInstanceOf(fault.one());
            assertThat(Callers.outcomes(exchange)).containsExactly(outcome(fault.one()));
        }
    }

    private static Outcome outcome(Class<? extends CmMessengerException> type) {
        return type == AmbiguousOutcomeException.class
                ? Outcome.UNKNOWN
                : type == RejectedException.class ? Outcome.REJECTED : Outcome.NOT_SENT;
    }

    /** The fault has gone: what was not sent is accepted, what was accepted, refused for good or unknown stays so. */
    private void redeliver(Play play, String options, List<Exchange> exchanges, List<List<Outcome>> before)
            throws Exception {
        List<Exchange> failed = exchanges.stream().filter(Exchange::isFailed).toList();
        boolean again =
                !failed.isEmpty() && ((CmMessengerException) failed.get(0).getException()).retryable();
        callers.redeliver(harness, options, failed);

        List<Outcome> expected = before.stream()
                .flatMap(List::stream)
                .map(outcome -> outcome == Outcome.NOT_SENT || outcome == Outcome.REJECTED && again
                        ? Outcome.ACCEPTED
                        : outcome)
                .toList();
        List<Outcome> after = exchanges.stream()
                .flatMap(exchange -> Callers.outcomes(exchange).stream())
                .toList();
        assertThat(after.equals(expected))
                .as("after a redelivery: %s, not %s", Set.copyOf(after), Set.copyOf(expected))
                .isTrue();
        failed.forEach(exchange -> {
            boolean unknown = Callers.outcomes(exchange).contains(Outcome.UNKNOWN);
            boolean rejected = Callers.outcomes(exchange).contains(Outcome.REJECTED);
            Class<?> type = unknown ? AmbiguousOutcomeException.class : rejected ? RejectedException.class : null;
            Exception e = exchange.getException();
            assertThat(e == null ? null : e.getClass()).isEqualTo(type);
        });
    }

    /** But for requests that were refused as a whole or asked to come later, no message came to the gateway twice. */
    private static void nothingTwice(FaultServer server, Fault fault) {
        if (fault.one() == RejectedException.class
                || fault.one() == ThrottledException.class
                || fault.one() == NotSentException.class) {
            return;
        }
        Set<String> references = new HashSet<>();
        server.requests().forEach(request -> Answers.messages(request)
                .forEach(msg -> assertThat(references.add(msg.path("reference").asText()))
                        .isTrue()));
    }

    private static String by(Exchange exchange) {
        if (exchange.getException() == null) {
            return "results";
        }
        boolean passing = exchange.getException() instanceof RejectedException e && e.retryable();
        return FaultPage.told(exchange) + (passing ? ", `retryable`" : "");
    }

    /** Of results only those that differ from message to message. */
    private void observed(String by, List<List<Outcome>> outcomes, Exchange redelivered) {
        List<String> cells = new ArrayList<>(outcomes.stream()
                .map(request -> FaultPage.words(request.stream()))
                .toList());
        if (by.equals("results")) {
            if (!cells.get(1).contains(", ")) {
                return;
            }
            cells.add("is not made");
        } else {
            String after = FaultPage.words(Callers.outcomes(redelivered).stream());
            boolean failed = redelivered.getException() != null;
            cells.add((failed ? FaultPage.told(redelivered) + ": " : "results: ") + after);
        }
        told.computeIfAbsent(by, key -> new ConcurrentSkipListSet<>()).add(String.join(";", cells));
    }
}
