package io.github.camelcm.messenger.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/**
 * Bounds what the journal keeps of one sort, by number and by bytes: the oldest goes first and is counted. The newest
 * always stays.
 */
final class Shelf {

    private record Item(long sequence, long bytes) {}

    private final int capacity;
    private final long maxBytes;
    private final Deque<Item> items = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    Shelf(int capacity, long maxBytes) {
        this.capacity = capacity;
        this.maxBytes = maxBytes;
    }

    /** @param drop told the sequence number of each that has to go */
    void add(long sequence, long itemBytes, LongConsumer drop) {
        items.addLast(new Item(sequence, itemBytes));
        bytes += itemBytes;
        while (items.size() > capacity || (bytes > maxBytes && items.size() > 1)) {
            Item oldest = items.removeFirst();
            bytes -= oldest.bytes();
            dropped++;
            drop.accept(oldest.sequence());
        }
    }

    long dropped() {
        return dropped;
    }

    void clear(long newDropped) {
        items.clear();
        bytes = 0;
        dropped = newDropped;
    }
}
