package io.github.camelcm.messenger.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of everything that is under way. Closing lets all of them pass at once, so that nobody waits for an
 * answer that will not come any more. Thread-safe.
 */
public final class Deadlines implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param timer shut down by whoever made it, after this is closed; its thread runs what passes */
    public Deadlines(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Something that happens after a time unless it is called off, once. */
    public final class Deadline {

        private final Runnable passed;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile @Nullable ScheduledFuture<?> scheduled;

        private Deadline(Runnable passed) {
            this.passed = passed;
        }

        /** Too late changes nothing. */
        public void callOff() {
            if (end()) {
                ScheduledFuture<?> running = scheduled;
                if (running != null) {
                    running.cancel(false);
                }
            }
        }

        private void pass() {
            if (end()) {
                passed.run();
            }
        }

        private boolean end() {
            pending.remove(this);
            return over.compareAndSet(false, true);
        }
    }

    /** @param passed takes no time and throws nothing; runs at once if this is closed */
    public Deadline in(Duration time, Runnable passed) {
        Deadline deadline = new Deadline(passed);
        pending.add(deadline);
        if (closed) { // asked after adding, as closing asks after saying so: one of the two sees the other
            deadline.pass();
            return deadline;
        }
        try {
            deadline.scheduled = timer.schedule(deadline::pass, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // closed in between, and the timer is shut down by now
            deadline.pass();
            return deadline;
        }
        if (deadline.over.get()) { // whoever ended it in between did not see what is scheduled
            deadline.scheduled.cancel(false);
        }
        return deadline;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        pending.forEach(Deadline::pass);
    }
}
