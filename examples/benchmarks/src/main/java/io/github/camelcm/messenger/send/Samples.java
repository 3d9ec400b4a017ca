package io.github.camelcm.messenger.send;

import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.telegram.model.OutgoingTextMessage;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;

/** What is sent: a text with three quick replies. Telegram and WhatsApp get the text alone, which costs them less. */
final class Samples {

    static final String PAGE = "1234567890";
    static final String USER = "6789012345678901";
    private static final String TEXT = "Hi, what can I do for you?";

    private Samples() {}

    /** As a route has it: sender, channel and reference are for the component to fill in. */
    static OutboundMessage message() {
        return OutboundMessage.builder()
                .to(USER)
                .text(
                        TEXT,
                        QuickReply.quickReply("Call me", "CALL"),
                        QuickReply.quickReply("Email me", "EMAIL"),
                        QuickReply.quickReply("Send me an sms", "SMS"))
                .build();
    }

    /** The same as it is sent. */
    static OutboundMessage complete() {
        return message().toBuilder()
                .from(PAGE)
                .allowedChannels("Facebook Messenger")
                .body(new Body(null, "", Map.of()))
                .reference("0f6e2b1c9d8a47f3b5e4c6d7a8091b2c")
                .build();
    }

    static List<OutboundMessage> messages(int count) {
        return Collections.nCopies(count, message());
    }

    static byte[] request() throws JsonShapeException {
        return MessengerJson.writeRequest(List.of(complete()));
    }

    static OutgoingTextMessage telegram() {
        OutgoingTextMessage message = new OutgoingTextMessage();
        message.setChatId(USER);
        message.setText(TEXT);
        return message;
    }

    static TextMessageRequest whatsApp() {
        TextMessage text = new TextMessage();
        text.setBody(TEXT);
        TextMessageRequest message = new TextMessageRequest();
        message.setTo(USER);
        message.setText(text);
        return message;
    }
}
