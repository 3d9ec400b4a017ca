package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A webhook that fails for hours costs no message: only the oldest of its own attempts, and that is said. */
class LongFailureTest extends NoonCase {

    private static final int CAPACITY = 50;
    private static final int ATTEMPTS = 73;

    @Override
    CmSimulatorBuilder options() {
        return super.options().journalCapacity(CAPACITY);
    }

    @Test
    void itsAttemptsDropNothingButTheirOldest() {
        client.send(Samples.request(Samples.msg()));
        webhook.answer(500);
        long call = simulator.userWrites(Samples.JANE, "Hello").join().call();
        advance(Duration.ofHours(6));

        assertThat(webhook.calls()).hasSize(ATTEMPTS);
        assertThat(simulator.conversation(Samples.JANE, 0, 10).entries()).hasSize(2);
        JsonNode journal = client.get("/journal?limit=1000").json();
        assertThat(journal.path("dropped").asInt()).isZero();
        assertThat(journal.path("droppedDeliveries").asInt()).isEqualTo(ATTEMPTS - CAPACITY);

        JsonNode inspected = client.get("/calls/" + call).json();
        assertThat(inspected.path("droppedDeliveries").asInt()).isEqualTo(ATTEMPTS - CAPACITY);
        assertThat(inspected.path("deliveries")).hasSize(CAPACITY);
        assertThat(inspected.at("/deliveries/0/attempt").asInt()).isEqualTo(ATTEMPTS - CAPACITY + 1);
        assertThat(client.get("/messages/2").json().path("droppedDeliveries").asInt())
                .isEqualTo(ATTEMPTS - CAPACITY);
    }
}
