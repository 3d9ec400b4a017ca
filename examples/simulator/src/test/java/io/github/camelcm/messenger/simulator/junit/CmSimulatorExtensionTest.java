package io.github.camelcm.messenger.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.camelcm.messenger.simulator.CmSimulator;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** When the simulator starts, is reset and closes. By {@link ExtensionExamples}. */
class CmSimulatorExtensionTest {

    private static List<String> failures(Class<?> testClass, long tests) {
        return failures(testClass, tests, false);
    }

    /** Runs a class; all its simulators must be closed afterwards, and none of their threads left. */
    private static List<String> failures(Class<?> testClass, long tests, boolean parallel) {
        ExtensionExamples.USED.clear();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(OnPurpose.PARAMETER, "true")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(testClass))
                .execute();
        assertThat(ExtensionExamples.USED).allSatisfy(CmSimulatorExtensionTest::assertClosed);
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
        return Set.copyOf(ExtensionExamples.USED);
    }

    @Test
    void aStaticFieldMakesOneSimulatorForTheClassAndItsNestedOnes() {
        assertThat(failures(ExtensionExamples.OneForAll.class, 4)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void anotherFieldMakesOneSimulatorForEachTest() {
        assertThat(failures(ExtensionExamples.OneForEach.class, 3)).isEmpty();
        assertThat(used()).hasSize(3);
    }

    @Test
    void oneInstanceForAllTestsMakesOneSimulator() {
        assertThat(failures(ExtensionExamples.OneInstance.class, 2)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void needsNoFieldWhereParametersAreEnough() {
        assertThat(failures(ExtensionExamples.NoField.class, 2)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void testsInParallelDoNotDisturbEachOther() {
        assertThat(failures(ExtensionExamples.InParallel.class, 2, true)).isEmpty();
        assertThat(used()).hasSize(1);
    }

    @Test
    void closesAfterFailures() {
        assertThat(failures(ExtensionExamples.Failing.class, 1))
                .singleElement()
                .asString()
                .contains("on purpose");
        assertThat(used()).hasSize(1);
    }

    @Test
    void saysWhyItCannotStart() {
        assertThat(failures(ExtensionExamples.CannotStart.class, 0))
                .singleElement()
                .asString()
                .contains("The journal capacity is 0, it must be at least 1");
    }

    @Test
    void saysWhichPageIsMissing() {
        assertThat(failures(ExtensionExamples.NoPage.class, 1))
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
}
