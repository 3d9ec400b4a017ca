package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.SimulatorException;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.UserMedia;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A conversation between a user and a page, from the user's side.
 *
 * <pre>{@code
 * Conversation jane = simulator.conversation("1234567890", "6789012345678901");
 * jane.says("Which colours are there?");
 * jane.expectText("Two. Which one?").expectQuickReplies("Red", "Blue");
 * jane.taps("Red");
 * jane.expectCard("Red it is").expectButtons("Order");
 * }</pre>
 *
 * <ul>
 *   <li>What Messenger shows is expected bubble by bubble, in the order of arrival: a message of text and image is a text,
 *       then an image. A bubble that is not the expected one stays the next.
 *   <li>An expectation waits until the next bubble is there, {@link CmSimulatorExtensionBuilder#timeout five seconds} at
 *       most. It throws {@link AssertionFailedError} with a picture of the whole conversation if none comes in time or
 *       if it is another one.
 *   <li>Quick replies and buttons belong to a bubble: {@link #expectQuickReplies} and {@link #expectButtons} look at the
 *       one that was expected last. If there was none since the user did something, they expect the next bubble,
 *       whatever it is.
 *   <li>What the user does is over when the application's webhook has answered, so that everything comes in its order;
 *       an answer that takes longer than the time-out is not waited for, nor is a call that the simulator holds. If the
 *       webhook fails, the test fails, unless a fault rule of the test is the cause. For webhooks that fail on purpose
 *       there are {@link CmSimulator#userWrites} and its like.
 *   <li>It starts with the first message since the simulator was reset, and starts over with the next reset or import of
 *       a state, whoever does it.
 *   <li>Not to be used by several threads at a time; different conversations may be.
 * </ul>
 */
public final class Conversation extends Expectations {

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    Conversation(Chat chat, Duration timeout) {
        super(chat, timeout);
    }

    @Override
    Conversation self() {
        return this;
    }

    /**
     * A conversation at a simulator that was started without the extension.
     *
     * @param simulator a running simulator
     * @param user who talks, and to which page
     * @return the conversation, from the first message that the simulator's journal has
     */
    public static Conversation with(CmSimulator simulator, MessengerUser user) {
        return new Conversation(new Chat(() -> simulator, user), TIMEOUT);
    }

    /**
     * Who talks, and to which page.
     *
     * @return the user
     */
    public MessengerUser user() {
        return chat.user();
    }

    /**
     * The same conversation with another time-out: {@code jane.within(Duration.ofSeconds(20)).expectText("Done")}.
     *
     * @param timeout how long each expectation waits at most, not negative
     * @return the same conversation; what is expected of one is expected of both
     * @throws IllegalArgumentException if the time-out is negative
     */
    public Conversation within(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The time-out is negative; it must be zero or more");
        }
        return new Conversation(chat, timeout);
    }

    /**
     * The user writes.
     *
     * @param text what they write, not blank
     * @return this
     * @throws SimulatorException if the text is blank or no webhook URL for messages is configured
     * @throws AssertionFailedError if the webhook fails
     */
    public Conversation says(String text) {
        user("says " + Words.quoted(text), simulator -> simulator.userWrites(user(), text));
        return this;
    }

    /**
     * The user sends a file.
     *
     * @param media the file
     * @return this
     * @throws SimulatorException if no webhook URL for messages is configured
     * @throws AssertionFailedError if the webhook fails
     */
    public Conversation sends(UserMedia media) {
        user("sends " + Words.line(media.mediaUri()), simulator -> simulator.userSends(user(), media));
        return this;
    }

    /**
     * The user taps a quick reply or a button, the newest with that label. Waits until it is shown. What was shown up to
     * it counts as expected.
     *
     * @param label its exact label
     * @return this
     * @throws SimulatorException if no webhook URL for messages is configured
     * @throws AssertionFailedError if it is not shown (any more), if several of that label are shown side by side, if
     *     a tap on it tells the page nothing, as one that opens a URL, or if the webhook fails
     */
    public Conversation taps(String label) {
        return tap(null, null, label);
    }

    /**
     * The user taps a quick reply or a button of one message, also an older one; else like {@link #taps(String)}.
     *
     * @param message the message, for example what {@link #lastMessage} said when it came
     * @param label the exact label
     * @return this
     * @throws SimulatorException if no webhook URL for messages is configured
     * @throws AssertionFailedError see {@link #taps(String)}
     */
    public Conversation taps(SentMessage message, String label) {
        return tap(message, null, label);
    }

    /**
     * The user taps a button of a card; else like {@link #taps(String)}.
     *
     * @param card the exact title of the card
     * @param label the exact label of the button
     * @return this
     * @throws SimulatorException if no webhook URL for messages is configured
     * @throws AssertionFailedError see {@link #taps(String)}
     */
    public Conversation tapsOnCard(String card, String label) {
        return tap(null, card, label);
    }

    /**
     * The user taps a button of a card of one message, also an older one; else like {@link #taps(String)}.
     *
     * @param message the message, for example what {@link #lastMessage} said when it came
     * @param card the exact title of the card
     * @param label the exact label of the button
     * @return this
     * @throws SimulatorException if no webhook URL for messages is configured
     * @throws AssertionFailedError see {@link #taps(String)}
     */
    public Conversation tapsOnCard(SentMessage message, String card, String label) {
        return tap(message, card, label);
    }

    private Conversation tap(@Nullable SentMessage message, @Nullable String card, String label) {
        new Finger(chat, timeout, new Finger.Aim(message, card, label)).tap();
        return this;
    }

    private void user(String does, UserAct.Act act) {
        new UserAct(chat, timeout).perform("the user " + does, act);
        chat.userActs();
    }

    /**
     * CM.com reports what became of the message that was expected last: it was delivered, or the user has read it.
     *
     * @param status what became of it
     * @return this
     * @throws SimulatorException if no webhook URL for statuses is configured
     * @throws AssertionFailedError if no message was expected yet or the webhook fails
     */
    public Conversation sees(StatusCode status) {
        return sees(Status.of(status));
    }

    /**
     * CM.com reports what became of the message that was expected last, with
     * {@link Status#failed(String, String)} that it failed.
     *
     * @param status what became of it
     * @return this
     * @throws SimulatorException if no webhook URL for statuses is configured
     * @throws AssertionFailedError if no message was expected yet or the webhook fails
     */
    public Conversation sees(Status status) {
        SentMessage message = lastMessage();
        new UserAct(chat, timeout)
                .perform(
                        "CM.com reports " + status.code(),
                        simulator -> simulator.reportStatus(message.sequence(), status));
        return this;
    }

    /**
     * The message that was expected last, for everything else there is to see: reference, tag, custom groupings.
     *
     * @return the message
     * @throws AssertionFailedError if none was expected yet
     */
    public SentMessage lastMessage() {
        return lastShown().message();
    }

    /**
     * The bubble that was expected last.
     *
     * @return the bubble
     * @throws AssertionFailedError if none was expected yet
     */
    public Bubble lastBubble() {
        return lastShown().bubble();
    }

    private Shown lastShown() {
        Shown shown = chat.last();
        if (shown == null) {
            throw new AssertionFailedError("No message was expected yet; expect one first.\n\n" + chat.picture());
        }
        return shown;
    }

    /**
     * The whole conversation as text, as it stands in the message of a failed expectation.
     *
     * @return several lines
     */
    public String picture() {
        return chat.picture();
    }

    /** The user and the page. */
    @Override
    public String toString() {
        return "conversation of " + user();
    }
}
