package io.github.camelcm.messenger.karaf;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;

import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.OutboundMessage;

/** What the bot says. */
final class Replies {

    static final String HOURS = "HOURS";

    private Replies() {}

    /** @param message what a user wrote, sent or tapped */
    static OutboundMessage to(InboundMessage message) {
        if (HOURS.equals(message.postback())) {
            return OutboundMessage.builder()
                    .text("We are open from 9 to 18, Monday to Saturday.")
                    .build();
        }
        return OutboundMessage.builder()
                .text("Hello! How can we help?", quickReply("Opening hours", HOURS))
                .build();
    }
}
