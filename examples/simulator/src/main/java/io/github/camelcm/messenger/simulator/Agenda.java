package io.github.camelcm.messenger.simulator;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is due at which time; of things due at the same time, what was noted first comes first.
 *
 * <p>Bounded by {@value #MAX_ENTRIES} entries and {@value #MAX_BYTES} bytes; what is due last is dropped, and
 * counted.
 */
final class Agenda {

    static final int MAX_ENTRIES = 10_000;
    static final long MAX_BYTES = 32L * 1024 * 1024;

    private final Object monitor;
    private final TreeSet<Due> entries = new TreeSet<>();
    private long lastId;
    private long bytes;
    private long dropped;

    Agenda(Object monitor) {
        this.monitor = monitor;
    }

    void add(Instant at, Due.Task task) {
        synchronized (monitor) {
            put(new Due(++lastId, at, task));
        }
    }

    private void put(Due due) {
        entries.add(due);
        bytes += due.task().bytes();
        while (entries.size() > MAX_ENTRIES || bytes > MAX_BYTES) {
            bytes -= entries.pollLast().task().bytes();
            dropped++;
        }
    }

    /** Takes the first thing that is due by then; null if nothing is. */
    @Nullable
    Due take(Instant until) {
        synchronized (monitor) {
            if (entries.isEmpty() || entries.first().at().isAfter(until)) {
                return null;
            }
            Due due = entries.pollFirst();
            bytes -= due.task().bytes();
            return due;
        }
    }

    @Nullable
    Instant next() {
        synchronized (monitor) {
            return entries.isEmpty() ? null : entries.first().at();
        }
    }

    void removeIf(Predicate<Due.Task> unwanted) {
        synchronized (monitor) {
            for (Iterator<Due> all = entries.iterator(); all.hasNext(); ) {
                Due.Task task = all.next().task();
                if (unwanted.test(task)) {
                    all.remove();
                    bytes -= task.bytes();
                }
            }
        }
    }

    List<Due> entries() {
        synchronized (monitor) {
            return List.copyOf(entries);
        }
    }

    long lastId() {
        synchronized (monitor) {
            return lastId;
        }
    }

    long dropped() {
        synchronized (monitor) {
            return dropped;
        }
    }

    void restore(long newLastId, long newDropped, List<Due> newEntries) {
        synchronized (monitor) {
            entries.clear();
            bytes = 0;
            lastId = newLastId;
            dropped = newDropped;
            newEntries.forEach(this::put);
        }
    }
}
