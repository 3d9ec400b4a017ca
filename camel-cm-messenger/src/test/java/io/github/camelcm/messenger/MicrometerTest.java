package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

class MicrometerTest {

    private static final String NAME = "metricsRegistry";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatIsSentIsMetered() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind(NAME, registry);
            harness.send(List.of("a", "b", "c"));
            harness.gateway.behave(Answers.accepting(msg -> false));
            harness.send("d");
            harness.gateway.behave((request, connection) -> connection.reset());
            harness.send("e");
            harness.gateway.behave((request, connection) -> connection.json(503, ""));
            harness.send("f");
            harness.send("x".repeat(2001));

            assertThat(messages("accepted")).isEqualTo(3);
            assertThat(messages("rejected")).isEqualTo(1);
            assertThat(messages("ambiguous")).isEqualTo(1);
            assertThat(messages("not_sent")).isEqualTo(1);
            assertThat(registry.get("cm.messenger.invalid").counter().count()).isEqualTo(1);
            assertThat(registry.get("cm.messenger.pending").gauge().value()).isZero();
            assertThat(registry.get("cm.messenger.request.size").summary().count())
                    .isEqualTo(4);
            assertThat(registry.get("cm.messenger.request.size").summary().max())
                    .isEqualTo(3);
            assertThat(registry.get("cm.messenger.latency").timer().count()).isEqualTo(4);
            assertThat(registry.get("cm.messenger.latency").timer().max(TimeUnit.NANOSECONDS))
                    .isPositive();
        }
    }

    @Test
    void whatIsReceivedIsMetered() throws Exception {
        try (ReceivingHarness harness =
                new ReceivingHarness(TestServer.available().get(0))) {
            harness.context.getRegistry().bind(NAME, registry);
            harness.context.getRegistry().bind("seen", MemoryIdempotentRepository.memoryIdempotentRepository(10));
            harness.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cm-messenger:" + ReceivingHarness.PAGE + "?idempotentRepository=#seen")
                            .to("log:in?level=OFF");
                }
            });
            harness.post(Payloads.text("inbound/text.json"));
            harness.post(Payloads.text("inbound/text.json"));
            harness.post(Payloads.text("inbound/text.json"));
            harness.post(Payloads.text("status/failed.json"));
            harness.post("{");

            assertThat(received("routed")).isEqualTo(1);
            assertThat(received("repeated")).isEqualTo(2);
            assertThat(received("ignored")).isEqualTo(1);
            assertThat(registry.get("cm.messenger.refused").counter().count()).isEqualTo(1);
        }
    }

    @Test
    void theTagsAreContextAndPageAndHoldNoSecret() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind(NAME, registry);
            harness.send("to=1&productToken=MARKER", in -> in.getIn().setBody("x"));

            assertThat(registry.getMeters()).isNotEmpty().allSatisfy(meter -> {
                assertThat(meter.getId().getTag("camelContext")).isEqualTo(harness.context.getName());
                assertThat(meter.getId().getTag("page")).isEqualTo(Harness.PAGE);
                assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .isSubsetOf("camelContext", "page", "outcome", "result");
                assertThat(meter.getId().toString()).doesNotContain("MARKER");
            });
        }
    }

    @Test
    void endpointsOfOnePageShareItsMetersUntilTheLastIsGone() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind(NAME, registry);
            harness.send("to=1", in -> in.getIn().setBody("x"));
            harness.send("to=2", in -> in.getIn().setBody(List.of("x", "y")));
            assertThat(messages("accepted")).isEqualTo(3);

            harness.context.removeEndpoints(Harness.uri("to=1"));
            harness.send("to=2", in -> in.getIn().setBody("x"));
            assertThat(messages("accepted")).isEqualTo(4);

            harness.context.removeEndpoints(Harness.uri("to=2"));
            assertThat(registry.getMeters()).isEmpty();
        }
    }

    @Test
    void anEndpointThatGoesLeavesNothingPendingForTheOthers() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (Harness harness = new Harness((request, connection) -> {
            answer.await();
            Answers.accepting().answer(request, connection);
        })) {
            harness.context.getRegistry().bind(NAME, registry);
            harness.context.getEndpoint(Harness.uri("to=2"));
            CompletableFuture<Exchange> sending = harness.context
                    .createProducerTemplate()
                    .asyncSend(Harness.uri("to=1"), in -> in.getIn().setBody("x"));
            await().atMost(Duration.ofSeconds(20)).until(() -> pending() == 1);

            harness.context.removeEndpoints(Harness.uri("to=1"));
            answer.countDown();

            assertThat(sending.get().getException()).isNull();
            assertThat(pending()).isZero();
        }
    }

    @Test
    void aContextThatStopsLeavesNoMeterAndOneThatStartsAgainHasThemOnce() throws Exception {
        try (FaultServer gateway = new FaultServer(Answers.accepting());
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("cm-messenger:1?to=2&productToken=t&gatewayUrl=" + gateway.url());
                }
            });
            for (int i = 0; i < 3; i++) {
                context.getRegistry().bind(NAME, registry); // a context that stops forgets its beans
                context.start();
                context.createProducerTemplate().requestBody("direct:in", "x", Object.class);
                assertThat(messages("accepted")).isEqualTo(1);
                assertThat(registry.getMeters()).hasSize(12);
                context.stop();
                assertThat(registry.getMeters()).isEmpty();
            }
        }
    }

    @Test
    void contextsAreToldApart() throws Exception {
        try (Harness one = Harness.accepting();
                Harness other = Harness.accepting()) {
            one.context.getRegistry().bind(NAME, registry);
            other.context.getRegistry().bind(NAME, registry);
            one.send("x");
            other.send(List.of("x", "y"));

            assertThat(registry.get("cm.messenger.messages")
                            .tag("camelContext", other.context.getName())
                            .tag("outcome", "accepted")
                            .counter()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void theOnlyRegistryIsFoundWhateverItsName() throws Exception {
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind("mine", registry);
            harness.send("x");

            assertThat(messages("accepted")).isEqualTo(1);
        }
    }

    @Test
    void ofSeveralRegistriesTheOneWithTheNameCounts() throws Exception {
        MeterRegistry other = new SimpleMeterRegistry();
        try (Harness harness = Harness.accepting()) {
            harness.context.getRegistry().bind("mine", registry);
            harness.context.getRegistry().bind("other", other);
            harness.send("to=1", in -> in.getIn().setBody("x"));
            assertThat(registry.getMeters()).isEmpty();
            assertThat(other.getMeters()).isEmpty();

            harness.context.getRegistry().bind(NAME, registry);
            harness.send("to=2", in -> in.getIn().setBody("x"));
            assertThat(messages("accepted")).isEqualTo(1);
            assertThat(other.getMeters()).isEmpty();
        }
    }

    @Test
    void withoutMicrometerEverythingElseWorks() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("micrometer"))
                .map(MicrometerTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> scene = loader.loadClass(WithoutMicrometer.class.getName());

            Object accepted = scene.getDeclaredMethod("acceptedMessages").invoke(null);

            assertThat(accepted).isEqualTo(1L);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Runs where Micrometer cannot be loaded. */
    public static final class WithoutMicrometer {

        private WithoutMicrometer() {}

        public static long acceptedMessages() throws Exception {
            if (isThere("io.micrometer.core.instrument.Meter")) {
                throw new IllegalStateException("Micrometer is there");
            }
            try (Harness harness = Harness.accepting()) {
                harness.context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to(Harness.uri("to=1"));
                    }
                });
                harness.send("to=1", in -> in.getIn().setBody("x"));
                return (long) Counts.inJmx(harness.context, "AcceptedMessages");
            }
        }

        private static boolean isThere(String className) {
            try {
                Class.forName(className);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private double pending() {
        return registry.get("cm.messenger.pending").gauge().value();
    }

    private double messages(String outcome) {
        return registry.get("cm.messenger.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double received(String result) {
        return registry.get("cm.messenger.received")
                .tag("result", result)
                .counter()
                .count();
    }
}
