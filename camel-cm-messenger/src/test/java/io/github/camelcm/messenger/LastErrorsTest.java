package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class LastErrorsTest {

    private final LastErrors errors = new LastErrors(Clock.systemUTC());

    @Test
    void thoseWhoKnockAllDayDoNotPushOutTheRest() {
        errors.route(new IllegalStateException("whatever"));
        for (int i = 0; i < 1000; i++) {
            errors.webhook(WebhookAnswer.UNAUTHORIZED);
        }

        assertThat(errors.seen())
                .extracting(seen -> seen.kind().type() + " " + seen.count())
                .containsExactly("IllegalStateException 1", "UNAUTHORIZED 1000");
    }

    @Test
    void theLastTenKindsStay() {
        for (int i = 0; i < 20; i++) {
            errors.sending(new NotSentException("number " + i, null, 0, java.util.List.of()));
        }

        assertThat(errors.seen()).hasSize(10).first().satisfies(seen -> assertThat(
                        seen.kind().message())
                .isEqualTo("number 10"));
    }

    @Test
    void theTextOfAnExceptionOfOthersIsNotKept() {
        errors.sending(new IllegalStateException("may hold anything"));
        errors.sending(null);

        assertThat(errors.seen())
                .singleElement()
                .satisfies(seen -> assertThat(seen.kind().message()).isNull());
    }
}
