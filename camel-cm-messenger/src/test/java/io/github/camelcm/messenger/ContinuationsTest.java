package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.gateway.ManualTimer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads of routes, where what they do can only be seen from within. */
class ContinuationsTest {

    private final CountDownLatch open = new CountDownLatch(1);
    private final ManualTimer timer = new ManualTimer();

    /** Runs once, when the pool is about to get another size. */
    private final AtomicReference<Runnable> whenResized = new AtomicReference<>();

    private ThreadPoolExecutor pool;

    @AfterEach
    void close() throws InterruptedException {
        open.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenOneHasWaitedTheThreadsBecomeMoreAndThenFewerAgain() {
        Continuations continuations = busy(Thread::new);
        assertThat(pool.getPoolSize()).isEqualTo(Continuations.THREADS);

        timer.ring();
        assertThat(pool.getPoolSize()).isGreaterThan(Continuations.THREADS);
        open.countDown();
        org.awaitility.Awaitility.await().until(() -> pool.getActiveCount() == 0);
        timer.ring();

        assertThat(pool.getMaximumPoolSize()).isEqualTo(Continuations.THREADS);
        assertThat(timer.alarms()).as("nobody looks after an empty queue").isZero();
        assertThatCode(() -> continuations.execute(() -> {})).doesNotThrowAnyException();
    }

    /** A stop makes them more while the timer makes them fewer. */
    @Test
    void theSizeIsChangedByOneAtATime() {
        Continuations continuations = busy(Thread::new);
        whenResized.set(() -> {
            pool.getQueue().clear();
            Thread other = new Thread(timer::ring);
            other.start();
            try {
                other.join(300); // it waits for this one, or is done
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatCode(continuations::letAllRun).doesNotThrowAnyException();
    }

    @Test
    void theQueueIsLookedAfterAlsoWhenTheMachineHasNoMoreThreads() {
        AtomicInteger threads = new AtomicInteger();
        busy(task -> {
            if (threads.incrementAndGet() > Continuations.THREADS) {
                throw new OutOfMemoryError("thrown by the test: unable to create native thread");
            }
            return new Thread(task);
        });

        assertThatThrownBy(timer::ring).isInstanceOf(OutOfMemoryError.class);
        assertThat(timer.alarms()).isEqualTo(1);
    }

    /** Each thread has a task that goes on when the latch is open, and one more task waits. */
    private Continuations busy(ThreadFactory factory) {
        pool =
                new ThreadPoolExecutor(
                        Continuations.THREADS,
                        Continuations.THREADS,
                        1,
                        TimeUnit.MINUTES,
                        new LinkedBlockingQueue<>(),
                        factory) {
                    @Override
                    public void setMaximumPoolSize(int size) {
                        super.setMaximumPoolSize(size);
                        Runnable once = whenResized.getAndSet(null);
                        if (once != null) {
                            once.run();
                        }
                    }
                };
        Continuations continuations = new Continuations(pool, timer, task -> {
            throw new AssertionError("the pool is not shut down");
        });
        for (int i = 0; i <= Continuations.THREADS; i++) {
            continuations.execute(() -> {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return continuations;
    }
}
