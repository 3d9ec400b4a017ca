package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HourlyWarningsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final HourlyWarnings warnings = new HourlyWarnings(now::get);

    @Test
    void aWarningIsDueAtOnceAndAgainAfterAnHourAlsoWhenTheClockOverflows() {
        assertThat(warnings.isDue(WebhookAnswer.UNAUTHORIZED)).isTrue();
        assertThat(warnings.isDue(WebhookAnswer.UNAUTHORIZED)).isFalse();
        assertThat(warnings.isDue(WebhookAnswer.TOO_LARGE)).isTrue();

        now.addAndGet(Duration.ofHours(1).toNanos() - 1);
        assertThat(warnings.isDue(WebhookAnswer.UNAUTHORIZED)).isFalse();
        now.incrementAndGet();
        assertThat(warnings.isDue(WebhookAnswer.UNAUTHORIZED)).isTrue();
        assertThat(warnings.isDue(WebhookAnswer.UNAUTHORIZED)).isFalse();
    }
}
