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
 *   <li>Bounded by a number of entries, and by an eighth of the memory the JVM may take, at most 128 MiB; the oldest go
 *       first and are counted. The newest entry always stays.
 *   <li>Deliveries have bounds of their own, as many again and a quarter of those bytes: a webhook that fails for days
 *       drops its own oldest attempts, and no message.
 *   <li>Safe for use by several threads; lists returned are copies.
 * </ul>
 */
public final class Journal {

    private static final long MAX_BYTES =
            Math.min(128L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private final Consumer<JournalEntry> listener;
    private final TreeMap<Long, JournalEntry> kept = new TreeMap<>();
    private final Shelf deliveries;
    private final Shelf others;
    private long lastSequence;
    private long generation;

    Journal(int capacity) {
        this(capacity, MAX_BYTES, entry -> {});
    }

    /** The listener is told of every new entry under the journal's lock; it must be quick. */
    Journal(int capacity, Consumer<JournalEntry> listener) {
        this(capacity, MAX_BYTES, listener);
    }

    Journal(int capacity, long maxBytes, Consumer<JournalEntry> listener) {
        this.listener = listener;
        this.others = new Shelf(capacity, maxBytes);
        this.deliveries = new Shelf(capacity, maxBytes / 4);
    }

    /** Adds the entry that is made with the next sequence number. */
    synchronized <E extends JournalEntry> E add(LongFunction<E> entry) {
        E made = entry.apply(++lastSequence);
        keep(made);
        listener.accept(made);
        notifyAll(); // those who await an entry
        return made;
    }

    private void keep(JournalEntry entry) {
        long bytes = sharesMessage(entry) ? Weight.ENTRY : Weight.of(entry);
        kept.put(entry.sequence(), entry);
        (entry instanceof Delivery ? deliveries : others).add(entry.sequence(), bytes, kept::remove);
    }

    /** A message to several recipients is in memory once. */
    private boolean sharesMessage(JournalEntry entry) {
        return !kept.isEmpty()
                && entry instanceof SentMessage message
                && kept.lastEntry().getValue() instanceof SentMessage before
                && message.msg() == before.msg();
    }

    /** Exchanges everything; sequence numbers go on from the given one. */
    synchronized void restore(
            List<JournalEntry> entries, long newLastSequence, long newDropped, long newDroppedDeliveries) {
        kept.clear();
        others.clear(newDropped);
        deliveries.clear(newDroppedDeliveries);
        lastSequence = newLastSequence;
        entries.forEach(this::keep);
        generation++;
        notifyAll(); // those who await an entry begin anew
    }

    /**
     * A number that changes with every reset and import: after it, sequence numbers begin anew.
     *
     * @return the number
     */
    public synchronized long generation() {
        return generation;
    }

    synchronized long lastSequence() {
        return lastSequence;
    }

    /** The entry with that number, if it is of that type. */
    synchronized <E extends JournalEntry> Optional<E> find(Class<E> type, long sequence) {
        JournalEntry one = kept.get(sequence);
        return type.isInstance(one) ? Optional.of(type.cast(one)) : Optional.empty();
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
        for (JournalEntry one : kept.tailMap(after, false).values()) {
            if (!wanted.test(one)) {
                continue;
            }
            if (page.size() == limit) {
                more = true;
                break;
            }
            page.add(one);
            next = one.sequence();
        }
        return new JournalPage(page, next, more, dropped(), droppedDeliveries());
    }

    /** The newest entries with a smaller sequence number, oldest first; {@code more} says whether there are older ones. */
    synchronized JournalPage pageBefore(long before, int limit, Predicate<JournalEntry> wanted) {
        List<JournalEntry> page = new ArrayList<>();
        boolean more = false;
        for (JournalEntry one : kept.headMap(before, false).descendingMap().values()) {
            if (!wanted.test(one)) {
                continue;
            }
            if (page.size() == limit) {
                more = true;
                break;
            }
            page.add(one);
        }
        Collections.reverse(page);
        long next = page.isEmpty() ? before - 1 : page.get(page.size() - 1).sequence();
        return new JournalPage(page, next, more, dropped(), droppedDeliveries());
    }

    /**
     * Waits until there is an entry of the wanted kind. After a reset or an import, which begin numbers anew, every entry
     * counts.
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
        long began = generation;
        while (true) {
            Optional<E> found = kept.tailMap(began == generation ? after : 0, false).values().stream()
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
     * How many entries, deliveries aside, the bounds have cost since the start or the last {@link #clear()}.
     *
     * @return the number
     */
    public synchronized long dropped() {
        return others.dropped();
    }

    /**
     * How many deliveries the bounds have cost since the start or the last {@link #clear()}.
     *
     * @return the number
     */
    public synchronized long droppedDeliveries() {
        return deliveries.dropped();
    }

    /** Forgets all entries, and with them the conversations. Sequence numbers go on. */
    public synchronized void clear() {
        kept.clear();
        others.clear(0);
        deliveries.clear(0);
    }

    synchronized List<JournalEntry> select(Predicate<JournalEntry> wanted) {
        return kept.values().stream().filter(wanted).toList();
    }

    private <E extends JournalEntry> List<E> all(Class<E> type) {
        return select(type::isInstance).stream().map(type::cast).toList();
    }
}
