package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.ShownSuggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users can tap, by the component's own rendering, and what they could tap before. */
final class Tappables {

    private static final String VANISHED = "That quick reply is not shown any more: quick replies vanish once one is "
            + "tapped or a newer message is there. Give \"label\" and \"postbackData\" to tap it all the same.";

    private final Journal journal;
    private final Explainer explainer;

    Tappables(Journal journal, Explainer explainer) {
        this.journal = journal;
        this.explainer = explainer;
    }

    /** The newest bubble first. */
    Stream<Tappable> of(MessengerUser user) {
        List<JournalEntry> entries = newestFirst(user);
        long newest = newest(entries);
        return entries.stream()
                .filter(SentMessage.class::isInstance)
                .flatMap(entry -> of((SentMessage) entry, newest).stream());
    }

    private List<JournalEntry> newestFirst(MessengerUser user) {
        List<JournalEntry> entries = new ArrayList<>(journal.select(Conversations.isOf(user, false)));
        Collections.reverse(entries);
        return entries;
    }

    /** The message that stands last, with nothing the user did after it; -1 if there is none. */
    private long newest(List<JournalEntry> newestFirst) {
        for (JournalEntry entry : newestFirst) {
            if (entry instanceof SentMessage message && !bubbles(message).isEmpty()) {
                return message.sequence();
            }
            if (entry instanceof WebhookCall call && call.kind() == WebhookKind.MESSAGES) {
                return -1;
            }
        }
        return -1;
    }

    private List<Bubble> bubbles(SentMessage message) {
        return explainer.renderings(message.msg()).stream()
                .flatMap(rendering -> rendering.bubbles().stream())
                .toList();
    }

    private List<Tappable> of(SentMessage message, long newest) {
        List<Bubble> bubbles = bubbles(message);
        List<Tappable> found = new ArrayList<>();
        for (int i = bubbles.size() - 1; i >= 0; i--) {
            Bubble bubble = bubbles.get(i);
            boolean last = message.sequence() == newest && i == bubbles.size() - 1;
            add(found, message, i, null, bubble.quickReplies(), last);
            if (bubble instanceof Bubble.GenericTemplate template) {
                for (Bubble.Element card : template.elements()) {
                    add(found, message, i, card.header(), card.buttons(), true);
                }
            } else {
                add(found, message, i, null, buttons(bubble), true);
            }
        }
        return found;
    }

    private static List<ShownSuggestion> buttons(Bubble bubble) {
        if (bubble instanceof Bubble.ButtonTemplate template) {
            return template.buttons();
        }
        return bubble instanceof Bubble.MediaTemplate template ? template.buttons() : List.of();
    }

    private static void add(
            List<Tappable> to,
            SentMessage message,
            int bubble,
            @Nullable String card,
            List<ShownSuggestion> suggestions,
            boolean shown) {
        suggestions.forEach(one -> to.add(new Tappable(message, bubble, card, one, shown)));
    }

    /** The newest Reply that is shown and has that label or postback data. */
    Tappable newest(MessengerUser user, String labelOrPostbackData) {
        List<Tappable> vanished = new ArrayList<>();
        return of(user).filter(Tappable::isReply)
                .filter(says(labelOrPostbackData))
                .filter(one -> one.shown() || !vanished.add(one))
                .findFirst()
                .orElseThrow(() -> vanished.isEmpty()
                        ? SimulatorException.notFound(
                                "This user got no quick reply or Reply button with that label or postback data; give "
                                        + "\"label\" and \"postbackData\" to tap one that is not known.")
                        : SimulatorException.conflict(VANISHED));
    }

    /** The Reply of one message with that JSON Pointer, or with that label or postback data. */
    Tappable named(MessengerUser user, long message, String pointerOrWords) {
        SentMessage found = journal.find(SentMessage.class, message)
                .filter(Conversations.isOf(user, false)::test)
                .orElseThrow(() -> SimulatorException.notFound("This user got no message of that number."));
        List<Tappable> replies = fitting(of(found, newest(newestFirst(user))), Tappable::isReply);
        List<Tappable> fitting = fitting(replies, one -> one.pointer().equals(pointerOrWords));
        if (fitting.isEmpty()) {
            fitting = fitting(replies, says(pointerOrWords));
        }
        if (fitting.isEmpty()) {
            throw SimulatorException.notFound("That message shows no quick reply or Reply button with that label, "
                    + "postback data or JSON Pointer.");
        }
        Tappable first = fitting.get(0);
        if (!fitting.stream().allMatch(one -> saysTheSame(one, first))) {
            throw SimulatorException.invalid("Several suggestions of that message have that label or postback data; "
                    + "name the one that is meant by its JSON Pointer.");
        }
        return fitting.stream()
                .filter(Tappable::shown)
                .findFirst()
                .orElseThrow(() -> SimulatorException.conflict(VANISHED));
    }

    /** The newest Reply with exactly these words, whether it is still shown or not. */
    Stream<Tappable> like(MessengerUser user, String label, String postbackData) {
        return of(user).filter(Tappable::isReply)
                .filter(one -> one.label().equals(label) && one.postbackData().equals(postbackData));
    }

    private static List<Tappable> fitting(List<Tappable> all, Predicate<Tappable> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static Predicate<Tappable> says(String labelOrPostbackData) {
        return one ->
                one.label().equals(labelOrPostbackData) || one.postbackData().equals(labelOrPostbackData);
    }

    private static boolean saysTheSame(Tappable one, Tappable other) {
        return one.label().equals(other.label()) && one.postbackData().equals(other.postbackData());
    }
}
