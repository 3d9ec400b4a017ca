package io.github.camelcm.messenger.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A chip below a message that the user may tap; it vanishes once one is tapped. A message has at most 13.
 *
 * @param suggestion what is sent for it
 */
public record QuickReply(Suggestion suggestion) {

    /**
     * @param label what the user reads and, by tapping, says; at most 20 characters
     * @param postbackData what comes back to the page; at most 1000 characters
     */
    public static QuickReply quickReply(String label, String postbackData) {
        return new QuickReply(
                new Suggestion(Action.REPLY.spelling(), label, postbackData, null, null, null, null, Map.of()));
    }

    /** The quick reply with a small picture before its label; at least 24 × 24 pixels. */
    public QuickReply thumbnail(String imageUri) {
        return new QuickReply(new Suggestion(
                suggestion.action(),
                suggestion.label(),
                suggestion.postbackdata(),
                null,
                null,
                null,
                new Media(null, imageUri, null, Map.of()),
                suggestion.raw()));
    }

    static List<Suggestion> suggestions(QuickReply... quickReplies) {
        return Arrays.stream(quickReplies).map(QuickReply::suggestion).toList();
    }
}
