package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * The queue as {@link Batcher} uses it, with what must hold when all threads have done their part, in whatever order:
 * every message is in one place, those of a thread went in its order, no more requests are in flight than allowed, and
 * nothing that is due was left behind.
 */
@Param(name = "thread", gen = ThreadIdGen.class)
public class BatchQueueModel implements ConcurrentModel {

    private static final int THREADS = 4;
    private static final int REQUESTS = 2;
    private static final Duration LINGER = Duration.ofNanos(10);

    /** By thread, then in the order they are sent. */
    private static final List<List<OutboundMessage>> MESSAGES = IntStream.range(0, THREADS)
            .mapToObj(thread -> IntStream.range(0, 10)
                    .mapToObj(i -> message(thread + "-" + i))
                    .toList())
            .toList();

    private final ManualTimer timer = new ManualTimer();
    private final BatchQueue queue = new BatchQueue(
            new BatchSettings(2, LINGER, 100, true, LINGER, REQUESTS, Duration.ofNanos(100)),
            timer,
            this::dispatch,
            timer::nanos);
    private final ConcurrentLinkedQueue<List<Waiting>> inFlight = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Waiting> refused = new ConcurrentLinkedQueue<>();

    /** Not thread-safe: only who has entered the queue may post. */
    private final List<Waiting> posted = new ArrayList<>();

    private final List<Waiting> late = new ArrayList<>();
    private int mostInFlight;

    /** A thread has its own place in it. */
    private final int[] sent = new int[THREADS];

    private volatile boolean closed;

    /** Messages are sent more often than anything else happens, and the queue is seldom closed. */
    @Override
    public List<Runnable> operations(int thread) {
        Runnable send = () -> send(thread);
        return List.of(
                send, send, send, send, this::answer, this::answer, this::refuse, this::flush, this::ring, this::close);
    }

    @Operation
    public void send(@Param(name = "thread") int thread) {
        Waiting waiting = new Waiting(MESSAGES.get(thread).get(sent[thread]++), new byte[0]);
        if (queue.add(waiting)) {
            dispatch();
        } else {
            refused.add(waiting);
        }
    }

    /** A request in flight is answered. */
    @Operation
    public void answer() {
        if (inFlight.poll() != null) {
            queue.ended(List.of());
            dispatch();
        }
    }

    /** A request in flight is refused as a whole. */
    @Operation
    public void refuse() {
        List<Waiting> batch = inFlight.poll();
        if (batch != null) {
            boolean again = batch.size() > 1;
            if (!queue.ended(again ? batch : List.of()) && again) {
                refused.addAll(batch);
            }
            dispatch();
        }
    }

    @Operation
    public void flush() {
        queue.hurry();
        dispatch();
    }

    @Operation
    public void ring() {
        timer.ring();
    }

    @Operation(runOnce = true)
    public void close() {
        refused.addAll(queue.close());
        closed = true;
    }

    private void dispatch() {
        if (!queue.enter()) {
            return;
        }
        for (BatchQueue.Due due = queue.nextOrLeave(); due != null; due = queue.nextOrLeave()) {
            late.addAll(due.late());
            if (!due.batch().isEmpty()) {
                posted.addAll(due.batch());
                inFlight.add(due.batch());
                mostInFlight = Math.max(mostInFlight, inFlight.size());
            }
        }
    }

    @Override
    @Validate
    public void whatMustHold() {
        check(mostInFlight <= REQUESTS, "more requests in flight than allowed: " + mostInFlight);
        check(queue.enter(), "somebody has entered and never left");
        check(queue.nextOrLeave() == null, "something due was left behind");
        boolean alarmed = timer.next() <= timer.nanos() + LINGER.toNanos();
        List<Waiting> left = queue.close();
        check(!closed || left.isEmpty(), "a closed queue took messages");
        check(left.isEmpty() || inFlight.size() == REQUESTS || alarmed, "nobody will wake those that wait");
        check(timer.alarms() == 0, "an alarm is left");

        Set<Waiting> places = new HashSet<>(posted);
        places.addAll(late);
        places.addAll(refused);
        places.addAll(left);
        int all = 0;
        for (int thread = 0; thread < THREADS; thread++) {
            all += sent[thread];
            inOrder(thread);
        }
        check(places.size() == all, "messages sent: " + all + ", found: " + places.size());
    }

    /** Of what is sent a second time, after a refusal, the first counts. */
    private void inOrder(int thread) {
        int next = 0;
        for (Waiting waiting : posted) {
            int number = MESSAGES.get(thread).indexOf(waiting.message());
            check(!isPosted(thread, next, number), "the order of a thread");
            next = Math.max(next, number + 1);
        }
    }

    /** Whether one of those messages is among what was posted. */
    private boolean isPosted(int thread, int from, int to) {
        for (Waiting waiting : posted) {
            int number = MESSAGES.get(thread).indexOf(waiting.message());
            if (number >= from && number < to) {
                return true;
            }
        }
        return false;
    }

    private static OutboundMessage message(String reference) {
        return new OutboundMessage(
                null, List.of(Recipient.of("1")), null, reference, List.of(), null, null, null, null, null, Map.of());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
