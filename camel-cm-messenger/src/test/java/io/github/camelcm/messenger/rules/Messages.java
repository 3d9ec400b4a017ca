package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.model.Violation;
import java.util.List;
import java.util.Map;

/** Messages that break no rule but those that a test is about, and how a test speaks of violations. */
final class Messages {

    static final String ITEM = "/richContent/conversation/0";
    static final String IMAGE = "https://example.com/shirt.jpg";

    private static final Validator VALIDATOR = new Validator(Limits.DEFAULTS);

    private Messages() {}

    /** A builder of a message that has a sender and a recipient, but says nothing yet. */
    static MessageBuilder complete() {
        return OutboundMessage.builder().from("1234567890").to("6789012345678901");
    }

    static OutboundMessage withItem(String json) throws JsonShapeException {
        ObjectNode msg = (ObjectNode)
                MessengerJson.parse(
                        "{\"from\": \"1234567890\", \"to\": [{\"number\": \"6789012345678901\"}], \"body\": {\"content\": \"\"}}");
        msg.putObject("richContent").putArray("conversation").add(MessengerJson.parse(json));
        return OutboundReader.message(msg);
    }

    static OutboundMessage withItem(Item item) {
        return complete().item(item).build();
    }

    static Item item(String header, String text, Media media, Suggestion... suggestions) {
        return new Item(header, text, media, List.of(suggestions), null, null, Map.of());
    }

    /** A message that says something, with members that the model does not have. */
    static OutboundMessage withRaw(Map<String, Object> raw) {
        OutboundMessage m = complete().fallbackText("t").build();
        return new OutboundMessage(m.from(), m.to(), m.body(), null, List.of(), null, null, null, null, null, raw);
    }

    static List<Violation> violations(OutboundMessage message) {
        return VALIDATOR.violations(message, 0);
    }

    /** {@code ERROR label-length at /richContent/…}: what users rely on, without the sentence. */
    static String facts(Violation violation) {
        return violation.severity() + " " + violation.rule() + " at " + violation.pointer();
    }

    static List<String> facts(OutboundMessage message) {
        return violations(message).stream().map(Messages::facts).toList();
    }
}
