package io.github.camelcm.messenger.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to measure.
 *
 * @param connections how many at the same time; several numbers are measured one after the other
 * @param rounds how often every target is called
 * @param millis how long each time
 * @param warmUpMillis how long all of them are called before, for each number of connections
 * @param serverOptions of the server's JVM
 */
record IngestSettings(
        List<Integer> connections, int rounds, long millis, long warmUpMillis, List<String> serverOptions) {

    private static final IngestSettings DEFAULTS =
            new IngestSettings(List.of(16, 64), 15, 2000, 20_000, List.of("-Xms512m", "-Xmx512m"));

    /**
     * @param args any of {@code connections=16,64}, {@code rounds=15}, {@code millis=2000}, {@code warmup=20000}; what
     *     starts with {@code -} is an option of the server's JVM
     * @throws IllegalArgumentException if an argument is something else
     */
    static IngestSettings of(String[] args) {
        IngestSettings settings = DEFAULTS;
        for (String arg : args) {
            settings = settings.with(arg);
        }
        return settings;
    }

    private IngestSettings with(String arg) {
        String value = arg.substring(arg.indexOf('=') + 1);
        if (arg.startsWith("-")) {
            List<String> options =
                    Stream.concat(serverOptions.stream(), Stream.of(arg)).toList();
            return new IngestSettings(connections, rounds, millis, warmUpMillis, options);
        } else if (arg.startsWith("connections=")) {
            List<Integer> numbers =
                    Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
            return new IngestSettings(numbers, rounds, millis, warmUpMillis, serverOptions);
        } else if (arg.startsWith("rounds=")) {
            return new IngestSettings(connections, Integer.parseInt(value), millis, warmUpMillis, serverOptions);
        } else if (arg.startsWith("millis=")) {
            return new IngestSettings(connections, rounds, Long.parseLong(value), warmUpMillis, serverOptions);
        } else if (arg.startsWith("warmup=")) {
            return new IngestSettings(connections, rounds, millis, Long.parseLong(value), serverOptions);
        }
        throw new IllegalArgumentException(
                arg + " is not known; use connections=16,64 rounds=15 millis=2000 warmup=20000, or JVM options");
    }
}
