package io.github.camelcm.messenger.soak;

import io.github.camelcm.messenger.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Compares for each message what the gateway did with it and what its sender was told, and forgets it then: the heap is
 * measured too. Thread-safe.
 */
final class Ledger {

    /** After so long nothing of a request is under way any more. */
    private static final long LATEST_NANOS = Duration.ofSeconds(20).toNanos();

    private static final int COMPLAINTS = 20;

    /** A message that is not settled; guarded by itself. */
    private static final class Entry {
        private int accepted;
        private int rejected;
        private boolean told;
        private long toldAt;
    }

    private final Map<String, Entry> open = new ConcurrentHashMap<>();
    private final Map<Outcome, LongAdder> told = new EnumMap<>(Outcome.class);
    private final LongAdder sent = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder ambiguousAccepted = new LongAdder();
    private final List<String> complaints = new ArrayList<>();

    Ledger() {
        for (Outcome outcome : Outcome.values()) {
            told.put(outcome, new LongAdder());
        }
    }

    void sending(String reference) {
        sent.increment();
        open.put(reference, new Entry());
    }

    /** The gateway makes up its mind about a message, for good. */
    void processed(String reference, boolean accept) {
        Entry entry = open.get(reference);
        if (entry == null) {
            complain(reference + " reached the gateway after its sender had been told what became of it");
            return;
        }
        synchronized (entry) {
            if (accept) {
                entry.accepted++;
                accepted.increment();
            } else {
                entry.rejected++;
            }
            if (entry.accepted + entry.rejected > 1) {
                complain(reference + " was sent twice");
            }
        }
    }

    /** The sender is told, once. */
    void told(String reference, Outcome outcome) {
        Entry entry = open.get(reference);
        if (entry == null) {
            complain(reference + " was told twice");
            return;
        }
        told.get(outcome).increment();
        synchronized (entry) {
            if (entry.told) {
                complain(reference + " was told twice");
            }
            entry.told = true;
            entry.toldAt = System.nanoTime();
            if (outcome == Outcome.ACCEPTED ? entry.accepted != 1 : outcome != Outcome.UNKNOWN && entry.accepted > 0) {
                complain(reference + " was told " + outcome + ", the gateway accepted it " + entry.accepted + " times");
            }
        }
        if (outcome != Outcome.UNKNOWN) {
            open.remove(reference);
        }
    }

    /** The sender was told something that says nothing of its messages. */
    void lost(String reference, String why) {
        complain(reference + " got no result: " + why);
        told(reference, Outcome.UNKNOWN);
    }

    /** Forgets the ambiguous ones that nothing can happen to any more. */
    void forget(boolean all) {
        long now = System.nanoTime();
        open.values().removeIf(entry -> {
            synchronized (entry) {
                boolean settled = entry.told && (all || now - entry.toldAt > LATEST_NANOS);
                if (settled) {
                    ambiguousAccepted.add(entry.accepted);
                }
                return settled;
            }
        });
    }

    /** How many senders have not been told. */
    long untold() {
        return sent.sum() - told.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long sent() {
        return sent.sum();
    }

    long told(Outcome outcome) {
        return told.get(outcome).sum();
    }

    /** What does not add up, when all have been told. */
    List<String> complaints() {
        forget(true);
        synchronized (complaints) {
            List<String> all = new ArrayList<>(complaints);
            if (!open.isEmpty()) {
                all.add(open.size() + " messages whose sender was never told");
            }
            long expected = told(Outcome.ACCEPTED) + ambiguousAccepted.sum();
            if (accepted.sum() != expected) {
                all.add("the gateway accepted " + accepted.sum() + " messages, of which " + expected
                        + " were told accepted or ambiguous");
            }
            return all;
        }
    }

    private void complain(String what) {
        synchronized (complaints) {
            if (complaints.size() < COMPLAINTS) {
                complaints.add(what);
            }
        }
    }
}
