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
import java.util.List;
import java.util.function.Predicate;
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
public final class Conversation {

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Chat chat;
    private final Duration timeout;

    Conversation(Chat chat, Duration timeout) {
        this.chat = chat;
        this.timeout = timeout;
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
     * The next bubble is a text, with or without buttons below it.
     *
     * @param text the whole text
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectText(String text) {
        return expect(Wanted.text(text));
    }

    /**
     * The next bubble is a text, with or without buttons below it, that holds certain words.
     *
     * @param parts what it holds, in any order
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectTextContaining(String... parts) {
        return expect(Wanted.textContaining(List.of(parts)));
    }

    /**
     * The next bubble is an image, with or without a button below it.
     *
     * @param mediaUri its URL
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectImage(String mediaUri) {
        return expect(Wanted.media("image", mediaUri));
    }

    /**
     * The next bubble is a video, with or without a button below it.
     *
     * @param mediaUri its URL
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectVideo(String mediaUri) {
        return expect(Wanted.media("video", mediaUri));
    }

    /**
     * The next bubble is a sound.
     *
     * @param mediaUri its URL
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectAudio(String mediaUri) {
        return expect(Wanted.media("audio", mediaUri));
    }

    /**
     * The next bubble is a file that is neither image nor video nor sound.
     *
     * @param mediaUri its URL
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectFile(String mediaUri) {
        return expect(Wanted.media("file", mediaUri));
    }

    /**
     * The next bubble is a single card.
     *
     * @param title its title
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectCard(String title) {
        return expect(Wanted.card(title));
    }

    /**
     * The next bubble is a single card.
     *
     * @param title its title
     * @param text the text below the title
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectCard(String title, String text) {
        return expect(Wanted.card(title, text));
    }

    /**
     * The next bubble is a carousel, cards side by side.
     *
     * @param titles the titles of all its cards, in their order
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expectCarousel(String... titles) {
        return expect(Wanted.carousel(List.of(titles)));
    }

    /**
     * The next bubble shows products of the page's catalogue.
     *
     * @param ids the ids of all of them, in their order
     * @return this
     * @throws AssertionFailedError if it does not
     */
    public Conversation expectProducts(String... ids) {
        return expect(Wanted.products(List.of(ids)));
    }

    /**
     * The next bubble is one for which there is no method here.
     *
     * @param words what it is, for the sentence "Expected …, but …"
     * @param wanted whether a bubble is the one
     * @return this
     * @throws AssertionFailedError if it is not
     */
    public Conversation expect(String words, Predicate<Bubble> wanted) {
        return expect(Wanted.of(words, wanted));
    }

    private Conversation expect(Wanted wanted) {
        chat.take(new Expectation(chat, timeout).next(wanted));
        return this;
    }

    /**
     * The bubble that was expected last has these quick replies below it. See the class for which bubble that is.
     *
     * @param labels the labels of all of them, in their order; none for no quick replies
     * @return this
     * @throws AssertionFailedError if it has others
     */
    public Conversation expectQuickReplies(String... labels) {
        return expectOfLast(Wanted.quickReplies(List.of(labels)));
    }

    /**
     * The bubble that was expected last has these buttons. See the class for which bubble that is.
     *
     * @param labels the labels of all of them, in their order, of a carousel card by card; none for no buttons. Login
     *     and Logout buttons have none of their own: {@code Login}, {@code Logout}
     * @return this
     * @throws AssertionFailedError if it has others
     */
    public Conversation expectButtons(String... labels) {
        return expectOfLast(Wanted.buttons(List.of(labels)));
    }

    private Conversation expectOfLast(Wanted wanted) {
        Shown shown = chat.lastSinceUserActed();
        if (shown == null) {
            return expect(wanted);
        }
        new Expectation(chat, timeout).of(shown, wanted);
        return this;
    }

    /**
     * The user sees nothing new. It takes the whole time when it succeeds. What the gateway rejects is not seen.
     *
     * @param duration how long
     * @return this
     * @throws AssertionFailedError if there is a bubble that was not expected yet, or one comes
     */
    public Conversation expectNothing(Duration duration) {
        new Expectation(chat, duration).nothing();
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
