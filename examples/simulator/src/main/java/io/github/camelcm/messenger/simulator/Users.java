package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Supplier;

/** What users do and what CM.com reports, behind {@link UserActions} and the control API. */
final class Users {

    private final Object monitor;
    private final Conversations conversations;
    private final Tappables tappables;
    private final InboundJson json;
    private final Deliveries deliveries;
    private final StatusReporter reporter;

    Users(
            Object monitor,
            Conversations conversations,
            Tappables tappables,
            InboundJson json,
            Deliveries deliveries,
            StatusReporter reporter) {
        this.monitor = monitor;
        this.conversations = conversations;
        this.tappables = tappables;
        this.json = json;
        this.deliveries = deliveries;
        this.reporter = reporter;
    }

    Told writes(MessengerUser user, String text) {
        return writes(user, text, conversations.newest(user));
    }

    Told writes(MessengerUser user, String text, String reference) {
        return writes(user, text, conversations.byReference(user, reference));
    }

    private Told writes(MessengerUser user, String text, Answered answered) {
        return tell(user, answered, json.text(user, notBlank("text", text), answered));
    }

    Told sends(MessengerUser user, UserMedia media) {
        return sends(user, media, conversations.newest(user));
    }

    Told sends(MessengerUser user, UserMedia media, String reference) {
        return sends(user, media, conversations.byReference(user, reference));
    }

    private Told sends(MessengerUser user, UserMedia media, Answered answered) {
        return tell(user, answered, json.media(user, media, answered));
    }

    Told taps(MessengerUser user, String labelOrPostbackData) {
        notBlank("suggestion", labelOrPostbackData);
        return tap(user, () -> tappables.newest(user, labelOrPostbackData));
    }

    Told taps(MessengerUser user, long message, String suggestion) {
        notBlank("suggestion", suggestion);
        return tap(user, () -> tappables.named(user, message, suggestion));
    }

    private Told tap(MessengerUser user, Supplier<Tappable> find) {
        WebhookCall call;
        synchronized (monitor) { // in one piece: with this tap, the quick replies vanish
            Tappable tapped = find.get();
            Answered answered = Answered.of(tapped.message());
            deliveries.requireUrl(WebhookKind.MESSAGES);
            call = note(user, answered, json.tap(user, tapped.label(), tapped.postbackData(), answered));
        }
        return deliveries.tell(call);
    }

    Told taps(MessengerUser user, String label, String postbackData) {
        Answered answered = tappables
                .like(user, label, postbackData)
                .findFirst()
                .map(tapped -> Answered.of(tapped.message()))
                .orElse(Answered.NOTHING);
        return tell(user, answered, json.tap(user, notBlank("label", label), postbackData, answered));
    }

    Told status(long message, Status status) {
        return reporter.report(Reported.on(conversations.accepted(message)), status);
    }

    Told status(String reference, Status status) {
        return reporter.report(Reported.on(conversations.reported(notBlank("reference", reference))), status);
    }

    Told status(String psid, String reference, Status status) {
        return reporter.report(conversations.reported(notBlank("psid", psid), reference), status);
    }

    Told event(MessengerUser user, String type, String reference, Map<String, ?> custom) {
        JsonNode members = Json.MAPPER.valueToTree(custom);
        notBlank("type", type);
        deliveries.requireUrl(WebhookKind.EVENTS);
        return deliveries.tell(deliveries.note(
                WebhookKind.EVENTS, user.pageId(), user.psid(), null, json.event(user, type, reference, members)));
    }

    private Told tell(MessengerUser user, Answered answered, JsonNode body) {
        deliveries.requireUrl(WebhookKind.MESSAGES);
        return deliveries.tell(note(user, answered, body));
    }

    private WebhookCall note(MessengerUser user, Answered answered, JsonNode body) {
        return deliveries.note(WebhookKind.MESSAGES, user.pageId(), user.psid(), answered.message(), body);
    }

    private static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw SimulatorException.invalid("\"" + name + "\" is blank; it must hold some text.");
        }
        return value;
    }
}
