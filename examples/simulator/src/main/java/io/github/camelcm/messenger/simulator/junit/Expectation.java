package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.rules.Bubble;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/** Waits for a bubble and compares it; a failure shows the whole conversation. */
final class Expectation {

    private final Chat chat;
    private final Duration timeout;

    Expectation(Chat chat, Duration timeout) {
        this.chat = chat;
        this.timeout = timeout;
    }

    /**
     * The next bubble.
     *
     * @param words what is expected, for "Expected …, but …"
     * @param value the same, for tools that compare it with what was found
     * @param wanted whether a bubble is the one
     * @param found what a bubble has in place of the value
     */
    Shown next(String words, Object value, Predicate<Bubble> wanted, Function<Bubble, ?> found) {
        Shown next = chat.peek(timeout);
        if (next == null) {
            throw new AssertionFailedError("Expected " + words + ", but nothing came within " + Words.time(timeout)
                    + ".\n\n" + chat.picture());
        }
        of(next, words, value, wanted, found);
        return next;
    }

    /** A bubble that is known already. */
    void of(Shown shown, String words, Object value, Predicate<Bubble> wanted, Function<Bubble, ?> found) {
        if (!wanted.test(shown.bubble())) {
            throw new AssertionFailedError(
                    "Expected " + words + ", but it is " + Words.sentence(shown.bubble()) + ".\n\n" + chat.picture(),
                    value,
                    found.apply(shown.bubble()));
        }
    }

    void nothing() {
        Shown next = chat.peek(timeout);
        if (next != null) {
            throw new AssertionFailedError("Expected nothing for " + Words.time(timeout) + ", but "
                    + Words.sentence(next.bubble()) + " came.\n\n" + chat.picture());
        }
    }
}
