package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.RecipientResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenHealthTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private Instant now = START;
    private final TokenHealth health = new TokenHealth(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nothingIsWrongBeforeAnAnswer() {
        assertThat(health.trouble()).isNull();
    }

    static List<GatewayOutcome> refusals() {
        return List.of(
                new Refused(400, 101), new Refused(400, 103), new Refused(401, 0), new Refused(403, 0), entry(103));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusedTokenIsTrouble(GatewayOutcome refusal) {
        health.learn(refusal);

        assertThat(health.trouble()).isNotNull();
    }

    @Test
    void theTroubleSaysWhatTheGatewaySaidAndWhen() {
        health.learn(new Refused(400, 103));
        now = START.plusSeconds(5);

        Trouble trouble = health.trouble();

        assertThat(trouble.message())
                .endsWith("CM.com's code 103, the product token is incorrect (option productToken)");
        assertThat(trouble.details()).isEqualTo(Map.of("status", 400, "code", 103, "time", "2026-11-23T10:00:00Z"));
    }

    @Test
    void aStatusWithoutACodeIsNamed() {
        health.learn(new Refused(401, 0));

        assertThat(health.trouble().message()).endsWith("HTTP 401");
    }

    static List<GatewayOutcome> silent() {
        return List.of(
                new Refused(400, 0),
                new Refused(400, 102),
                new Refused(500, 500),
                new Throttled(503, null),
                new NotSent(0, "no connection", null),
                new Unknown(502, "", null));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void whatTellsNothingOfTheTokenChangesNothing(GatewayOutcome outcome) {
        health.learn(outcome);
        assertThat(health.trouble()).isNull();

        health.learn(new Refused(400, 101));
        health.learn(outcome);
        assertThat(health.trouble()).isNotNull();
    }

    static List<GatewayOutcome> answers() {
        return List.of(entry(0), entry(303));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerAboutMessagesEndsTheTrouble(GatewayOutcome answer) {
        health.learn(new Refused(400, 101));
        health.learn(answer);

        assertThat(health.trouble()).isNull();
    }

    @Test
    void aRefusalIsForgottenAfterAQuarterOfAnHour() {
        health.learn(new Refused(400, 101));

        now = START.plus(Duration.ofMinutes(15)).minusMillis(1);
        assertThat(health.trouble()).isNotNull();
        now = START.plus(Duration.ofMinutes(15));
        assertThat(health.trouble()).isNull();
    }

    private static Answered entry(int code) {
        Outcome outcome = code == 0 ? Outcome.ACCEPTED : Outcome.REJECTED;
        return new Answered(200, List.of(List.of(new RecipientResult("1", outcome, 0, code, null))));
    }
}
