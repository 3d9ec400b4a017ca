package io.github.camelcm.messenger.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer, and its clock, that go on when a test says so. It starts no thread. */
public final class ManualTimer extends ScheduledThreadPoolExecutor {

    private final List<Alarm> alarms = new ArrayList<>();
    private long now;

    public ManualTimer() {
        super(1);
    }

    public synchronized long nanos() {
        return now;
    }

    public synchronized void advance(long nanos) {
        now += nanos;
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Alarm alarm = new Alarm(task, now + unit.toNanos(delay));
        alarms.add(alarm);
        return alarm;
    }

    /** When the next alarm is set for; {@link Long#MAX_VALUE} without one. */
    public synchronized long next() {
        return alarms.stream().mapToLong(alarm -> alarm.at).min().orElse(Long.MAX_VALUE);
    }

    public synchronized int alarms() {
        return alarms.size();
    }

    /** Goes on to the next alarm, and runs it. */
    public void ring() {
        Alarm due = take();
        if (due != null) {
            due.task.run();
        }
    }

    private synchronized Alarm take() {
        Alarm due =
                alarms.stream().min(Comparator.comparingLong(alarm -> alarm.at)).orElse(null);
        if (due != null) {
            alarms.remove(due);
            now = Math.max(now, due.at);
        }
        return due;
    }

    private final class Alarm implements ScheduledFuture<Object> {

        private final Runnable task;
        private final long at;

        private Alarm(Runnable task, long at) {
            this.task = task;
            this.at = at;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            synchronized (ManualTimer.this) {
                return alarms.remove(this);
            }
        }

        @Override
        public boolean isCancelled() {
            return isDone();
        }

        @Override
        public boolean isDone() {
            synchronized (ManualTimer.this) {
                return !alarms.contains(this);
            }
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
