package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.HealthCheckResultStrategy;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;

/** The health checks, as Camel asks them. */
class HealthTest {

    private static final String PRODUCER = "producer:cm-messenger-" + Harness.PAGE;

    @Test
    void aProducerIsUpUntilTheGatewayRefusesTheTokenAndAgainAfterAnAcceptedMessage() throws Exception {
        try (Harness harness = sending()) {
            assertThat(only(harness).getState()).isEqualTo(State.UP);

            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\": 101}"));
            send(harness);
            Result down = only(harness);
            assertThat(down.getState()).isEqualTo(State.DOWN);
            assertThat(down.getMessage()).hasValueSatisfying(text -> assertThat(text)
                    .endsWith("CM.com's code 101, no account for the product token (option productToken)"));
            assertThat(down.getDetails())
                    .containsEntry("page", Harness.PAGE)
                    .containsEntry("code", 101)
                    .containsKey("time");
            assertThat(down.getMessage()
                            + down.getDetails().toString()
                            + down.getCheck().getId())
                    .doesNotContain(Harness.TOKEN);

            harness.gateway.behave(Answers.accepting());
            send(harness);
            assertThat(only(harness).getState()).isEqualTo(State.UP);
            assertThat(only(harness).getDetails()).containsEntry("page", Harness.PAGE);
        }
    }

    @Test
    void aFullBatchQueueIsNotReady() throws Exception {
        try (Harness harness = sending()) {
            CountDownLatch open = new CountDownLatch(1);
            harness.gateway.behave((request, connection) -> {
                open.await(20, TimeUnit.SECONDS);
                Answers.accepting().answer(request, connection);
            });
            CompletableFuture<Exchange> sent = harness.context
                    .createProducerTemplate()
                    .asyncSend(Harness.uri("to=1&batchSize=2&batchPending=1"), in -> in.getIn()
                            .setBody("takes the only place"));
            await().untilAsserted(() -> assertThat(HealthCheckHelper.invokeReadiness(harness.context))
                    .filteredOn(result -> result.getState() == State.DOWN)
                    .singleElement()
                    .satisfies(down -> {
                        assertThat(down.getMessage()).hasValueSatisfying(text -> assertThat(text)
                                .endsWith("The batch queue is full: batchPending messages wait or are in flight"));
                        assertThat(down.getDetails()).containsEntry("batchPending", 1);
                    }));

            open.countDown();
            sent.get(20, TimeUnit.SECONDS);
            assertThat(HealthCheckHelper.invokeReadiness(harness.context))
                    .allMatch(result -> result.getState() == State.UP);
        }
    }

    @Test
    void aProducersCheckIsOfReadinessAndNotOfLiveness() throws Exception {
        try (Harness harness = sending()) {
            assertThat(HealthCheckHelper.invokeReadiness(harness.context))
                    .extracting(result -> result.getCheck().getId())
                    .contains(PRODUCER);
            assertThat(HealthCheckHelper.invokeLiveness(harness.context))
                    .extracting(result -> result.getCheck().getId())
                    .doesNotContain(PRODUCER);
        }
    }

    @Test
    void aProducersCheckIsThereAsLongAsAProducerOfItsEndpoint() throws Exception {
        try (Harness harness = sending()) {
            harness.context.addRoutes(route("second", Harness.uri("to=1")));
            assertThat(producers(harness)).containsExactly(PRODUCER);

            harness.context.getRouteController().stopRoute("first");
            assertThat(producers(harness)).containsExactly(PRODUCER);
            harness.context.getRouteController().stopRoute("second");
            assertThat(producers(harness)).isEmpty();

            harness.context.getRouteController().startRoute("first");
            assertThat(producers(harness)).containsExactly(PRODUCER);
        }
    }

    @Test
    void endpointsOfOnePageHaveChecksOfTheirOwn() throws Exception {
        try (Harness harness = sending()) {
            harness.context.addRoutes(route("second", Harness.uri("to=2")));
            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\": 103}"));
            send(harness);

            assertThat(producers(harness)).containsExactly(PRODUCER, PRODUCER + "-2");
            assertThat(results(harness.context, PRODUCER))
                    .extracting(Result::getState)
                    .containsExactly(State.DOWN, State.UP);

            harness.context.getRouteController().stopRoute("first");
            harness.context.getRouteController().startRoute("first");
            assertThat(producers(harness)).containsExactly(PRODUCER + "-2", PRODUCER);
        }
    }

    @Test
    void withoutATokenOrWithTheOptionOffThereIsNoCheckOfAProducer() throws Exception {
        try (Harness harness = Harness.accepting()) {
            health(harness.context);
            harness.component().getConfiguration().setProductToken(null);
            harness.context.addRoutes(route("explains", Harness.uri("operation=explain")));
            harness.component().getConfiguration().setProductToken(Harness.TOKEN);
            harness.component().setHealthCheckProducerEnabled(false);
            harness.context.addRoutes(route("sends", Harness.uri("to=1")));

            assertThat(producers(harness)).isEmpty();
        }
    }

    @Test
    void aCheckThatIsSwitchedOffTellsNothing() throws Exception {
        try (Harness harness = sending()) {
            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\": 101}"));
            send(harness);

            only(harness).getCheck().setEnabled(false);

            assertThat(only(harness).getState()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void anApplicationsStrategyHasTheLastWord() throws Exception {
        try (Harness harness = sending()) {
            HealthCheckResultStrategy strategy = (check, options, result) -> result.down();
            harness.context.getRegistry().bind("strategy", strategy);

            assertThat(only(harness).getState()).isEqualTo(State.DOWN);
        }
    }

    @Test
    void aConsumerIsDownWhileItTakesNoCallsAndItsRouteGoesOn() throws Exception {
        try (ReceivingHarness harness = receiving(true)) {
            CmMessengerConsumer consumer =
                    (CmMessengerConsumer) harness.context.getRoute("in").getConsumer();
            assertThat(consumer(harness).getState()).isEqualTo(State.UP);
            assertThat(consumer(harness).getDetails())
                    .containsEntry("page", ReceivingHarness.PAGE)
                    .containsEntry("path", "/cm-messenger/" + ReceivingHarness.PAGE);

            consumer.suspend();
            assertThat(consumer(harness).getState()).isEqualTo(State.DOWN);
            assertThat(consumer(harness).getMessage())
                    .hasValueSatisfying(text -> assertThat(text).endsWith("takes no calls: it is Suspended"));
            consumer.resume();
            assertThat(consumer(harness).getState()).isEqualTo(State.UP);

            consumer.stop();
            assertThat(consumer(harness).getState()).isEqualTo(State.DOWN);
            consumer.start();
            assertThat(consumer(harness).getState()).isEqualTo(State.UP);
        }
    }

    @Test
    void aConsumerThatIsGoneOrNotAskedHasNoCheck() throws Exception {
        try (ReceivingHarness harness = receiving(true)) {
            CmMessengerConsumer consumer =
                    (CmMessengerConsumer) harness.context.getRoute("in").getConsumer();
            harness.context.stop();
            assertThat(consumer.getHealthCheck()).isNull();
        }
        try (ReceivingHarness harness = receiving(false)) {
            CmMessengerConsumer consumer =
                    (CmMessengerConsumer) harness.context.getRoute("in").getConsumer();
            consumer.suspend();
            assertThat(consumer(harness).getState()).isEqualTo(State.UP);
        }
    }

    private static Harness sending() throws Exception {
        Harness harness = Harness.accepting();
        health(harness.context);
        harness.context.addRoutes(route("first", Harness.uri("to=1")));
        return harness;
    }

    private static ReceivingHarness receiving(boolean checked) throws Exception {
        ReceivingHarness harness = new ReceivingHarness(TestServer.available().get(0));
        health(harness.context);
        harness.context.getComponent("cm-messenger", CmMessengerComponent.class).setHealthCheckConsumerEnabled(checked);
        return harness.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE).routeId("in").to("log:in?level=OFF");
            }
        });
    }

    /** As Camel Main sets it up, with the checks of producers, which are off there. */
    private static void health(CamelContext context) throws Exception {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(context);
        registry.setExposureLevel("full");
        for (String id : List.of("producers", "consumers")) {
            HealthCheckRepository repository = (HealthCheckRepository) registry.resolveById(id);
            repository.setEnabled(true);
            registry.register(repository);
        }
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        registry.start();
    }

    private static RouteBuilder route(String id, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).to(uri);
            }
        };
    }

    private static void send(Harness harness) {
        harness.context.createProducerTemplate().request("direct:first", in -> in.getIn()
                .setBody("x"));
    }

    private static Result only(Harness harness) {
        return results(harness.context, PRODUCER).iterator().next();
    }

    private static Result consumer(ReceivingHarness harness) {
        return results(harness.context, "consumer:in").iterator().next();
    }

    private static List<String> producers(Harness harness) {
        return results(harness.context, "producer:").stream()
                .map(result -> result.getCheck().getId())
                .toList();
    }

    private static List<Result> results(CamelContext context, String idPrefix) {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().startsWith(idPrefix))
                .toList();
    }
}
