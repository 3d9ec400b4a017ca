package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.AmbiguousOutcomeException;
import io.github.camelcm.messenger.RejectedException;
import io.github.camelcm.messenger.ThrottledException;
import io.github.camelcm.messenger.model.SendResult;
import java.time.Duration;
import java.util.List;
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

    private static Exchange send(Object body) {
        return template.request(
                "cm-messenger:1234567890?productToken=t&to=6789012345678901&responseTimeout=1000&gatewayUrl="
                        + simulator.gatewayUrl(),
                exchange -> exchange.getMessage().setBody(body));
    }

    private static Exception send() {
        return send("Hello").getException();
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

    @Test
    void aThrottledOneIsToldWhenToComeBack() {
        simulator.faults().add(Fault.throttled(17), FaultScope.always());
        assertThat(send()).isInstanceOfSatisfying(ThrottledException.class, e -> assertThat(e.retryAfter())
                .hasValue(Duration.ofSeconds(17)));
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(FaultScope.always(), "ffffff"),
                Arguments.of(FaultScope.next(2), "ff...."),
                Arguments.of(FaultScope.every(3), "..f..f"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void someSendsFailAndOthersDoNot(FaultScope scope, String sends) {
        simulator.faults().add(Fault.of(FaultKind.UNAVAILABLE), scope);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < sends.length(); i++) {
            seen.append(send() instanceof ThrottledException ? 'f' : '.');
        }
        assertThat(seen).hasToString(sends);
    }

    @Test
    void oneMessageOfAListIsRejectedAndItsNeighboursAreNot() {
        simulator.faults().add(Fault.rejectedMessage(2), FaultScope.always());
        Exchange sent = send(List.of("One", "Two", "Three"));
        assertThat(sent.getException()).isNull();
        List<?> results = sent.getMessage().getBody(List.class);
        assertThat(results)
                .extracting(result -> ((SendResult) result).accepted())
                .containsExactly(true, false, true);
    }

    static Stream<Arguments> processed() {
        return Stream.of(
                Arguments.of(Fault.of(FaultKind.RESET_BEFORE), 0),
                Arguments.of(Fault.of(FaultKind.INTERNAL_ERROR), 0),
                Arguments.of(Fault.of(FaultKind.RESET_AFTER), 1),
                Arguments.of(Fault.of(FaultKind.MALFORMED_ANSWER), 1));
    }

    @ParameterizedTest
    @MethodSource("processed")
    void whatTheComponentCannotKnowTheJournalKnows(Fault fault, int accepted) {
        simulator.reset();
        simulator.faults().add(fault, FaultScope.always());
        assertThat(send()).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(simulator.journal().messages()).hasSize(accepted);
    }
}
