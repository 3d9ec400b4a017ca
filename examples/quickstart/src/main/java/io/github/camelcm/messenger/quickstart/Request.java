package io.github.camelcm.messenger.quickstart;

import io.github.camelcm.messenger.model.InboundMessage;

/**
 * What a user wants.
 *
 * @param topic what it is about
 * @param detail what the tapped button adds to it, such as the medicine to order; empty if nothing
 */
public record Request(Topic topic, String detail) {

    /**
     * Understands a message.
     *
     * @param message what the user wrote, sent or tapped
     * @return what they want
     */
    public static Request of(InboundMessage message) {
        String postback = message.postback();
        if (postback != null) {
            String[] parts = postback.split(":", 2);
            return new Request(Topic.ofName(parts[0]), parts.length > 1 ? parts[1] : "");
        }
        String text = message.text(); // null for a picture or a file
        return new Request(text == null ? Topic.NOT_UNDERSTOOD : Topic.ofText(text), "");
    }
}
