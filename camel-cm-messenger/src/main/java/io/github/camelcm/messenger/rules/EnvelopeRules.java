package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import io.github.camelcm.messenger.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a message as a whole, whatever its channels: who, to whom, how, and that there is something to say. */
final class EnvelopeRules {

    private EnvelopeRules() {}

    static void check(OutboundMessage message, Findings findings) {
        from(message.from(), findings);
        to(message.to(), findings);
        content(message, findings);
        channels(message.allowedChannels(), findings);
        reference(message.reference(), findings);
        Pointer root = Pointer.ROOT;
        findings.length(Rule.GROUPING_LENGTH, Limit.GROUPING_LENGTH, root, "customGrouping", message.customGrouping());
        findings.length(
                Rule.GROUPING_LENGTH, Limit.GROUPING_LENGTH, root, "customGrouping2", message.customGrouping2());
        findings.length(
                Rule.GROUPING_LENGTH, Limit.GROUPING_LENGTH, root, "customGrouping3", message.customGrouping3());
        String validity = message.validity();
        if (Fields.present(validity) && !Validity.wellFormed(validity)) {
            findings.add(Rule.VALIDITY_FORMAT, root.member("validity"), Validity.FORMS);
        }
    }

    private static void from(@Nullable String from, Findings findings) {
        if (!Fields.present(from)) {
            findings.add(Rule.FROM_REQUIRED, Pointer.ROOT.member("from"), "from is missing: the Facebook Page ID");
        } else if (!Format.digits(from)) {
            findings.add(
                    Rule.PAGE_ID_FORMAT,
                    Pointer.ROOT.member("from"),
                    "from is not made of digits, as a Facebook Page ID is");
        }
    }

    private static void to(List<Recipient> to, Findings findings) {
        if (to.isEmpty()) {
            findings.add(
                    Rule.TO_REQUIRED,
                    Pointer.ROOT.member("to"),
                    "to is missing: a user's PSID, by the option to, the header CamelCmMessengerPsid, or to() of the"
                            + " builder");
        }
        for (int i = 0; i < to.size(); i++) {
            String number = to.get(i).number();
            if (!Fields.present(number)) {
                findings.add(Rule.TO_REQUIRED, number(i), "number is missing: a user's PSID");
            } else if (!psid(number, findings.limit(Limit.PSID_LENGTH))) {
                findings.add(
                        Rule.PSID_FORMAT,
                        number(i),
                        "number is no PSID (1–%d digits, the first not 0); is it a phone number?"
                                .formatted(findings.limit(Limit.PSID_LENGTH)));
            }
        }
    }

    private static boolean psid(String number, int allowed) {
        return number.length() <= allowed && number.charAt(0) != '0' && Format.digits(number);
    }

    private static Pointer number(int index) {
        return Pointer.ROOT.member("to").element(index).member("number");
    }

    private static void content(OutboundMessage message, Findings findings) {
        if (!message.items().isEmpty()) {
            return;
        }
        Body body = message.body();
        String content = body == null ? null : body.content();
        Pointer at = Pointer.ROOT.member("body");
        if (!Fields.present(content)) {
            findings.add(
                    Rule.CONTENT_REQUIRED,
                    at.member("content"),
                    "the message says nothing: it has neither a body with content nor an item in richContent");
        }
        findings.length(Rule.BODY_LENGTH, Limit.BODY_LENGTH, at, "content", content);
    }

    private static void channels(List<String> channels, Findings findings) {
        Pointer array = Pointer.ROOT.member("allowedChannels");
        for (int i = 0; i < channels.size(); i++) {
            String name = channels.get(i);
            if (Channels.known(name)) {
                continue;
            }
            String meant = Channels.nearMiss(name);
            if (meant == null) {
                findings.add(Rule.CHANNEL_KNOWN, array.element(i), "the channel is none that CM.com lists");
            } else {
                findings.add(
                        Rule.CHANNEL_KNOWN,
                        Severity.ERROR,
                        array.element(i),
                        "the channel's name is misspelled, CM.com spells it '" + meant + "'");
            }
        }
        if (!channels.isEmpty() && !channels.contains(Channels.MESSENGER)) {
            findings.add(
                    Rule.CHANNEL_MESSENGER,
                    array,
                    "allowedChannels lacks '" + Channels.MESSENGER + "': Messenger will not show the message");
        }
    }

    private static void reference(@Nullable String reference, Findings findings) {
        int allowed = findings.limit(Limit.REFERENCE_LENGTH);
        if (Fields.present(reference) && !(reference.length() <= allowed && Format.lettersOrDigits(reference))) {
            findings.add(
                    Rule.REFERENCE_FORMAT,
                    Pointer.ROOT.member("reference"),
                    "reference is not 1–" + allowed + " letters and digits, which is what CM.com documents");
        }
    }
}
