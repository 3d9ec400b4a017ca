package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What users do and what CM.com reports, behind {@link UserActions} and the control API. */
final class Users {

    private final Conversations conversations;
    private final InboundJson json;
    private final Deliveries deliveries;
    private final StatusReporter reporter;

    Users(Conversations conversations, InboundJson json, Deliveries deliveries, StatusReporter reporter) {
        this.conversations = conversations;
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
        Conversations.Suggestion tapped = conversations.suggestion(user, notBlank("suggestion", labelOrPostbackData));
        return tell(user, json.tap(user, tapped.label(), tapped.postbackData(), Answered.of(tapped.message())));
    }

    Told taps(MessengerUser user, String label, String postbackData) {
        Answered answered = conversations.bySuggestion(user, label, postbackData);
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

    private static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw SimulatorException.invalid("\"" + name + "\" is blank; it must hold some text.");
        }
        return value;
    }
}
