package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.Repeats.Found.KNOWN;
import static io.github.camelcm.messenger.Repeats.Found.NEW;
import static io.github.camelcm.messenger.Repeats.Found.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository();
    private final Repeats repeats = Repeats.of(context, repository);

    @Test
    void anEventIsNewThenUnderWayThenKnown() {
        assertThat(repeats.begin(exchange, "a")).isEqualTo(NEW);
        assertThat(repeats.begin(exchange, "a")).isEqualTo(UNDER_WAY);
        repeats.succeeded(exchange, "a");
        assertThat(repeats.begin(exchange, "a")).isEqualTo(KNOWN);
        assertThat(repeats.begin(exchange, "b")).isEqualTo(NEW);
    }

    @Test
    void aFailedEventIsNewAgain() {
        repeats.begin(exchange, "a");
        repeats.failed("a");

        assertThat(repeats.begin(exchange, "a")).isEqualTo(NEW);
    }

    /** As after a route was stopped by force and started again, or with two routes on one repository. */
    @Test
    void whoeverSharesARepositoryInAContextSharesWhatIsUnderWay() {
        repeats.begin(exchange, "a");

        assertThat(Repeats.of(context, repository).begin(exchange, "a")).isEqualTo(UNDER_WAY);
        assertThat(Repeats.of(context, MemoryIdempotentRepository.memoryIdempotentRepository())
                        .begin(exchange, "a"))
                .isEqualTo(NEW);
        assertThat(Repeats.of(new DefaultCamelContext(), repository).begin(exchange, "a"))
                .isEqualTo(NEW);
    }
}
