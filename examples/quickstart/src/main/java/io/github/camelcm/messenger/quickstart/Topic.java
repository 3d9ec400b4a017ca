package io.github.camelcm.messenger.quickstart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a user can want. The name is what a button or quick reply carries as postback data, before a colon. */
enum Topic {
    MENU("hi", "hello", "hey", "menu", "start"),
    HOURS("open", "opening", "hours", "close", "closed"),
    SERVICES("services", "shot", "vaccination", "travel"),
    BOOK,
    BOOKED,
    PRODUCTS("products", "sell", "buy"),
    NURSE("nurse", "doctor", "question"),
    CALL_BACK,
    REPEAT("prescription", "prescriptions", "repeat", "medicine"),
    ORDER,
    PICK_UP,
    NOT_UNDERSTOOD;

    private final Set<String> words;

    Topic(String... words) {
        this.words = Set.of(words);
    }

    /** By what was typed: the topic of the first word that one knows. */
    static Topic ofText(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .flatMap(word -> Arrays.stream(values()).filter(topic -> topic.words.contains(word)))
                .findFirst()
                .orElse(NOT_UNDERSTOOD);
    }

    /** By the postback data of what was tapped: a button may be older than this enum. */
    static Topic ofName(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElse(NOT_UNDERSTOOD);
    }
}
