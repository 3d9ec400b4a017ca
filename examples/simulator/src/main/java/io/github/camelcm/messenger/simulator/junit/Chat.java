package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.Tappable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** How far a test has come in a conversation: which bubbles it has expected, and which are still to be expected. */
final class Chat {

    private final Supplier<CmSimulator> running;
    private final MessengerUser user;
    private final Deque<Shown> unread = new ArrayDeque<>();
    private @Nullable CmSimulator seen;
    private long generation;
    private long fetched;
    private @Nullable Shown last;
    private boolean acted;

    /** @param running the simulator as it is now: there may be another one for each test */
    Chat(Supplier<CmSimulator> running, MessengerUser user) {
        this.running = running;
        this.user = user;
    }

    MessengerUser user() {
        return user;
    }

    /** The simulator as it is now; after a reset or an import the conversation starts over. */
    CmSimulator simulator() {
        CmSimulator now = running.get();
        long current = now.journal().generation();
        if (now != seen || current != generation) {
            seen = now;
            generation = current;
            unread.clear();
            fetched = 0;
            last = null;
            acted = false;
        }
        return now;
    }

    Screen screen() {
        return new Screen(simulator(), user);
    }

    /** The bubble that was expected last; null if none was. */
    @Nullable
    Shown last() {
        simulator();
        return last;
    }

    /** The bubble that was expected last, unless the user has done something since. */
    @Nullable
    Shown lastSinceUserActed() {
        simulator();
        return acted ? null : last;
    }

    void userActs() {
        acted = true;
    }

    /** The next bubble, which stays the next one; null if none comes in time. */
    @Nullable
    Shown peek(Duration timeout) {
        simulator(); // starts over after a reset, before anything is looked at
        long deadline = System.nanoTime() + timeout.toNanos();
        while (unread.isEmpty()) {
            SentMessage message = awaitMessage(fetched, deadline);
            if (message == null) {
                return null;
            }
            simulator(); // there may have been a reset meanwhile
            fetched = message.sequence();
            unread.addAll(screen().bubbles(message));
        }
        return unread.peek();
    }

    /** The next message after one; null if none comes before the deadline. */
    @Nullable
    SentMessage awaitMessage(long after, long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        try {
            Optional<SentMessage> message =
                    simulator().journal().await(SentMessage.class, after, one -> Screen.reaches(user, one), left);
            return message.orElse(null);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    AssertionFailedError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionFailedError("Interrupted while the test waited.\n\n" + picture(), e);
    }

    /** The peeked bubble was what was expected. */
    void take(Shown shown) {
        unread.remove(shown);
        last = shown;
        acted = false;
    }

    /** Who taps something has seen what came before it. */
    void skipTo(Tappable tapped) {
        while (peek(Duration.ZERO) != null && !unread.element().isAfter(tapped.message(), tapped.bubble())) {
            last = unread.remove();
        }
    }

    String picture() {
        return new Picture(simulator(), user, last).text();
    }
}
