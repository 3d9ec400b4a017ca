package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.rules.Bubble;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/** What a test can expect of a {@link Conversation}: what Messenger shows to the user, bubble by bubble. */
public abstract sealed class Expectations permits Conversation {

    final Chat chat;
    final Duration timeout;

    Expectations(Chat chat, Duration timeout) {
        this.chat = chat;
        this.timeout = timeout;
    }

    abstract Conversation self();

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
        return self();
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
        return self();
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
        return self();
    }
}
