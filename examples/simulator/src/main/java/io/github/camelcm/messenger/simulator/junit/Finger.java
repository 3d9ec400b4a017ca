package io.github.camelcm.messenger.simulator.junit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Finds what is to be tapped, and waits for it. */
final class Finger {

    private final Chat chat;
    private final Duration timeout;
    private final @Nullable String card;
    private final String label;

    Finger(Chat chat, Duration timeout, @Nullable String card, String label) {
        this.chat = chat;
        this.timeout = timeout;
        this.card = card;
        this.label = label;
    }

    Tappable find() {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long looked = chat.screen().newest();
            List<Tappable> fitting = fitting();
            List<Tappable> visible = fitting.stream().filter(Tappable::visible).toList();
            if (!visible.isEmpty()) {
                return only(visible);
            }
            if (chat.awaitMessage(looked, deadline) == null) {
                throw missing(!fitting.isEmpty());
            }
        }
    }

    private List<Tappable> fitting() {
        return chat.screen().tappables().stream()
                .filter(one -> one.is(card, label))
                .toList();
    }

    private Tappable only(List<Tappable> visible) {
        Tappable first = visible.get(0);
        boolean ambiguous = visible.stream()
                .anyMatch(other -> other != first && other.isOnSameBubble(first) && !other.saysTheSame(first));
        if (ambiguous) {
            throw failure("is there more than once; say with tapsOnCard(title, label) which one is meant.");
        }
        if (!first.isReply()) {
            String target = Words.target(first.suggestion());
            throw failure("is no Reply but "
                    + Words.line(String.valueOf(first.suggestion().action()))
                    + (target == null ? "" : " -> " + Words.line(target)) + ": the page is not told of a tap on it.");
        }
        return first;
    }

    private AssertionFailedError missing(boolean vanished) {
        return failure(
                vanished
                        ? "is not shown any more: quick replies vanish once one is tapped or a newer message is there."
                        : "is not shown, and was not within " + Words.time(timeout) + "; shown are " + choice() + ".");
    }

    private String choice() {
        return Words.quoted(chat.screen().tappables().stream()
                .filter(Tappable::visible)
                .map(one -> Bubbles.label(one.suggestion()))
                .distinct()
                .toList());
    }

    private AssertionFailedError failure(String why) {
        String what = Words.quoted(label) + (card == null ? "" : " on the card " + Words.quoted(card));
        return new AssertionFailedError("The user cannot tap " + what + ": it " + why + "\n\n" + chat.picture());
    }
}
