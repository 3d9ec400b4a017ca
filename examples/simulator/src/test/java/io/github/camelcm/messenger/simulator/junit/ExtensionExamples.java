package io.github.camelcm.messenger.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.StatusLadder;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import java.util.List;
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

/** Test classes that {@link CmSimulatorExtensionTest} runs, and not the build. */
final class ExtensionExamples {

    /** The simulators they had. */
    static final List<CmSimulator> USED = new CopyOnWriteArrayList<>();

    private ExtensionExamples() {}

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
