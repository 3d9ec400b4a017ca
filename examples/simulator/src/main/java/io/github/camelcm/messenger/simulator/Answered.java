package io.github.camelcm.messenger.simulator;

import java.util.List;

/** The message a user answers, as far as an inbound message tells: its reference and its three groupings. */
record Answered(String reference, List<String> groupings) {

    static final Answered NOTHING = unknown("");

    static Answered unknown(String reference) {
        return new Answered(reference, List.of("", "", ""));
    }

    static Answered of(SentMessage message) {
        List<String> groupings = MessageFields.GROUPINGS.stream()
                .map(name -> Json.text(message.msg(), name))
                .toList();
        return new Answered(message.reference(), groupings);
    }
}
