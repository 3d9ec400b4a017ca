package io.github.camelcm.messenger.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlatnessTest {

    @Test
    void whatGrowsInTheFirstFifthOnlyIsFlat() {
        assertThat(complaints(i -> new Reading(i, i < 10 ? i : 20, Math.min(i, 10), 5)))
                .isEmpty();
    }

    @Test
    void heapThatGrowsIsFound() {
        assertThat(complaints(i -> new Reading(i, 20 + i / 10.0, 10, 5)))
                .containsExactly("2.70 more MB of heap in the last third than in the first");
    }

    @Test
    void threadsThatBecomeMoreAreFound() {
        assertThat(complaints(i -> new Reading(i, 20, 10 + i / 5, 5)))
                .containsExactly("5.00 more threads in the last third than in the first");
    }

    @Test
    void aPeakThatPassesIsFlat() {
        assertThat(complaints(i -> new Reading(i, i == 45 ? 80 : 20, i == 45 ? 60 : 10, 5)))
                .isEmpty();
    }

    private static List<String> complaints(IntFunction<Reading> reading) {
        return new Flatness(IntStream.range(0, 50).mapToObj(reading).toList()).complaints();
    }
}
