package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Duration TIME = Duration.ofMillis(10);

    private final ManualTimer timer = new ManualTimer();
    private final Deadlines deadlines = new Deadlines(timer);
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void aDeadlinePassesOnce() {
        deadlines.in(TIME, passed::incrementAndGet);
        timer.ring();
        deadlines.close();

        assertThat(passed).hasValue(1);
    }

    @Test
    void whatIsCalledOffNeverPassesAndLeavesNothingInTheTimer() {
        deadlines.in(TIME, passed::incrementAndGet).callOff();
        deadlines.close();

        assertThat(timer.alarms()).isZero();
        assertThat(passed).hasValue(0);
    }

    @Test
    void closingLetsAllPassAtOnceAndWhatComesLater() {
        deadlines.in(TIME, passed::incrementAndGet);
        deadlines.in(TIME, passed::incrementAndGet);
        deadlines.close();
        assertThat(passed).hasValue(2);

        deadlines.in(TIME, passed::incrementAndGet);
        timer.ring();
        assertThat(passed).hasValue(3);
    }

    /** As for a caller that came just before the closing, and goes on after it. */
    @Test
    void aDeadlineThatTheTimerDoesNotTakeAnyMorePassesAtOnce() {
        ScheduledThreadPoolExecutor shutDown = new ScheduledThreadPoolExecutor(1);
        shutDown.shutdownNow();
        Deadlines late = new Deadlines(shutDown);

        late.in(TIME, passed::incrementAndGet);
        assertThat(passed).hasValue(1);
        late.close();
        assertThat(passed).hasValue(1);
    }
}
