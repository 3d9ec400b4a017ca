package io.github.camelcm.messenger.send;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to measure.
 *
 * @param delays milliseconds after which the gateway answers; 0 is at once
 * @param inFlight how many exchanges each contestant has under way; each number is measured with each delay
 * @param rounds how often every contestant is measured
 * @param millis how long each time
 * @param warmUpMillis how long all of them send before, to have their code compiled
 * @param connections that those may have who can be told
 * @param batchSizes of the micro-batched contestants
 * @param contestants the beginnings of the titles of those that take part; none is all
 */
record SendSettings(
        List<Integer> delays,
        List<Integer> inFlight,
        int rounds,
        long millis,
        long warmUpMillis,
        int connections,
        List<Integer> batchSizes,
        List<String> contestants) {

    private static final String USAGE = "delay=0,40 inflight=16,64 rounds=7 millis=1500 warmup=60000 connections=64"
            + " batch=100,1000 only=bare,cm-messenger";

    /**
     * @param args any of {@value #USAGE}
     * @throws IllegalArgumentException if an argument is something else
     */
    static SendSettings of(String[] args) {
        var given = Arrays.stream(args)
                .map(arg -> arg.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
        SendSettings settings = new SendSettings(
                numbers(take(given, "delay", "0,40")),
                numbers(take(given, "inflight", "16,64")),
                Integer.parseInt(take(given, "rounds", "7")),
                Long.parseLong(take(given, "millis", "1500")),
                Long.parseLong(take(given, "warmup", "60000")),
                Integer.parseInt(take(given, "connections", "64")),
                numbers(take(given, "batch", "100,1000")),
                words(take(given, "only", "")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(given.keySet() + " is not known; use " + USAGE);
        }
        return settings;
    }

    boolean wants(String title) {
        return contestants.isEmpty() || contestants.stream().anyMatch(title::startsWith);
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Integer> numbers(String list) {
        return words(list).stream().map(Integer::valueOf).toList();
    }
}
