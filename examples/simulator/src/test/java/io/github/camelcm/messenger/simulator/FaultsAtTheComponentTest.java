package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.AmbiguousOutcomeException;
import io.github.camelcm.messenger.RejectedException;
import io.github.camelcm.messenger.ThrottledException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault drives the component into the failure that its documentation promises. */
class FaultsAtTheComponentTest {

    private static CmSimulator simulator;
    private static SimpleCamelContext camel;
    private static ProducerTemplate template;

    @BeforeAll
    static void start() {
        simulator = CmSimulator.builder().start();
        camel = new SimpleCamelContext();
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterAll
    static void close() throws Exception {
        camel.close();
        simulator.close();
    }

    @AfterEach
    void clear() {
        simulator.faults().clear();
    }

    private static Exception send() {
        Exchange sent = template.request(
                "cm-messenger:1234567890?productToken=t&to=6789012345678901&responseTimeout=1000&gatewayUrl="
                        + simulator.gatewayUrl(),
                exchange -> exchange.getMessage().setBody("Hello"));
        return sent.getException();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.throttled(3), ThrottledException.class),
                Arguments.of(Fault.of(FaultKind.UNAVAILABLE), ThrottledException.class),
                Arguments.of(Fault.of(FaultKind.INTERNAL_ERROR), AmbiguousOutcomeException.class),
                Arguments.of(Fault.of(FaultKind.WRONG_TOKEN), RejectedException.class),
                Arguments.of(Fault.rejectedMessage(1), RejectedException.class),
                Arguments.of(Fault.of(FaultKind.RESET_BEFORE), AmbiguousOutcomeException.class),
                Arguments.of(Fault.of(FaultKind.RESET_AFTER), AmbiguousOutcomeException.class),
                Arguments.of(Fault.of(FaultKind.MALFORMED_ANSWER), AmbiguousOutcomeException.class),
                Arguments.of(Fault.slow(FaultPlace.GATEWAY, Duration.ofSeconds(5)), AmbiguousOutcomeException.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each(Fault fault, Class<? extends Exception> failure) {
        FaultRule rule = simulator.faults().add(fault, FaultScope.always());
        assertThat(send()).isInstanceOf(failure);
        assertThat(simulator.faults().list().get(0).fired()).isEqualTo(rule.fired() + 1);
    }

    @Test
    void noneLetsTheMessagePass() {
        assertThat(send()).isNull();
    }
}
