package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on purpose, on the wire and in the journal. */
class FaultsTest extends NoonCase {

    private final Faults faults = simulator.faults();

    private Reply send() {
        return client.send(Samples.request(Samples.msg()));
    }

    private List<Integer> statuses(int requests) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(send().status());
        }
        return statuses;
    }

    private GatewayRequest request() {
        List<GatewayRequest> requests = simulator.journal().requests();
        return requests.get(requests.size() - 1);
    }

    /** Sends on a bare socket and reads until the connection ends, one way or the other. */
    private String raw() throws IOException {
        byte[] body = Samples.request(Samples.msg()).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            String head = "POST /v1.0/message HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void throttledSaysWhenToComeBack() {
        faults.add(Fault.throttled(7), FaultScope.always());
        Reply reply = send();
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("7");
        assertThat(request().status()).isEqualTo(429);
        assertThat(request().faults()).containsExactly(1L);
        assertThat(simulator.journal().messages()).isEmpty();
    }

    @Test
    void refusalsProcessNothing() {
        faults.add(Fault.of(FaultKind.INTERNAL_ERROR), FaultScope.next(1));
        faults.add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.next(1));
        faults.add(Fault.of(FaultKind.WRONG_TOKEN), FaultScope.next(1));
        assertThat(send().body()).startsWith("<html>").contains("500");
        assertThat(send().status()).isEqualTo(503);
        Reply wrongToken = send();
        assertThat(wrongToken.status()).isEqualTo(400);
        assertThat(wrongToken.json().path("errorCode").asInt()).isEqualTo(101);
        assertThat(wrongToken.json().path("messages")).isEmpty();
        assertThat(simulator.journal().messages()).isEmpty();
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void theKthMessageIsRejectedForAllItsRecipientsAndTheOthersAreNot() {
        faults.add(Fault.rejectedMessage(2), FaultScope.always());
        ObjectNode two = Samples.msg(msg -> msg.withArray("to").addObject().put("number", "42"));
        Reply reply = client.send(Samples.request(Samples.msg(), two, Samples.msg()));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("errorCode").asInt()).isEqualTo(201);
        assertThat(reply.json().findValuesAsText("messageErrorCode")).containsExactly("0", "403", "403", "0");
        assertThat(simulator.journal().messages())
                .extracting(SentMessage::accepted)
                .containsExactly(true, false, false, true);
        assertThat(send().status()).as("too few messages to count").isEqualTo(200);
        assertThat(faults.list().get(0).counted()).isEqualTo(1);
        assertThat(client.send(Samples.request(Samples.msg(), Samples.msg())).status())
                .isEqualTo(200);
        assertThat(faults.list().get(0).fired()).isEqualTo(2);
    }

    @Test
    void resetBeforeEndsTheConnectionAndProcessesNothing() {
        faults.add(Fault.of(FaultKind.RESET_BEFORE), FaultScope.always());
        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(request().status()).isZero();
        assertThat(request().body()).contains("ref1");
        assertThat(request().answer()).isEmpty();
        assertThat(simulator.journal().messages()).isEmpty();
    }

    @Test
    void resetAfterLosesTheAnswerOfAMessageThatWasAccepted() {
        faults.add(Fault.of(FaultKind.RESET_AFTER), FaultScope.always());
        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(request().status()).isZero();
        assertThat(request().answer()).contains("Accepted");
        assertThat(simulator.journal().messages())
                .extracting(SentMessage::accepted)
                .containsExactly(true);
    }

    @Test
    void withoutAFaultTheSameBareSocketGetsItsAnswer() throws IOException {
        assertThat(raw()).startsWith("HTTP/1.1 200 ").endsWith("}");
    }

    @Test
    void aMalformedAnswerIsOfAMessageThatWasAccepted() {
        faults.add(Fault.of(FaultKind.MALFORMED_ANSWER), FaultScope.always());
        Reply reply = send();
        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(() -> Json.MAPPER.readTree(reply.body())).isInstanceOf(JsonProcessingException.class);
        assertThat(simulator.journal().messages())
                .extracting(SentMessage::accepted)
                .containsExactly(true);
    }

    @Test
    void slowAnswersComeLaterAndDelaysAddUpWithAnotherFault() {
        faults.add(Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(150)), FaultScope.always());
        faults.add(Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(150)), FaultScope.next(1));
        faults.add(Fault.throttled(0), FaultScope.always());
        long start = System.nanoTime();
        assertThat(send().status()).isEqualTo(429);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(request().faults()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoGivesUpOnASlowAnswerHasSentAllTheSame() throws IOException {
        faults.add(Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(300)), FaultScope.next(1));
        byte[] body = Samples.request(Samples.msg()).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write(("POST /v1.0/message HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            awaitMessage();
        }
        assertThat(send().status()).isEqualTo(200);
    }

    private void awaitMessage() {
        try {
            assertThat(simulator.journal().await(SentMessage.class, 0, any -> true, Duration.ofSeconds(10)))
                    .isPresent();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLostWebhookAnswerMakesCmCallAgain() {
        faults.add(Fault.lostAnswer(), FaultScope.next(1));
        Delivery lost = simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(lost.succeeded()).isFalse();
        assertThat(lost.status()).isNull();
        assertThat(lost.error()).isEqualTo("The answer 200 was lost, by fault rule 1");
        assertThat(lost.faults()).containsExactly(1L);
        simulator
                .clock()
                .advance(Duration.ofMinutes(5))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(webhook.calls()).hasSize(2);
        assertThat(simulator.journal().deliveries().get(1).succeeded()).isTrue();
    }

    @Test
    void slowWebhookCallsStartLater() {
        faults.add(Fault.slow(FaultPlace.WEBHOOKS, Duration.ofMillis(200)), FaultScope.always());
        Delivery slow = simulator.userWrites(Samples.JANE, "Hello").join();
        assertThat(slow.latency()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(slow.succeeded()).isTrue();
    }

    @Test
    void everyNthFiresOnTheNth2Nth3NthThatCounts() {
        faults.add(Fault.throttled(0), FaultScope.every(3));
        assertThat(statuses(7)).containsExactly(200, 200, 429, 200, 200, 429, 200);
        assertThat(faults.list().get(0).counted()).isEqualTo(7);
        assertThat(faults.list().get(0).fired()).isEqualTo(2);
    }

    @Test
    void everyRequestCountsWhoseBodyWasReadAndNoOther() {
        faults.add(Fault.throttled(0), FaultScope.every(2));
        client.exchange(java.net.http.HttpRequest.newBuilder(java.net.URI.create(simulator.gatewayUrl()))
                .GET());
        client.call("GET", "/journal", "");
        assertThat(faults.list().get(0).counted()).isZero();
        assertThat(client.send("no JSON").status()).isEqualTo(400);
        assertThat(client.send("no JSON").status()).isEqualTo(429);
    }

    @Test
    void theFirstThatIsDueFiresALaterNextKeepsItsTurnsAnEveryLosesThisOne() {
        faults.add(Fault.throttled(0), FaultScope.next(2));
        faults.add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.next(1));
        faults.add(Fault.of(FaultKind.INTERNAL_ERROR), FaultScope.every(2));
        assertThat(statuses(6)).containsExactly(429, 429, 503, 500, 200, 500);
        assertThat(faults.list()).extracting(FaultRule::fired).containsExactly(2L, 1L, 2L);
        assertThat(faults.list()).extracting(FaultRule::counted).containsExactly(6L, 6L, 6L);
    }

    @Test
    void rulesCanBeRemovedAndTheirIdsAreNotUsedAgain() {
        FaultRule one = faults.add(Fault.throttled(0), FaultScope.always());
        FaultRule two = faults.add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.always());
        faults.remove(one.id());
        assertThat(send().status()).isEqualTo(503);
        assertThatThrownBy(() -> faults.remove(one.id())).isInstanceOf(SimulatorException.class);
        faults.clear();
        assertThat(send().status()).isEqualTo(200);
        assertThat(faults.add(Fault.throttled(0), FaultScope.always()).id()).isEqualTo(two.id() + 1);
    }

    @Test
    void thereAreAtMostAHundred() {
        for (int i = 0; i < Faults.MAX_RULES; i++) {
            faults.add(Fault.throttled(0), FaultScope.next(1));
        }
        assertThatThrownBy(() -> faults.add(Fault.throttled(0), FaultScope.next(1)))
                .isInstanceOfSatisfying(SimulatorException.class, e -> assertThat(e.reason())
                        .isEqualTo(SimulatorException.Reason.CONFLICT));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void eachKindHasItsPlace(FaultKind kind) {
        int value = kind.parameter().isEmpty() ? 0 : 1;
        FaultPlace wrong = kind == FaultKind.LOST_ANSWER ? FaultPlace.GATEWAY : FaultPlace.WEBHOOKS;
        if (kind != FaultKind.SLOW) {
            assertThatThrownBy(() -> new Fault(kind, wrong, value)).isInstanceOf(SimulatorException.class);
        }
        assertThatThrownBy(() -> new Fault(
                        kind, kind == FaultKind.LOST_ANSWER ? FaultPlace.WEBHOOKS : FaultPlace.GATEWAY, 10_000_000))
                .isInstanceOf(SimulatorException.class);
    }

    @Test
    void valuesAreBoundedOnBothSides() {
        assertThat(Fault.throttled(86_400).value()).isEqualTo(86_400);
        assertThatThrownBy(() -> Fault.throttled(86_401)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> Fault.throttled(-1)).isInstanceOf(SimulatorException.class);
        assertThat(Fault.rejectedMessage(1000).value()).isEqualTo(1000);
        assertThatThrownBy(() -> Fault.rejectedMessage(0)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> Fault.rejectedMessage(1001)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(600_001)))
                .isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> Fault.slow(FaultPlace.GATEWAY, Duration.ZERO)).isInstanceOf(SimulatorException.class);
        assertThat(FaultScope.next(1_000_000).count()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> FaultScope.next(1_000_001)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> FaultScope.every(0)).isInstanceOf(SimulatorException.class);
    }
}
