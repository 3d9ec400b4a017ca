package io.github.camelcm.messenger.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A soak too short to tell whether anything grows: whether the counts add up, and nothing is left. */
class SoakTest {

    @Test
    void underRandomFaultsEveryMessageIsAccountedForAndNothingIsLeft() throws Exception {
        long seed = new Random().nextLong(); // printed with the settings
        SoakSettings settings = new SoakSettings(Duration.ofSeconds(6), 300, seed, Duration.ofSeconds(2));
        assertThat(Soak.run(settings, System.out)).isEmpty();
    }
}
