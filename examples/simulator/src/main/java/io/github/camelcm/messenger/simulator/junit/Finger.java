package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.SimulatorException;
import io.github.camelcm.messenger.simulator.Tappable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Finds what is to be tapped, and waits for it. */
final class Finger {

    /**
     * What is to be tapped.
     *
     * @param message the message it belongs to; null for the newest that has it
     * @param card title of the card it is on; null for any, or none
     * @param label what the user reads on it
     */
    record Aim(@Nullable SentMessage message, @Nullable String card, String label) {

        boolean isMet(Tappable one) {
            return label.equals(Bubbles.label(one.suggestion().suggestion()))
                    && (card == null || card.equals(one.card()))
                    && (message == null || message.sequence() == one.message().sequence());
        }

        String words() {
            return Words.quoted(label)
                    + (card == null ? "" : " on the card " + Words.quoted(card))
                    + (message == null ? "" : " of message " + message.sequence());
        }
    }

    private final Chat chat;
    private final Duration timeout;
    private final Aim aim;

    Finger(Chat chat, Duration timeout, Aim aim) {
        this.chat = chat;
        this.timeout = timeout;
        this.aim = aim;
    }

    /** Taps it; with that, what was shown up to it has been seen. */
    void tap() {
        Tappable tapped = find();
        chat.skipTo(tapped);
        try {
            new UserAct(chat, timeout)
                    .perform(
                            "the user taps " + Words.quoted(aim.label()),
                            simulator -> simulator.userTaps(
                                    chat.user(), tapped.message().sequence(), tapped.pointer()));
        } catch (SimulatorException e) {
            new Finger(chat, Duration.ZERO, aim).find(); // fails with a picture if it has vanished since
            throw e;
        }
        chat.userActs();
    }

    private Tappable find() {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long looked = chat.screen().newest();
            List<Tappable> fitting =
                    chat.screen().tappables().stream().filter(aim::isMet).toList();
            List<Tappable> shown = fitting.stream().filter(Tappable::shown).toList();
            if (!shown.isEmpty()) {
                return only(shown);
            }
            // a message that is there already never shows more than it does now
            if (aim.message() != null || chat.awaitMessage(looked, deadline) == null) {
                throw missing(!fitting.isEmpty());
            }
        }
    }

    private Tappable only(List<Tappable> shown) {
        Tappable first = shown.get(0);
        if (shown.stream().anyMatch(other -> isBeside(first, other) && !saysTheSame(first, other))) {
            throw failure("is there more than once; say with tapsOnCard(title, label) which one is meant.");
        }
        if (!first.isReply()) {
            Suggestion other = first.suggestion().suggestion();
            String target = Words.target(other);
            throw failure("is no Reply but " + Words.line(String.valueOf(other.action()))
                    + (target == null ? "" : " -> " + Words.line(target)) + ": the page is not told of a tap on it.");
        }
        return first;
    }

    private static boolean isBeside(Tappable one, Tappable other) {
        return one != other && one.message().sequence() == other.message().sequence() && one.bubble() == other.bubble();
    }

    /** Whether a tap on either reports the same. */
    private static boolean saysTheSame(Tappable one, Tappable other) {
        return one.isReply() && other.isReply() && one.postbackData().equals(other.postbackData());
    }

    private AssertionFailedError missing(boolean vanished) {
        return failure(
                vanished
                        ? "is not shown any more: quick replies vanish once one is tapped or a newer message is there."
                        : "is not shown" + (aim.message() == null ? ", and was not within " + Words.time(timeout) : "")
                                + "; shown are " + choice() + ".");
    }

    private String choice() {
        return Words.quoted(chat.screen().tappables().stream()
                .filter(Tappable::shown)
                .map(one -> Bubbles.label(one.suggestion().suggestion()))
                .distinct()
                .toList());
    }

    private AssertionFailedError failure(String why) {
        return new AssertionFailedError("The user cannot tap " + aim.words() + ": it " + why + "\n\n" + chat.picture());
    }
}
