package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The short run of every build; {@link EventFuzzTest} is the long one. */
class EventMutationTest {

    private static final int BODIES = 20_000;

    @Test
    void mutilatedAndMadeUpBodiesAreReadOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("EventMutationTest: " + BODIES + " bodies, -Dfuzz.seed=" + seed);
        BodyGenerator bodies = new BodyGenerator(seed, Received.samples());
        int read = 0;
        for (int i = 0; i < BODIES; i++) {
            read += check(bodies.next(), i, seed) ? 1 : 0;
        }
        assertThat(read).as("some bodies can be read, some cannot").isBetween(BODIES / 10, BODIES * 9 / 10);
    }

    private static boolean check(byte[] body, int number, long seed) {
        try {
            Received.checkBound(body, 256);
            return Received.check(body);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError(
                    "Body %d of seed %d: %s%n%s"
                            .formatted(
                                    number,
                                    seed,
                                    new String(body, StandardCharsets.ISO_8859_1),
                                    HexFormat.of().formatHex(body)),
                    e);
        }
    }
}
