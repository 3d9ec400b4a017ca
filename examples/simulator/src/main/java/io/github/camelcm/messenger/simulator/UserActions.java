package io.github.camelcm.messenger.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What users do at a simulator, and what CM.com reports by hand.
 *
 * <p>Each method notes a {@link WebhookCall} and calls a webhook. The future holds the first attempt and never fails: a
 * call that fails is a {@link Delivery} that says so, and is made again as {@link Deliveries} says. While calls are held,
 * the future waits until the call is released. The methods throw {@link SimulatorException} at once if there is nothing
 * to call.
 */
public abstract sealed class UserActions permits CmSimulator {

    UserActions() {}

    abstract Users users();

    /**
     * The user writes; it is reported as an answer to the newest message the user got, if there is one.
     *
     * @param user who writes, to which page
     * @param text what they write, not blank
     * @return what came of the webhook call
     * @throws SimulatorException if the text is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userWrites(MessengerUser user, String text) {
        return users().writes(user, text).delivery();
    }

    /**
     * The user answers one message.
     *
     * @param user who writes, to which page
     * @param text what they write, not blank
     * @param reference of the message they answer; empty for none. One that nobody knows stands for a message the
     *     page's own people wrote
     * @return what came of the webhook call
     * @throws SimulatorException if the text is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userWrites(MessengerUser user, String text, String reference) {
        return users().writes(user, text, reference).delivery();
    }

    /**
     * The user sends a file; it is reported as an answer to the newest message the user got, if there is one.
     *
     * @param user who sends, to which page
     * @param media the file
     * @return what came of the webhook call
     * @throws SimulatorException if no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userSends(MessengerUser user, UserMedia media) {
        return users().sends(user, media).delivery();
    }

    /**
     * The user answers one message with a file.
     *
     * @param user who sends, to which page
     * @param media the file
     * @param reference of the message they answer; empty for none
     * @return what came of the webhook call
     * @throws SimulatorException if no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userSends(MessengerUser user, UserMedia media, String reference) {
        return users().sends(user, media, reference).delivery();
    }

    /**
     * The user taps a quick reply or Reply button they got, the newest that fits and is still shown.
     *
     * @param user who taps
     * @param labelOrPostbackData its exact label or its exact postback data
     * @return what came of the webhook call
     * @throws SimulatorException if the user got no such suggestion, if it is a quick reply that has vanished, or if no
     *     webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userTaps(MessengerUser user, String labelOrPostbackData) {
        return users().taps(user, labelOrPostbackData).delivery();
    }

    /**
     * The user taps a quick reply or Reply button of one message.
     *
     * @param user who taps
     * @param message sequence number of the {@link SentMessage}
     * @param suggestion its JSON Pointer from the message, as {@link Tappable#pointer()} has it, or its exact label or
     *     exact postback data
     * @return what came of the webhook call
     * @throws SimulatorException if the user got no such message, if it has no such suggestion or several that say
     *     different things, if it is a quick reply that has vanished, or if no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userTaps(MessengerUser user, long message, String suggestion) {
        return users().taps(user, message, suggestion).delivery();
    }

    /**
     * The user taps a quick reply or Reply button, whether they got it and still see it or not.
     *
     * @param user who taps
     * @param label its label, not blank
     * @param postbackData its postback data
     * @return what came of the webhook call
     * @throws SimulatorException if the label is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userTaps(MessengerUser user, String label, String postbackData) {
        return users().taps(user, label, postbackData).delivery();
    }

    /**
     * Reports what became of one message. The application is told its recipient and reference, not which message it is:
     * it cannot tell messages apart that have the same ones, or no reference.
     *
     * @param message sequence number of the {@link SentMessage}
     * @param status what became of it
     * @return what came of the webhook call
     * @throws SimulatorException if the journal has no accepted message of that number, or if no webhook URL for
     *     statuses is configured
     */
    public CompletableFuture<Delivery> reportStatus(long message, Status status) {
        return users().status(message, status).delivery();
    }

    /**
     * Reports what became of an accepted message.
     *
     * @param reference of the message; the newest that has it is meant
     * @param status what became of it
     * @return what came of the webhook call
     * @throws SimulatorException if no accepted message has that reference, if messages to several users have it, or
     *     if no webhook URL for statuses is configured
     */
    public CompletableFuture<Delivery> reportStatus(String reference, Status status) {
        return users().status(reference, status).delivery();
    }

    /**
     * Reports what became of a message, whether the simulator knows it or not.
     *
     * @param psid the recipient of the message, not blank
     * @param reference of the message; may be empty
     * @param status what became of it
     * @return what came of the webhook call
     * @throws SimulatorException if the PSID is blank or no webhook URL for statuses is configured
     */
    public CompletableFuture<Delivery> reportStatus(String psid, String reference, Status status) {
        return users().status(psid, reference, status).delivery();
    }

    /**
     * Reports a channel event, for example that the user opted in.
     *
     * @param user whom it concerns
     * @param type type of the event such as {@code OptInSubscribed}, not blank
     * @param reference reference of the event; may be empty
     * @param custom further members, of types that Jackson writes
     * @return what came of the webhook call
     * @throws SimulatorException if the type is blank or no webhook URL for events is configured
     */
    public CompletableFuture<Delivery> reportEvent(
            MessengerUser user, String type, String reference, Map<String, ?> custom) {
        return users().event(user, type, reference, custom).delivery();
    }
}
