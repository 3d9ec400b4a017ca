package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a failure of the transport means, and that whoever observes is told of every request. */
class GatewayTest {

    private static final IOException CAUSE = new IOException("reset");

    private final List<Object> observed = new ArrayList<>();
    private String sentWith;
    private String sent;

    @Test
    void whetherTheRequestWasHandedOverDecides() throws Exception {
        assertThat(failing(new TransportException("no connection", false, 407, CAUSE)))
                .isEqualTo(new NotSent(407, "no connection", CAUSE));
        assertThat(failing(new TransportException("no answer", true, 0, CAUSE)))
                .isEqualTo(new Unknown(0, "no answer", CAUSE));
    }

    @Test
    void ofAnyOtherFailureNothingIsKnown() throws Exception {
        assertThat(failing(CAUSE)).isEqualTo(new Unknown(0, "the transport failed", CAUSE));
    }

    /** As futures report it that stand behind others. */
    @Test
    void aFailureIsUnwrapped() throws Exception {
        CompletableFuture<GatewayAnswer> answer = new CompletableFuture<>();
        answer.completeExceptionally(new TransportException("no answer", true, 0, null));

        assertThat(outcome(answer.thenApply(same -> same))).isEqualTo(new Unknown(0, "no answer", null));
    }

    @Test
    void anAnswerIsRead() throws Exception {
        byte[] body = "{\"errorCode\": 101}".getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(CompletableFuture.completedFuture(new GatewayAnswer(400, null, body))))
                .isEqualTo(new Refused(400, 101));
        assertThat(sentWith).isEqualTo("token");
        assertThat(sent).contains("\"msg\"").contains("first").contains("second");
    }

    private GatewayOutcome failing(Exception failure) throws Exception {
        return outcome(CompletableFuture.failedFuture(failure));
    }

    private GatewayOutcome outcome(CompletableFuture<GatewayAnswer> answer) throws Exception {
        observed.clear();
        Gateway gateway = new Gateway(
                (request, token) -> {
                    sentWith = token;
                    sent = new String(request, StandardCharsets.UTF_8);
                    return answer;
                },
                new AnswerReader(Clock.systemUTC()),
                "token",
                (messages, outcome) -> observed.addAll(List.of(messages, outcome)));

        GatewayOutcome outcome = gateway.send(List.of(OutboundMessage.text("first"), OutboundMessage.text("second")))
                .join();
        assertThat(observed).containsExactly(2, outcome);
        return outcome;
    }
}
