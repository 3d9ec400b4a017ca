package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires what is due, on one thread of its own: by the running clock, or step by step during an advance. */
final class ClockRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRunner.class);

    /** Looks at the clock at least this often, in case the real clock was set. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private static final long PATIENCE_SECONDS = 30;

    private final Object monitor;
    private final VirtualTime time;
    private final Agenda agenda;
    private final Function<Due, CompletableFuture<?>> fire;
    private final ScheduledThreadPoolExecutor thread;
    private final Set<CompletableFuture<ClockAdvance>> advances = ConcurrentHashMap.newKeySet();
    private @Nullable Future<?> nap;
    private long generation;
    private boolean closed;

    ClockRunner(Object monitor, VirtualTime time, Agenda agenda, Function<Due, CompletableFuture<?>> fire) {
        this.monitor = monitor;
        this.time = time;
        this.agenda = agenda;
        this.fire = fire;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "simulator-clock");
            made.setDaemon(true); // a test that forgets to close must not keep its JVM alive
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    ClockReading reading() {
        synchronized (monitor) {
            return new ClockReading(
                    time.instant(), time.isManual(), agenda.entries().size(), agenda.next(), agenda.dropped());
        }
    }

    /** Something was noted, or the clock has changed: looks when to fire next. */
    void wake() {
        synchronized (monitor) {
            if (nap != null) {
                nap.cancel(false);
                nap = null;
            }
            Instant next = agenda.next();
            if (closed || next == null) {
                return;
            }
            Duration left = Duration.between(time.instant(), next);
            if (time.isManual() && !left.isNegative() && !left.isZero()) {
                return;
            }
            Duration wait = left.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : left;
            nap = thread.schedule(this::fireDue, Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    private void fireDue() {
        while (beginNext()) {
            // one after the other
        }
        wake();
    }

    private boolean beginNext() {
        synchronized (monitor) { // in one piece: what was due before a reset must not begin after it
            Due due = agenda.take(time.instant());
            if (due != null) {
                begin(due);
            }
            return due != null;
        }
    }

    private CompletableFuture<?> begin(Due due) {
        try {
            return fire.apply(due);
        } catch (RuntimeException e) {
            LOG.error("Something that was due at the simulator failed", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    CompletableFuture<ClockAdvance> advance(Duration by) {
        CompletableFuture<ClockAdvance> done = new CompletableFuture<>();
        long mine;
        synchronized (monitor) { // an advance that still waits for its turn at a reset is over, too
            mine = generation;
        }
        advances.add(done);
        try {
            thread.execute(() -> {
                done.complete(advanceNow(by, mine));
                advances.remove(done);
            });
        } catch (RejectedExecutionException e) {
            giveUpAdvances();
        }
        // what is attached to the future may block: never on the clock's thread
        return done.thenApplyAsync(Function.identity());
    }

    private ClockAdvance advanceNow(Duration by, long mine) {
        Instant target;
        synchronized (monitor) {
            target = time.instant().plus(by);
            if (mine == generation && !closed) {
                time.stepTo(time.instant());
            }
        }
        int fired = 0;
        CompletableFuture<?> firing;
        while (fired < SimulatorClock.MAX_FIRED && (firing = step(mine, target)) != null) {
            await(firing);
            fired++;
        }
        synchronized (monitor) {
            boolean undisturbed = mine == generation && !closed;
            boolean complete = undisturbed && !time.instant().isBefore(target);
            if (undisturbed) {
                time.endAdvance();
            }
            wake();
            return new ClockAdvance(fired, complete, reading());
        }
    }

    /**
     * Sets the clock to the time of the next due thing and begins it, in one piece as {@link #beginNext()} does; with
     * none left, sets the clock to the target.
     */
    private @Nullable CompletableFuture<?> step(long mine, Instant target) {
        synchronized (monitor) {
            if (mine != generation || closed) {
                return null;
            }
            Due due = agenda.take(target);
            time.stepTo(due == null ? target : due.at());
            return due == null ? null : begin(due);
        }
    }

    private static void await(CompletableFuture<?> firing) {
        try {
            firing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the simulator is closing
        } catch (ExecutionException | CompletionException e) {
            LOG.error("Something that was due at the simulator failed", Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** The state was exchanged: an advance under way ends where it is. To be called under the monitor. */
    void startOver() {
        synchronized (monitor) {
            generation++;
            wake();
        }
    }

    private void giveUpAdvances() {
        advances.forEach(advance -> advance.complete(new ClockAdvance(0, false, reading())));
        advances.clear();
    }

    /** Fires nothing from now on. */
    void stop() {
        synchronized (monitor) {
            closed = true;
            wake();
        }
    }

    void close() {
        stop();
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The simulator's clock did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUpAdvances(); // those that waited for their turn
    }
}
