package io.github.camelcm.messenger.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a page wants to hear of, as it happens. Events are small: they say what has changed, not how.
 *
 * <p>Keeps the last {@value #MAX_EVENTS} events, for clients that come back. An id holds when the simulator was started,
 * so that one of an earlier simulator is not taken for one of this.
 */
final class Feed {

    static final int MAX_EVENTS = 1000;

    /** An event; its number grows by one. */
    record Event(long number, String type, String data) {}

    private final String start;
    private final Deque<Event> events = new ArrayDeque<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private long lastNumber;

    Feed(long startMillis) {
        this.start = Long.toString(startMillis, Character.MAX_RADIX);
    }

    /** There is a new journal entry. */
    void entry(JournalEntry entry) {
        publish("entry", JournalJson.hint(entry).toString());
    }

    /** Something else than the journal has changed and is to be read again. */
    void changed(String what) {
        publish("changed", Json.object().put("what", what).toString());
    }

    /** Everything may have changed. */
    void reset() {
        publish("reset", "{}");
    }

    private void publish(String type, String data) {
        synchronized (this) {
            events.addLast(new Event(++lastNumber, type, data));
            if (events.size() > MAX_EVENTS) {
                events.removeFirst();
            }
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Adds a listener that is told after every event, on the thread that made it; it must be quick.
     *
     * @return false if there are so many already
     */
    synchronized boolean listen(Runnable listener, int max) {
        return listeners.size() < max && listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    int listeners() {
        return listeners.size();
    }

    synchronized long lastNumber() {
        return lastNumber;
    }

    String id(long number) {
        return start + "-" + number;
    }

    /** The number in an id; -1 if it is not one of this feed's, or of an event to come. */
    long number(String id) {
        if (!id.startsWith(start + "-")) {
            return -1;
        }
        try {
            long number = Long.parseLong(id.substring(start.length() + 1));
            return number >= 0 && number <= lastNumber() ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The next events after a number, at most that many; null if some of them are gone. */
    synchronized @Nullable List<Event> after(long number, int max) {
        long firstKept = lastNumber - events.size() + 1;
        if (number + 1 < firstKept) {
            return null;
        }
        List<Event> found = new ArrayList<>();
        for (Event event : events) {
            if (event.number() > number && found.size() < max) {
                found.add(event);
            }
        }
        return found;
    }
}
