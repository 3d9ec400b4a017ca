package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * What came in and what went out, in memory.
 *
 * <ul>
 *   <li>Bounded by a number of entries and by {@value #MAX_CHARACTERS} characters of bodies; the oldest go first and
 *       are counted. The newest entry always stays.
 *   <li>Safe for use by several threads; lists returned are copies.
 * </ul>
 */
public final class Journal {

    /** How many characters of JSON all entries together may hold: bodies can be ten million characters each. */
    static final long MAX_CHARACTERS = 64L * 1024 * 1024;

    private record Kept(JournalEntry entry, long characters) {}

    private final int capacity;
    private final Consumer<JournalEntry> listener;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private long lastSequence;
    private long characters;
    private long dropped;
    private long generation;

    Journal(int capacity) {
        this(capacity, entry -> {});
    }

    /** The listener is told of every new entry under the journal's lock; it must be quick. */
    Journal(int capacity, Consumer<JournalEntry> listener) {
        this.capacity = capacity;
        this.listener = listener;
    }

    /** Adds the entry that is made with the next sequence number. */
    synchronized <E extends JournalEntry> E add(long entryCharacters, LongFunction<E> entry) {
        E made = entry.apply(++lastSequence);
        keep(made, entryCharacters);
        listener.accept(made);
        notifyAll(); // those who await an entry
        return made;
    }

    private void keep(JournalEntry entry, long entryCharacters) {
        kept.put(entry.sequence(), new Kept(entry, entryCharacters));
        characters += entryCharacters;
        while (kept.size() > capacity || (characters > MAX_CHARACTERS && kept.size() > 1)) {
            characters -= kept.pollFirstEntry().getValue().characters();
            dropped++;
        }
    }

    /** Exchanges everything; sequence numbers go on from the given one. */
    synchronized void restore(List<JournalEntry> entries, long newLastSequence, long newDropped) {
        kept.clear();
        characters = 0;
        lastSequence = newLastSequence;
        dropped = newDropped;
        entries.forEach(entry -> keep(entry, JournalJson.characters(entry)));
        generation++;
    }

    /** Changes with every {@link #restore}: what began before is not to be noted after. */
    synchronized long generation() {
        return generation;
    }

    synchronized long lastSequence() {
        return lastSequence;
    }

    /** The entry with that number, if it is of that type. */
    synchronized <E extends JournalEntry> Optional<E> find(Class<E> type, long sequence) {
        Kept one = kept.get(sequence);
        return one != null && type.isInstance(one.entry()) ? Optional.of(type.cast(one.entry())) : Optional.empty();
    }

    /**
     * All entries, oldest first.
     *
     * @return the entries
     */
    public List<JournalEntry> entries() {
        return select(entry -> true);
    }

    /**
     * The requests to the gateway, oldest first.
     *
     * @return the requests
     */
    public List<GatewayRequest> requests() {
        return all(GatewayRequest.class);
    }

    /**
     * The messages the gateway judged, one per recipient, oldest first.
     *
     * @return the messages
     */
    public List<SentMessage> messages() {
        return all(SentMessage.class);
    }

    /**
     * What there was to tell webhooks, oldest first.
     *
     * @return the calls
     */
    public List<WebhookCall> calls() {
        return all(WebhookCall.class);
    }

    /**
     * The finished attempts to call webhooks, oldest first.
     *
     * @return the deliveries
     */
    public List<Delivery> deliveries() {
        return all(Delivery.class);
    }

    /**
     * A piece of the journal.
     *
     * @param after only entries with a greater sequence number
     * @param limit how many at most, at least 1
     * @return the entries
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    public JournalPage page(long after, int limit) {
        return page(after, limit, entry -> true);
    }

    synchronized JournalPage page(long after, int limit, Predicate<JournalEntry> wanted) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", it must be at least 1");
        }
        List<JournalEntry> page = new ArrayList<>();
        boolean more = false;
        long next = after;
        for (Kept one : kept.tailMap(after, false).values()) {
            if (!wanted.test(one.entry())) {
                continue;
            }
            if (page.size() == limit) {
                more = true;
                break;
            }
            page.add(one.entry());
            next = one.entry().sequence();
        }
        return new JournalPage(page, next, more, dropped);
    }

    /** The newest entries with a smaller sequence number, oldest first; {@code more} says whether there are older ones. */
    synchronized JournalPage pageBefore(long before, int limit, Predicate<JournalEntry> wanted) {
        List<JournalEntry> page = new ArrayList<>();
        boolean more = false;
        for (Kept one : kept.headMap(before, false).descendingMap().values()) {
            if (!wanted.test(one.entry())) {
                continue;
            }
            if (page.size() == limit) {
                more = true;
                break;
            }
            page.add(one.entry());
        }
        Collections.reverse(page);
        long next = page.isEmpty() ? before - 1 : page.get(page.size() - 1).sequence();
        return new JournalPage(page, next, more, dropped);
    }

    /**
     * Waits until there is an entry of the wanted kind.
     *
     * @param type the wanted kind
     * @param after only entries with a greater sequence number
     * @param wanted which of them; asked under the journal's lock, so it must be quick
     * @param timeout how long to wait at most
     * @return the oldest such entry; empty if none came in time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public synchronized <E extends JournalEntry> Optional<E> await(
            Class<E> type, long after, Predicate<E> wanted, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<E> found = kept.tailMap(after, false).values().stream()
                    .map(Kept::entry)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(wanted)
                    .findFirst();
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /**
     * How many entries the bounds have cost since the start or the last {@link #clear()}.
     *
     * @return the number
     */
    public synchronized long dropped() {
        return dropped;
    }

    /** Forgets all entries, and with them the conversations. Sequence numbers go on. */
    public synchronized void clear() {
        kept.clear();
        characters = 0;
        dropped = 0;
    }

    synchronized List<JournalEntry> select(Predicate<JournalEntry> wanted) {
        return kept.values().stream().map(Kept::entry).filter(wanted).toList();
    }

    private <E extends JournalEntry> List<E> all(Class<E> type) {
        return select(type::isInstance).stream().map(type::cast).toList();
    }
}
