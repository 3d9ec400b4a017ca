package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.Deadlines.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Deadlines that are set, called off and passed by several threads, while another may close them all. */
public class DeadlinesModel implements ConcurrentModel {

    /** How often it has passed, and whether it was called off. */
    private static final class Set {
        private final AtomicInteger passed = new AtomicInteger();
        private volatile Deadline deadline;
        private volatile boolean calledOff;
    }

    private final ManualTimer timer = new ManualTimer();
    private final Deadlines deadlines = new Deadlines(timer);
    private final ConcurrentLinkedQueue<Set> sets = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    @Override
    public List<Runnable> operations(int thread) {
        return List.of(this::set, this::set, this::callOff, this::ring, this::close);
    }

    @Operation
    public void set() {
        Set set = new Set();
        set.deadline = deadlines.in(Duration.ofMillis(1), set.passed::incrementAndGet);
        sets.add(set);
    }

    @Operation
    public void callOff() {
        Set first = sets.peek();
        if (first != null) {
            first.deadline.callOff();
            first.calledOff = true;
        }
    }

    @Operation
    public void ring() {
        timer.ring();
    }

    @Operation(runOnce = true)
    public void close() {
        deadlines.close();
        closed = true;
    }

    @Override
    @Validate
    public void whatMustHold() {
        for (Set set : sets) {
            check(set.passed.get() <= 1, "it passed more than once");
            check(set.passed.get() == 1 || set.calledOff || !closed, "it did not pass on closing");
        }
        if (!closed) {
            int waiting = (int) sets.stream()
                    .filter(set -> set.passed.get() == 0 && !set.calledOff)
                    .count();
            check(timer.alarms() == waiting, "alarms: " + timer.alarms() + ", deadlines that wait: " + waiting);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
