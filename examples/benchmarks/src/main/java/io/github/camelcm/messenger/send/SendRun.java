package io.github.camelcm.messenger.send;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * One contestant sends for some time, with a number of exchanges under way: where one ends, the next begins, on the thread
 * that was told so. Anything that goes wrong fails the run.
 */
final class SendRun {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    /**
     * @param nanos from the first exchange's begin to the last one's end
     * @param latencies of every exchange, in nanoseconds; none is left out
     */
    record Result(long nanos, long messages, Histogram latencies) {

        double perSecond() {
            return messages * 1e9 / nanos;
        }
    }

    private final Contestant contestant;
    private final long start = System.nanoTime();
    private final long end;
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
    private final AtomicInteger open;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private SendRun(Contestant contestant, int inFlight, long millis) {
        this.contestant = contestant;
        this.end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        this.open = new AtomicInteger(inFlight);
    }

    /** @throws java.util.concurrent.ExecutionException if an exchange fails */
    static Result of(Contestant contestant, int wanted, long millis) throws Exception {
        int inFlight = contestant.inFlight(wanted);
        SendRun run = new SendRun(contestant, inFlight, millis);
        for (int i = 0; i < inFlight; i++) {
            Sender sender = run.new Sender();
            if (contestant.blocking()) {
                new Thread(sender::sendInTurn, "sender").start();
            } else {
                sender.next();
            }
        }
        run.over.get(millis + 120_000, TimeUnit.MILLISECONDS);
        long nanos = System.nanoTime() - run.start;
        return new Result(nanos, run.latencies.getTotalCount() * contestant.messages(), run.latencies);
    }

    /** Has one exchange under way at a time. */
    private final class Sender {

        private long began;

        private void sendInTurn() {
            while (began()) {
                try {
                    contestant.way().send(this::ended);
                } catch (Exception e) {
                    over.completeExceptionally(e);
                }
            }
        }

        private void next() {
            if (began()) {
                try {
                    contestant.way().send(failure -> {
                        ended(failure);
                        next();
                    });
                } catch (Exception e) {
                    over.completeExceptionally(e);
                }
            }
        }

        private boolean began() {
            began = System.nanoTime();
            if (began >= end || over.isDone()) {
                if (open.decrementAndGet() == 0) {
                    over.complete(null);
                }
                return false;
            }
            return true;
        }

        private void ended(Throwable failure) {
            if (failure == null) {
                latencies.recordValue(Math.min(System.nanoTime() - began, LONGEST_NANOS));
            } else {
                over.completeExceptionally(failure);
            }
        }
    }
}
