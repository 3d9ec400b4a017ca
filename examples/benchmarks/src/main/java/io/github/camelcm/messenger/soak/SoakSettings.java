package io.github.camelcm.messenger.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What to do for how long.
 *
 * @param duration of sending
 * @param rate messages per second, 150 or more: a third alone, a third micro-batched, a third in lists
 * @param seed of the faults
 * @param every how often a line is printed
 */
record SoakSettings(Duration duration, int rate, long seed, Duration every) {

    private static final String USAGE = "seconds=600 rate=750 seed=1 every=10";

    /**
     * @param args any of {@value #USAGE}
     * @throws IllegalArgumentException if an argument is something else
     */
    static SoakSettings of(String[] args) {
        Map<String, Long> given = Arrays.stream(args)
                .map(arg -> arg.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        SoakSettings settings = new SoakSettings(
                Duration.ofSeconds(take(given, "seconds", 600)),
                Math.toIntExact(take(given, "rate", 750)),
                take(given, "seed", new Random().nextLong()),
                Duration.ofSeconds(take(given, "every", 10)));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(given.keySet() + " is not known; use " + USAGE);
        }
        return settings;
    }

    private static long take(Map<String, Long> given, String name, long otherwise) {
        Long value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
