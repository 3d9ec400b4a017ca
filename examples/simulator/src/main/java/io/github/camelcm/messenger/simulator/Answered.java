package io.github.camelcm.messenger.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message a user answers, as far as an inbound message tells: its reference and its three groupings.
 *
 * @param message its sequence number, which is told to nobody; null if it is none of the simulator's
 */
record Answered(
        String reference, List<String> groupings, @Nullable Long message) {

    static final Answered NOTHING = unknown("");

    static Answered unknown(String reference) {
        return new Answered(reference, List.of("", "", ""), null);
    }

    static Answered of(SentMessage message) {
        List<String> groupings = MessageFields.GROUPINGS.stream()
                .map(name -> Json.text(message.msg(), name))
                .toList();
        return new Answered(message.reference(), groupings, message.sequence());
    }
}
