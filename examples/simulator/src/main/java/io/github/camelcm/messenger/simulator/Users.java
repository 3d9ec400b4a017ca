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
        return tell(user, json.text(user, notBlank("text", text), conversations.newest(user)));
    }

    Told writes(MessengerUser user, String text, String reference) {
        Answered answered = conversations.byReference(user, reference);
        return tell(user, json.text(user, notBlank("text", text), answered));
    }

    Told sends(MessengerUser user, UserMedia media) {
        return tell(user, json.media(user, media, conversations.newest(user)));
    }

    Told sends(MessengerUser user, UserMedia media, String reference) {
        return tell(user, json.media(user, media, conversations.byReference(user, reference)));
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
            deliveries.requireUrl(WebhookKind.MESSAGES);
            call = note(user, json.tap(user, tapped.label(), tapped.postbackData(), Answered.of(tapped.message())));
        }
        return deliveries.tell(call);
    }

    Told taps(MessengerUser user, String label, String postbackData) {
        Answered answered = tappables
                .like(user, label, postbackData)
                .findFirst()
                .map(tapped -> Answered.of(tapped.message()))
                .orElse(Answered.NOTHING);
        return tell(user, json.tap(user, notBlank("label", label), postbackData, answered));
    }

    Told status(String reference, Status status) {
        SentMessage message = conversations.reported(notBlank("reference", reference));
        return reporter.report(message.pageId(), message.psid(), reference, status);
    }

    Told status(String psid, String reference, Status status) {
        String page = conversations.pageOf(notBlank("psid", psid), reference);
        return reporter.report(page, psid, reference, status);
    }

    Told event(MessengerUser user, String type, String reference, Map<String, ?> custom) {
        JsonNode members = Json.MAPPER.valueToTree(custom);
        return tell(WebhookKind.EVENTS, user, json.event(user, notBlank("type", type), reference, members));
    }

    private Told tell(MessengerUser user, JsonNode body) {
        return tell(WebhookKind.MESSAGES, user, body);
    }

    private Told tell(WebhookKind kind, MessengerUser user, JsonNode body) {
        deliveries.requireUrl(kind);
        return deliveries.tell(deliveries.note(kind, user.pageId(), user.psid(), body));
    }

    private WebhookCall note(MessengerUser user, JsonNode body) {
        return deliveries.note(WebhookKind.MESSAGES, user.pageId(), user.psid(), body);
    }

    private static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw SimulatorException.invalid("\"" + name + "\" is blank; it must hold some text.");
        }
        return value;
    }
}
