package io.github.camelcm.messenger.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.StatusLadder;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** When the simulator starts, is reset and closes. The classes at the end are run by the tests, not by the build. */
class CmSimulatorExtensionTest {

    private static final List<CmSimulator> USED = new CopyOnWriteArrayList<>();

    private static List<String> failures(Class<?> testClass, long tests) {
        return failures(testClass, tests, false);
    }

    /** Runs a class; all its simulators must be closed afterwards, and none of their threads left. */
    private static List<String> failures(Class<?> testClass, long tests, boolean parallel) {
        USED.clear();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(OnPurpose.PARAMETER, "true")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(testClass))
                .execute();
        assertThat(USED).allSatisfy(CmSimulatorExtensionTest::assertClosed);
        assertNoThreadLeft(before);
        assertThat(results.testEvents().finished().count()).isEqualTo(tests);
        return results.allEvents().failed().stream()
                .map(CmSimulatorExtensionTest::message)
                .toList();
    }

    /** Netty says that it has ended a moment before its threads have. */
    private static void assertNoThreadLeft(Set<Thread> before) {
        List<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().startsWith("vert.x")
                        || thread.getName().startsWith("simulator"))
                .toList();
        assertThat(left).allSatisfy(thread -> {
            thread.join(5000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        });
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::toString)
                .orElse("");
    }

    private static void assertClosed(CmSimulator simulator) {
        assertThatThrownBy(() -> {
                    int port;
                    try {
                        port = simulator.port();
                    } catch (IllegalStateException e) {
                        throw new ConnectException(e.getMessage());
                    }
                    new Socket("127.0.0.1", port).close();
                })
                .isInstanceOf(ConnectException.class);
    }

    private static Set<CmSimulator> used() {
        return Set.copyOf(USED);
    }

    @Test
    void aStaticFieldMakesOneSimulatorForTheClassAndItsNestedOnes() {
        assertThat(failures(OneForAll.class, 4)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void anotherFieldMakesOneSimulatorForEachTest() {
        assertThat(failures(OneForEach.class, 3)).isEmpty();
        assertThat(used()).hasSize(3);
    }

    @Test
    void oneInstanceForAllTestsMakesOneSimulator() {
        assertThat(failures(OneInstance.class, 2)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void needsNoFieldWhereParametersAreEnough() {
        assertThat(failures(NoField.class, 2)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void testsInParallelDoNotDisturbEachOther() {
        assertThat(failures(InParallel.class, 2, true)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void closesAfterFailures() {
        assertThat(failures(Failing.class, 1)).singleElement().asString().contains("on purpose");
        assertThat(used()).hasSize(1);
    }

    @Test
    void saysWhyItCannotStart() {
        assertThat(failures(CannotStart.class, 0))
                .singleElement()
                .asString()
                .contains("The journal capacity is 0, it must be at least 1");
    }

    @Test
    void saysWhichPageIsMissing() {
        assertThat(failures(NoPage.class, 1))
                .singleElement()
                .asString()
                .contains("set one with CmSimulatorExtension.builder().pageId(…)");
    }

    @Test
    void saysThatNoSimulatorRuns() {
        CmSimulatorExtension extension = new CmSimulatorExtension();
        assertThatThrownBy(extension::gatewayUrl)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The simulator does not run");
        assertThatThrownBy(() -> extension.conversation("1", "2").says("Hello"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        CmSimulatorExtensionBuilder builder = CmSimulatorExtension.builder();
        assertThatThrownBy(() -> builder.pageId(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.productToken("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** A journal with something in it, so that the next test would see that it was not reset. */
    private static void use(CmSimulator simulator) {
        USED.add(simulator);
        assertThat(simulator.journal().entries()).isEmpty();
        try (Bot bot = new Bot()) {
            bot.send(simulator, Bot.message("r1").text("Hi"));
        }
        assertThat(simulator.journal().entries()).isNotEmpty();
    }

    @ExtendWith(OnPurpose.class)
    static class OneForAll {

        @RegisterExtension
        static final CmSimulatorExtension simulator = CmSimulatorExtension.builder()
                .productToken("tok")
                .webhookUrl(WebhookKind.EVENTS, "http://127.0.0.1:1/events")
                .options(options -> options.statusLadder(StatusLadder.OFF))
                .build();

        @BeforeAll
        static void runsAlready() {
            USED.add(simulator.simulator());
            assertThat(simulator.productToken()).isEqualTo("tok");
            assertThat(simulator.gatewayUrl()).isEqualTo(simulator.simulator().gatewayUrl());
        }

        @Test
        void one() {
            use(simulator.simulator());
        }

        @Test
        void two() {
            use(simulator.simulator());
        }

        @Nested
        class Inner {

            @Test
            void three() {
                use(simulator.simulator());
            }

            @Nested
            class Innermost {

                @Test
                void four() {
                    use(simulator.simulator());
                }
            }
        }
    }

    @ExtendWith(OnPurpose.class)
    static class OneForEach {

        @RegisterExtension
        final CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

        private final Conversation jane = simulator.conversation(Bot.PAGE, Bot.PSID);

        @BeforeEach
        void runsAlready() {
            assertThat(simulator.productToken()).isNotBlank();
            simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:1/messages");
        }

        @Test
        void one() {
            use(simulator.simulator());
            jane.expectText("Hi");
        }

        @Test
        void two() {
            use(simulator.simulator());
            jane.expectText("Hi");
        }

        @Nested
        class Inner {

            @Test
            void three() {
                use(simulator.simulator());
                jane.expectText("Hi").expectNothing(Duration.ofMillis(1));
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @ExtendWith(OnPurpose.class)
    static class OneInstance {

        @RegisterExtension
        final CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

        private final Conversation jane = simulator.conversation(Bot.PAGE, Bot.PSID);

        @Test
        void one() {
            use(simulator.simulator());
            jane.expectText("Hi");
        }

        @Test
        void two() {
            use(simulator.simulator());
            jane.expectText("Hi").expectNothing(Duration.ofMillis(1));
        }
    }

    @ExtendWith(CmSimulatorExtension.class)
    @ExtendWith(OnPurpose.class)
    static class NoField {

        @Test
        void one(CmSimulator simulator) {
            use(simulator);
        }

        @Test
        void two(CmSimulator simulator) {
            use(simulator);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(OnPurpose.class)
    static class InParallel {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final CmSimulatorExtension simulator =
                CmSimulatorExtension.builder().pageId(Bot.PAGE).build();

        @Test
        void one(Conversation jane) throws Exception {
            assertThat(jane.user().name()).isEqualTo("Jane");
            chat(jane);
        }

        @Test
        void two(Conversation john) throws Exception {
            chat(john);
        }

        private static void chat(Conversation user) throws Exception {
            USED.add(simulator.simulator());
            BOTH.await(20, TimeUnit.SECONDS);
            try (Bot bot = new Bot()) {
                String psid = user.user().psid();
                bot.send(simulator.simulator(), Bot.message("r1").to(psid).text("For " + psid));
                BOTH.await(20, TimeUnit.SECONDS);
                user.expectText("For " + psid).expectNothing(Duration.ofMillis(20));
            }
            BOTH.await(20, TimeUnit.SECONDS);
            assertThat(simulator.simulator().journal().messages()).hasSize(2);
        }
    }

    @ExtendWith(OnPurpose.class)
    static class Failing {

        @RegisterExtension
        static final CmSimulatorExtension simulator =
                CmSimulatorExtension.builder().build();

        @Test
        void fails() {
            USED.add(simulator.simulator());
            throw new IllegalStateException("on purpose");
        }
    }

    @ExtendWith(OnPurpose.class)
    static class CannotStart {

        @RegisterExtension
        static final CmSimulatorExtension simulator = CmSimulatorExtension.builder()
                .options(options -> options.journalCapacity(0))
                .build();

        @Test
        void isNotRun() {
            throw new IllegalStateException("without a simulator");
        }
    }

    @ExtendWith(CmSimulatorExtension.class)
    @ExtendWith(OnPurpose.class)
    static class NoPage {

        @Test
        void isNotRun(Conversation jane) {
            throw new IllegalStateException("without a page");
        }
    }
}
