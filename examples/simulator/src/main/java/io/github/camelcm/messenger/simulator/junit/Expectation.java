package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.rules.Bubble;
import java.time.Duration;
import org.opentest4j.AssertionFailedError;

/** Waits for a bubble and compares it; a failure shows the whole conversation. */
final class Expectation {

    private final Chat chat;
    private final Duration timeout;

    Expectation(Chat chat, Duration timeout) {
        this.chat = chat;
        this.timeout = timeout;
    }

    /** The next bubble. */
    Shown next(Wanted wanted) {
        Shown next = chat.peek(timeout);
        if (next == null) {
            throw new AssertionFailedError("Expected " + wanted.words() + ", but nothing came within "
                    + Words.time(timeout) + ".\n\n" + chat.picture());
        }
        of(next, wanted);
        return next;
    }

    /** A bubble that is known already. */
    void of(Shown shown, Wanted wanted) {
        Bubble bubble = shown.bubble();
        if (!wanted.fits().test(bubble)) {
            throw new AssertionFailedError(
                    "Expected " + wanted.words() + ", but it is " + Words.sentence(bubble) + ".\n\n" + chat.picture(),
                    wanted.value(),
                    wanted.found().apply(bubble));
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
