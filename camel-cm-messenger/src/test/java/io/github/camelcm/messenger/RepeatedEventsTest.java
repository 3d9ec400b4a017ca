package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** CM.com calls at least once: nothing is lost, and with a repository nothing is processed twice. */
@ParameterizedClass
@MethodSource("servers")
class RepeatedEventsTest {

    private final TestServer server;

    RepeatedEventsTest(TestServer server) {
        this.server = server;
    }

    static List<TestServer> servers() {
        return TestServer.available();
    }

    private static final String TEXT = Payloads.text("inbound/text.json");

    private final Queue<String> fingerprints = new ConcurrentLinkedQueue<>();

    private RouteBuilder route(String options, Processor then) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("cm-messenger:" + ReceivingHarness.PAGE + "?events=all" + options)
                        .routeId("in")
                        .process(exchange -> fingerprints.add(
                                exchange.getIn().getHeader(CmMessengerConstants.FINGERPRINT, String.class)))
                        .process(then);
            }
        };
    }

    private ReceivingHarness remembering(IdempotentRepository repository, Processor then) throws Exception {
        ReceivingHarness harness = new ReceivingHarness(server);
        harness.context.getRegistry().bind("seen", repository);
        return harness.start(route("&idempotentRepository=#seen", then));
    }

    @Test
    void withoutARepositoryTwoEqualTextsPass() throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route("", exchange -> {}))) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);

            assertThat(fingerprints).hasSize(2);
            assertThat(fingerprints.stream().distinct())
                    .singleElement()
                    .asString()
                    .matches("[0-9a-f]{64}");
        }
    }

    @Test
    void aRepeatOfAProcessedEventIs200AndRunsNothing() throws Exception {
        try (ReceivingHarness harness =
                remembering(MemoryIdempotentRepository.memoryIdempotentRepository(), exchange -> {})) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(TEXT.replace(",", " ,\n")).statusCode()).isEqualTo(200);
            assertThat(fingerprints).hasSize(1);

            assertThat(harness.post(TEXT.replace("Hello", "Hello!")).statusCode())
                    .isEqualTo(200);
            assertThat(fingerprints).hasSize(2);
            assertThat(endpoint(harness).getRepeatedEvents()).isEqualTo(2);
        }
    }

    @Test
    void aRouteThatFailsLeavesNoKeySoTheRepeatIsProcessed() throws Exception {
        AtomicBoolean fail = new AtomicBoolean(true);
        IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository();
        try (ReceivingHarness harness = remembering(repository, exchange -> {
            if (fail.get()) {
                throw new IllegalStateException("not yet");
            }
        })) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(500);
            assertThat(repository.contains(fingerprints.peek())).isFalse();
            fail.set(false);

            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);

            assertThat(fingerprints).hasSize(2);
            assertThat(repository.contains(fingerprints.peek())).isTrue();
        }
    }

    @Test
    void aRepeatWhileTheFirstIsRunningIs503() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ReceivingHarness harness =
                remembering(MemoryIdempotentRepository.memoryIdempotentRepository(), exchange -> {
                    entered.countDown();
                    assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                })) {
            CompletableFuture<HttpResponse<String>> first = harness.postAsync(TEXT);
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(harness.post(TEXT).statusCode()).isEqualTo(503);
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(fingerprints).hasSize(1);
        }
    }

    /** As after a crash in the middle of a route: what was not finished is not in the repository. */
    @Test
    void aCrashBetweenStartAndEndOfTheRouteLosesNothing() throws Exception {
        IdempotentRepository outlives = MemoryIdempotentRepository.memoryIdempotentRepository();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ReceivingHarness crashing = remembering(outlives, exchange -> {
            entered.countDown();
            never.await(10, TimeUnit.SECONDS);
        });
        crashing.postAsync(TEXT);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        try {
            assertThat(outlives.contains(fingerprints.peek())).isFalse();

            try (ReceivingHarness next = remembering(outlives, exchange -> {})) {
                assertThat(next.post(TEXT).statusCode()).isEqualTo(200);
                assertThat(fingerprints).hasSize(2);
                assertThat(outlives.contains(fingerprints.peek())).isTrue();
            }
        } finally {
            never.countDown();
            crashing.close();
        }
    }

    @Test
    void anExceptionHandlerThatFailsLeavesNothingBehind() throws Exception {
        AtomicBoolean fail = new AtomicBoolean(true);
        ReceivingHarness harness = new ReceivingHarness(server);
        harness.context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository());
        harness.context.getRegistry().bind("handler", new ThrowingHandler());
        try (harness) {
            harness.start(route("&idempotentRepository=#seen&exceptionHandler=#handler", exchange -> {
                if (fail.get()) {
                    throw new IllegalStateException("not yet");
                }
            }));
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(500);
            fail.set(false);

            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(fingerprints).hasSize(2);
        }
    }

    @Test
    void pooledExchangesAreGivenBackOnEveryWay() throws Exception {
        Broken repository = new Broken();
        ReceivingHarness harness = new ReceivingHarness(server).pooled();
        harness.context.getRegistry().bind("seen", repository);
        try (harness) {
            harness.start(route("&idempotentRepository=#seen", exchange -> {}));
            for (int i = 0; i < 20; i++) {
                repository.containsFails = true;
                assertThat(harness.post(TEXT).statusCode()).isEqualTo(500);
                repository.containsFails = false;
                repository.known = true;
                assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
                repository.known = false;
                assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            }
            assertThat(fingerprints).hasSize(20);
            assertThat(harness.context.getInflightRepository().size("in")).isZero();
        }
    }

    @Test
    void ofSeveralEventsOnlyTheFailedRunAgain() throws Exception {
        AtomicBoolean fail = new AtomicBoolean(true);
        Queue<String> run = new ConcurrentLinkedQueue<>();
        try (ReceivingHarness harness =
                remembering(MemoryIdempotentRepository.memoryIdempotentRepository(), exchange -> {
                    String reference = exchange.getIn().getHeader("CamelCmMessengerReportedReference", String.class);
                    run.add(reference);
                    if (reference.equals("2") && fail.get()) {
                        throw new IllegalStateException("the second fails");
                    }
                })) {
            String reports = WebhookContractTest.reports(1, 2, 3, 1);

            assertThat(harness.post(reports).statusCode()).isEqualTo(500);
            assertThat(run).containsExactly("1", "2", "3");
            fail.set(false);
            assertThat(harness.post(reports).statusCode()).isEqualTo(200);

            assertThat(run).containsExactly("1", "2", "3", "2");
        }
    }

    @Test
    void thousandsOfEventsInOneCallDoNotOverflowTheStack() throws Exception {
        try (ReceivingHarness harness =
                remembering(MemoryIdempotentRepository.memoryIdempotentRepository(100_000), exchange -> {})) {
            int[] references = java.util.stream.IntStream.range(0, 10_000).toArray();

            assertThat(harness.post(WebhookContractTest.reports(references)).statusCode())
                    .isEqualTo(200);
            assertThat(fingerprints).hasSize(10_000);
            assertThat(harness.post(WebhookContractTest.reports(references)).statusCode())
                    .isEqualTo(200);
            assertThat(fingerprints).hasSize(10_000);
        }
    }

    @Test
    void aRepositoryThatCannotBeAskedIs500AndOneThatCannotBeToldIs200() throws Exception {
        Broken repository = new Broken();
        try (ReceivingHarness harness = remembering(repository, exchange -> {})) {
            repository.containsFails = true;
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(500);
            assertThat(fingerprints).isEmpty();

            repository.containsFails = false;
            repository.addFails = true;
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(TEXT).statusCode())
                    .as("not remembered, so not dropped")
                    .isEqualTo(200);
            assertThat(fingerprints).hasSize(2);
        }
    }

    @Test
    void theRepositoryLivesOnWhenTheRouteStops() throws Exception {
        MemoryIdempotentRepository repository =
                (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository();
        try (ReceivingHarness harness = remembering(repository, exchange -> {})) {
            assertThat(repository.isStarted()).isTrue();
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);

            harness.context.getRouteController().stopRoute("in");
            harness.context.getRouteController().startRoute("in");

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(harness.post(TEXT).statusCode()).isEqualTo(200));
            assertThat(fingerprints).hasSize(1);
        }
    }

    private static CmMessengerEndpoint endpoint(ReceivingHarness harness) {
        return harness.context.getEndpoints().stream()
                .filter(CmMessengerEndpoint.class::isInstance)
                .map(CmMessengerEndpoint.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A user's own, with a bug. */
    private static final class ThrowingHandler implements ExceptionHandler {

        @Override
        public void handleException(Throwable exception) {
            throw new IllegalArgumentException("a bug");
        }

        @Override
        public void handleException(String message, Throwable exception) {
            throw new IllegalArgumentException("a bug");
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable failure) {
            throw new IllegalArgumentException("a bug");
        }
    }

    /** A repository whose database comes and goes. */
    private static final class Broken extends ServiceSupport implements IdempotentRepository {

        volatile boolean containsFails;
        volatile boolean addFails;
        volatile boolean known;

        @Override
        public boolean add(String key) {
            if (addFails) {
                throw new IllegalStateException("no database");
            }
            return true;
        }

        @Override
        public boolean contains(String key) {
            if (containsFails) {
                throw new IllegalStateException("no database");
            }
            return known;
        }

        @Override
        public boolean remove(String key) {
            return true;
        }

        @Override
        public boolean confirm(String key) {
            return true;
        }

        @Override
        public void clear() {}
    }
}
