package io.github.camelcm.messenger;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where routes go on after an answer. The answer to a batch lets a thousand routes go on at once: they share a few
 * threads. But a route may wait for another message, whose route stands behind it: when one has waited for
 * {@value #PATIENCE_MILLIS} ms, the threads become more. Thread-safe; never refuses.
 */
final class Continuations implements Executor {

    static final int THREADS = 16;

    private static final int PATIENCE_MILLIS = 10;

    private final ExecutorService threads;

    /** The same, as a pool that can grow; null if it has a thread for each task, as with virtual threads. */
    private final @Nullable ThreadPoolExecutor pool;

    private final ScheduledExecutorService timer;
    private final Consumer<Runnable> newThread;

    /** Less what waits, it is what was taken; at most too much, as it is counted before a task is handed over. */
    private final AtomicLong submitted = new AtomicLong();

    /** Whether somebody looks after the queue. Who adds to the queue, or has found it empty, looks at both again. */
    private final AtomicBoolean watched = new AtomicBoolean();

    /**
     * @param threads {@value #THREADS} with an unbounded queue, or without a queue
     * @param newThread runs what comes after the threads have been shut down
     */
    Continuations(ExecutorService threads, ScheduledExecutorService timer, Consumer<Runnable> newThread) {
        this.threads = threads;
        this.pool = threads instanceof ThreadPoolExecutor sized ? sized : null;
        this.timer = timer;
        this.newThread = newThread;
    }

    @Override
    public void execute(Runnable task) {
        submitted.incrementAndGet();
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            newThread.accept(task); // an exchange must go on all the same
            return;
        }
        if (pool != null) {
            watch(pool);
        }
    }

    /** Before the threads are shut down, since nobody looks after the queue from then on. */
    void letAllRun() {
        if (pool != null) {
            grow(pool, pool.getQueue().size());
        }
    }

    private void watch(ThreadPoolExecutor queued) {
        if (!queued.getQueue().isEmpty() && watched.compareAndSet(false, true)) {
            lookLater(queued);
        }
    }

    private void lookLater(ThreadPoolExecutor queued) {
        long before = submitted.get();
        try {
            timer.schedule(() -> look(queued, before), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            letAllRun();
        }
    }

    /** @param before how many had been submitted when the time began */
    private void look(ThreadPoolExecutor queued, long before) {
        int waiting = queued.getQueue().size();
        if (waiting == 0) {
            shrink(queued);
            watched.set(false);
            watch(queued);
            return;
        }
        boolean oneWaited = submitted.get() - waiting < before;
        lookLater(queued); // first: a machine that has no more threads makes the growing fail
        if (oneWaited) {
            grow(queued, THREADS);
        }
    }

    /** One thread at a time changes the size, a stop or the timer: the pool refuses a core above its maximum. */
    private synchronized void grow(ThreadPoolExecutor queued, int more) {
        int size = queued.getMaximumPoolSize() + more;
        queued.setMaximumPoolSize(size);
        queued.setCorePoolSize(size); // starts as many as there are tasks for
    }

    private synchronized void shrink(ThreadPoolExecutor queued) {
        queued.setCorePoolSize(THREADS); // those that have nothing to do end
        queued.setMaximumPoolSize(THREADS);
    }
}
