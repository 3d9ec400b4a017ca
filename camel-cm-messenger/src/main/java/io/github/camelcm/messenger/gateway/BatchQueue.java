package io.github.camelcm.messenger.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait for a request, and when which of them go. Thread-safe: one lock guards all of it, is held for
 * moments only, and nothing foreign runs under it.
 */
final class BatchQueue {

    /**
     * What is to be done next.
     *
     * @param batch to be posted; may be empty
     * @param late what has waited too long, and is not sent
     */
    record Due(List<Waiting> batch, List<Waiting> late) {}

    private record Entry(Waiting waiting, long since) {}

    private final BatchSettings settings;
    private final ScheduledExecutorService timer;
    private final Runnable wake;
    private final LongSupplier clock;

    private final Object lock = new Object();

    // all guarded by the lock; both queues in the order of "since"
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();

    /** Of requests that were refused as a whole: sent before all others, since they came before, each alone. */
    private final ArrayDeque<Entry> alone = new ArrayDeque<>();

    /** So many at the head of the queue go without their linger. */
    private int hurried;

    private boolean hurriedForGood;

    private int requests;
    private boolean entered;
    private boolean closed;
    private @Nullable ScheduledFuture<?> alarm;
    private long alarmAt;

    /** Which alarm was set last: one that was called off too late must not be taken for its successor. */
    private long alarmNumber;

    /** @param wake is run on the timer's thread when something may be due */
    BatchQueue(BatchSettings settings, ScheduledExecutorService timer, Runnable wake) {
        this(settings, timer, wake, System::nanoTime);
    }

    /** @param clock nanoseconds, only good to be compared */
    BatchQueue(BatchSettings settings, ScheduledExecutorService timer, Runnable wake, LongSupplier clock) {
        this.settings = settings;
        this.timer = timer;
        this.wake = wake;
        this.clock = clock;
    }

    /** @return false if the queue is closed */
    boolean add(Waiting waiting) {
        synchronized (lock) {
            if (!closed) {
                queue.addLast(new Entry(waiting, clock.getAsLong()));
            }
            return !closed;
        }
    }

    /** Lets all that wait now go without their linger. */
    void hurry() {
        synchronized (lock) {
            hurried = queue.size();
        }
    }

    /** Lets all that wait, and all that still comes, go without their linger. */
    void hurryForGood() {
        synchronized (lock) {
            hurriedForGood = true;
        }
    }

    /** @return what waited */
    List<Waiting> close() {
        synchronized (lock) {
            closed = true;
            List<Waiting> left = new ArrayList<>();
            take(alone, alone.size(), left);
            take(queue, queue.size(), left);
            hurried = 0;
            quiet();
            return left;
        }
    }

    /**
     * A request is over.
     *
     * @param again messages of it that are to be sent again, each alone
     * @return false if the queue is closed and did not take them
     */
    boolean ended(List<Waiting> again) {
        synchronized (lock) {
            requests--;
            long now = clock.getAsLong();
            if (!closed) {
                again.forEach(waiting -> alone.addLast(new Entry(waiting, now)));
            }
            return !closed;
        }
    }

    /**
     * Whether the caller is to do what {@link #nextOrLeave()} says, until it says no more. If not, another thread does,
     * and has not asked for the last time: it leaves under the same lock under which it finds nothing due.
     */
    boolean enter() {
        synchronized (lock) {
            boolean first = !entered;
            entered = true;
            return first;
        }
    }

    /** @return what is due now, whose request counts as in flight; null when nothing is, and the caller has left */
    @Nullable
    Due nextOrLeave() {
        synchronized (lock) {
            long now = clock.getAsLong();
            boolean free = requests < settings.requests();
            // a message is late only for want of a request, not after a pause in which nobody could look
            List<Waiting> late = free ? List.of() : late(now);
            List<Waiting> batch = free ? batch(now) : List.of();
            if (!batch.isEmpty()) {
                requests++;
            }
            if (!late.isEmpty() || !batch.isEmpty()) {
                return new Due(batch, late);
            }
            entered = false;
            setAlarm(now);
            return null;
        }
    }

    private List<Waiting> late(long now) {
        List<Waiting> late = new ArrayList<>();
        while (!alone.isEmpty() && now - lateAt(alone.peekFirst()) >= 0) {
            take(alone, 1, late);
        }
        while (!queue.isEmpty() && now - lateAt(queue.peekFirst()) >= 0) {
            take(queue, 1, late);
            hurried = Math.max(0, hurried - 1);
        }
        return late;
    }

    private List<Waiting> batch(long now) {
        List<Waiting> batch = new ArrayList<>();
        if (!alone.isEmpty()) {
            take(alone, 1, batch);
            return batch;
        }
        Entry first = queue.peekFirst();
        if (first != null && isDue(first, now)) {
            take(queue, togetherAtHead(), batch);
            hurried = Math.max(0, hurried - batch.size());
        }
        return batch;
    }

    private boolean isDue(Entry first, long now) {
        return hurriedForGood || hurried > 0 || queue.size() >= settings.size() || now - lingerEnds(first) >= 0;
    }

    /** How many may share the next request: messages that an answer could not tell apart may not. */
    private int togetherAtHead() {
        Set<Waiting.Key> keys = new HashSet<>();
        int count = 0;
        for (Entry entry : queue) {
            List<Waiting.Key> own = entry.waiting().keys();
            if (count == settings.size() || !Collections.disjoint(keys, own)) {
                break;
            }
            keys.addAll(own);
            count++;
        }
        return count;
    }

    private static void take(ArrayDeque<Entry> from, int count, List<Waiting> to) {
        for (int i = 0; i < count; i++) {
            to.add(from.removeFirst().waiting());
        }
    }

    private long lingerEnds(Entry entry) {
        return entry.since() + settings.linger().toNanos();
    }

    private long lateAt(Entry entry) {
        return lingerEnds(entry) + settings.requestWait().toNanos();
    }

    /** For the moment when something of what waits is due or late, whichever can come next. An earlier one may stand. */
    private void setAlarm(long now) {
        Entry first = queue.peekFirst();
        Entry oldest = alone.isEmpty() ? first : alone.peekFirst();
        if (oldest == null) {
            quiet();
            return;
        }
        boolean free = requests < settings.requests(); // then nothing waits alone
        long at = free ? lingerEnds(oldest) : lateAt(oldest);
        if (!free && first != null && lateAt(first) - at < 0) {
            at = lateAt(first);
        }
        if (alarm != null && alarmAt - at <= 0) {
            return;
        }
        quiet();
        alarmAt = at;
        long number = ++alarmNumber;
        try {
            alarm = timer.schedule(() -> ring(number), at - now, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            alarm = null; // whoever shut the timer down closes this as well
        }
    }

    private void quiet() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    private void ring(long number) {
        synchronized (lock) {
            if (number == alarmNumber) {
                alarm = null;
            }
        }
        wake.run();
    }
}
