package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What is shared, and what is left when all is over. */
class LifecycleTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void hundredsOfDynamicEndpointsShareOneClient() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").toD("cm-messenger:${header.page}?to=${header.psid}");
                }
            });
            var template = harness.context.createProducerTemplate();
            for (int i = 1; i <= 300; i++) {
                int number = i;
                template.send("direct:in", in -> {
                    in.getIn().setBody("x");
                    in.getIn().setHeader("page", 1000 + number);
                    in.getIn().setHeader("psid", 2000 + number);
                });
            }

            assertThat(harness.gateway.requests()).hasSize(300);
            // now and then one more, when a request comes before the last connection is back in the pool
            assertThat(harness.gateway.openConnections()).isBetween(1, 16);
            assertThat(threads())
                    .filteredOn(name -> name.startsWith("cm-messenger-http"))
                    .hasSizeLessThan(16);
        }
    }

    /** More than Camel's own timers take. */
    @Test
    void thousandsOfMessagesMayBeUnderWayAtOnce() throws Exception {
        int count = 3000;
        CountDownLatch open = new CountDownLatch(1);
        List<Exchange> done = new CopyOnWriteArrayList<>();
        try (Harness harness = new Harness((request, connection) -> {
            open.await();
            Answers.accepting().answer(request, connection);
        })) {
            AsyncProducer producer = harness.context
                    .getEndpoint(Harness.uri("to=1&responseTimeout=60000&connectionRequestTimeout=60000"))
                    .createAsyncProducer();
            producer.start();
            for (int i = 0; i < count; i++) {
                Exchange exchange = new DefaultExchange(harness.context);
                exchange.getIn().setBody("x");
                producer.process(exchange, doneSynchronously -> done.add(exchange));
            }
            open.countDown();

            await().atMost(BOUND.multipliedBy(3)).until(() -> done.size() == count);
            assertThat(done).extracting(Exchange::getException).containsOnlyNulls();
            producer.stop();
        } finally {
            open.countDown();
        }
    }

    @Test
    void aContextStartedAndStoppedAHundredTimesLeavesNoThread() throws Exception {
        try (FaultServer gateway = new FaultServer(Answers.accepting());
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("cm-messenger:1?to=2&productToken=t&gatewayUrl=" + gateway.url());
                }
            });
            for (int i = 0; i < 100; i++) {
                context.start();
                assertThat(context.createProducerTemplate().requestBody("direct:in", "x", Object.class))
                        .isNotEqualTo("x");
                context.stop();
            }

            assertThat(gateway.requests()).hasSize(100);
            await().atMost(BOUND).untilAsserted(() -> {
                assertThat(threads()).isEmpty();
                assertThat(gateway.openConnections()).isZero();
            });
        }
    }

    @Test
    void aConnectionThatTheServerClosedWhenIdleIsNotUsedAgain() throws Exception {
        try (Harness harness = new Harness((request, connection) -> {
            Answers.accepting().answer(request, connection);
            connection.close();
        })) {
            for (int i = 0; i < 20; i++) {
                assertThat(harness.send("x").getException()).isNull();
                await().pollDelay(Duration.ofMillis(50)).until(() -> harness.gateway.openConnections() == 0);
            }
            assertThat(harness.gateway.requests()).hasSize(20);
        }
    }

    @Test
    void stoppingEndsWhatIsUnderWayAndEveryExchangeHears() throws Exception {
        try (Harness harness = new Harness((request, connection) -> connection.silence())) {
            harness.context.getShutdownStrategy().setTimeout(1);
            var template = harness.context.createProducerTemplate();
            var pending = IntStream.range(0, 5)
                    .mapToObj(i -> template.asyncSend(Harness.uri("to=1&responseTimeout=60000"), in -> in.getIn()
                            .setBody("x")))
                    .toList();
            await().atMost(BOUND).until(() -> harness.gateway.requests().size() == 5);

            harness.context.stop();

            await().atMost(BOUND).until(() -> pending.stream().allMatch(done -> done.isDone()));
        }
        await().atMost(BOUND).untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void aStoppedComponentMakesNoClientThatNobodyWouldClose() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.component().stop();

            assertThatThrownBy(() -> harness.send("x")).rootCause().hasMessage("the component cm-messenger is stopped");
            assertThat(harness.gateway.requests()).isEmpty();
            await().atMost(BOUND).untilAsserted(() -> assertThat(threads()).isEmpty());

            harness.component().start();
            assertThat(harness.send("x").getException()).isNull();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("cm-messenger") || name.contains("CmMessenger"))
                .toList();
    }
}
