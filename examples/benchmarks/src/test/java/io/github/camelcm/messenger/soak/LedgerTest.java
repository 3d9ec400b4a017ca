package io.github.camelcm.messenger.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void oneMessageIsSent() {
        ledger.sending("a");
    }

    @Test
    void whatWasAcceptedAndToldSoIsFine() {
        ledger.processed("a", true);
        ledger.told("a", Outcome.ACCEPTED);
        assertThat(ledger.untold()).isZero();
        assertThat(ledger.complaints()).isEmpty();
    }

    @Test
    void anAmbiguousMessageMayHaveBeenAcceptedBeforeOrAfter() {
        ledger.sending("b");
        ledger.processed("a", true);
        ledger.told("a", Outcome.UNKNOWN);
        ledger.told("b", Outcome.UNKNOWN);
        ledger.processed("b", true);
        assertThat(ledger.complaints()).isEmpty();
    }

    @Test
    void whatWasSentTwiceIsFound() {
        ledger.processed("a", true);
        ledger.processed("a", true);
        ledger.told("a", Outcome.UNKNOWN);
        assertThat(ledger.complaints()).containsExactly("a was sent twice");
    }

    @Test
    void whatWasAcceptedAndToldOtherwiseIsFound() {
        ledger.processed("a", true);
        ledger.told("a", Outcome.NOT_SENT);
        assertThat(ledger.complaints()).contains("a was told NOT_SENT, the gateway accepted it 1 times");
    }

    @Test
    void whatWasToldAcceptedAndNeverArrivedIsFound() {
        ledger.told("a", Outcome.ACCEPTED);
        assertThat(ledger.complaints()).contains("a was told ACCEPTED, the gateway accepted it 0 times");
    }

    @Test
    void whatArrivesAfterItWasToldNotSentIsFound() {
        ledger.told("a", Outcome.NOT_SENT);
        ledger.processed("a", true);
        assertThat(ledger.complaints())
                .containsExactly("a reached the gateway after its sender had been told what became of it");
    }

    @Test
    void aSenderThatIsToldTwiceIsFound() {
        ledger.told("a", Outcome.NOT_SENT);
        ledger.told("a", Outcome.NOT_SENT);
        assertThat(ledger.complaints()).containsExactly("a was told twice");
    }

    @Test
    void aSenderThatIsNeverToldIsFound() {
        assertThat(ledger.untold()).isEqualTo(1);
        assertThat(ledger.complaints()).containsExactly("1 messages whose sender was never told");
    }
}
