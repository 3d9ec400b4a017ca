package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.json.AnswerJson;
import io.github.camelcm.messenger.json.AnswerJson.Entry;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.Recipient;
import io.github.camelcm.messenger.model.RecipientResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each recipient of each message the entry that speaks of it. Trial accounts do not return references.
 *
 * <p>If the request as a whole is fine and there are as many accepted entries as recipients, all are accepted, unless a
 * reference contradicts; whoever no entry belongs to then has one that belongs to nobody. Otherwise an entry belongs to
 * the recipient with its reference and number; else to the only recipient with its reference; else, when no entry has a
 * reference and there are as many entries as recipients, to the recipient in its place. A recipient that no entry
 * belongs to, or two that contradict each other, is unknown.
 */
final class AnswerMatcher {

    /** A recipient of the request, and the entry that was found for it. */
    private static final class Slot {
        private final @Nullable String reference;
        private final @Nullable String to;
        private @Nullable Entry entry;
        private boolean contradiction;

        private Slot(@Nullable String reference, @Nullable String to) {
            this.reference = reference;
            this.to = to;
        }

        private boolean named(Entry found) {
            return Objects.equals(reference, found.reference()) && Objects.equals(to, found.to());
        }

        private void take(Entry found) {
            Entry earlier = entry;
            contradiction |= earlier != null && outcome(earlier) != outcome(found);
            entry = found;
        }

        private RecipientResult result() {
            Entry found = entry;
            if (found == null || contradiction) {
                return new RecipientResult(to, Outcome.UNKNOWN, 0, 0, null);
            }
            return new RecipientResult(to, outcome(found), found.parts(), found.errorCode(), found.details());
        }
    }

    private final List<Slot> slots;

    /** Made when it is needed: mostly every entry is found in its place. */
    private @Nullable Map<String, List<Slot>> byReference;

    private AnswerMatcher(List<OutboundMessage> sent) {
        slots = new ArrayList<>(sent.size());
        for (OutboundMessage message : sent) {
            for (Recipient recipient : message.to()) {
                slots.add(new Slot(message.reference(), recipient.number()));
            }
        }
    }

    /** @return for each message, in order, the results of its recipients, in order */
    static List<List<RecipientResult>> match(AnswerJson answer, List<OutboundMessage> sent) {
        AnswerMatcher matcher = new AnswerMatcher(sent);
        if (matcher.allAccepted(answer)) {
            matcher.accepted(answer.entries());
        } else if (answer.entries().stream().anyMatch(entry -> entry.reference() != null)) {
            answer.entries().forEach(matcher::byReference);
        } else if (answer.entries().size() == matcher.slots.size()) {
            matcher.byPosition(answer.entries());
        }
        return matcher.results(sent);
    }

    private boolean allAccepted(AnswerJson answer) {
        List<Entry> entries = answer.entries();
        if (answer.errorCode() != 0 || entries.size() != slots.size()) {
            return false;
        }
        boolean inPlace = true;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!entry.accepted()) {
                return false;
            }
            inPlace &= entry.reference() == null || entry.reference().equals(slots.get(i).reference);
        }
        return inPlace || noReferenceTooOften(entries);
    }

    private boolean noReferenceTooOften(List<Entry> entries) {
        Map<String, Integer> given = new HashMap<>();
        for (Entry entry : entries) {
            String reference = entry.reference();
            if (reference != null
                    && given.merge(reference, 1, Integer::sum)
                            > slotsOf(reference).size()) {
                return false;
            }
        }
        return true;
    }

    /** Most entries stand in their places, others are found by reference; what is left is as good for anybody. */
    private void accepted(List<Entry> entries) {
        List<Entry> elsewhere = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).named(entries.get(i))) {
                slots.get(i).take(entries.get(i));
            } else {
                elsewhere.add(entries.get(i));
            }
        }
        elsewhere.removeIf(this::byReference);
        Iterator<Entry> left = elsewhere.iterator();
        for (Slot slot : slots) {
            if (slot.entry == null) {
                slot.take(left.next());
            }
        }
    }

    private void byPosition(List<Entry> entries) {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).take(entries.get(i));
        }
    }

    /** @return whether a recipient that had no entry has this one now */
    private boolean byReference(Entry entry) {
        String reference = entry.reference();
        if (reference == null) {
            return false;
        }
        List<Slot> candidates = slotsOf(reference);
        Slot only = candidates.size() == 1 ? candidates.get(0) : null;
        Slot exact = null;
        for (Slot slot : candidates) {
            if (slot.to != null && slot.to.equals(entry.to()) && (exact == null || exact.entry != null)) {
                exact = slot; // of several with the same number, the first that is still free
            }
        }
        Slot slot = exact != null ? exact : only;
        if (slot == null) {
            return false;
        }
        boolean free = slot.entry == null;
        slot.take(entry);
        return free;
    }

    private List<Slot> slotsOf(String reference) {
        Map<String, List<Slot>> known = byReference;
        if (known == null) {
            known = new HashMap<>();
            for (Slot slot : slots) {
                known.computeIfAbsent(String.valueOf(slot.reference), first -> new ArrayList<>())
                        .add(slot);
            }
            byReference = known;
        }
        return known.getOrDefault(reference, List.of());
    }

    private List<List<RecipientResult>> results(List<OutboundMessage> sent) {
        List<List<RecipientResult>> results = new ArrayList<>(sent.size());
        int next = 0;
        for (OutboundMessage message : sent) {
            List<RecipientResult> own = new ArrayList<>(message.to().size());
            for (int i = 0; i < message.to().size(); i++) {
                own.add(slots.get(next++).result());
            }
            results.add(own);
        }
        return results;
    }

    private static Outcome outcome(Entry entry) {
        return entry.accepted() ? Outcome.ACCEPTED : entry.rejected() ? Outcome.REJECTED : Outcome.UNKNOWN;
    }
}
