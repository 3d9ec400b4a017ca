package io.github.camelcm.messenger;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import io.github.camelcm.messenger.gateway.GatewayCodes;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.model.RecipientResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the gateway's answers say about the product token. */
final class TokenHealth {

    /** CM.com's codes for: no account for the token, the token is incorrect. */
    private static final Set<Integer> CODES = Set.of(101, 103);

    /** HTTP statuses that were seen for a bad token, without a code. */
    private static final Set<Integer> STATUSES = Set.of(401, 403);

    /** An instance that is not ready may get no more to send, and would never find out that the token works again. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private record Refusal(int status, int code, Instant time) {}

    private final Clock clock;

    /** Answers come on several threads; the one that is read last counts, whichever was written last. */
    private volatile @Nullable Refusal last;

    TokenHealth(Clock clock) {
        this.clock = clock;
    }

    /** What tells nothing about the token, such as a refusal for another reason, leaves what is known as it is. */
    void learn(GatewayOutcome outcome) {
        if (outcome instanceof Refused refused) {
            boolean byStatus = refused.code() == 0 && STATUSES.contains(refused.status());
            if (byStatus || CODES.contains(refused.code())) {
                last = new Refusal(refused.status(), refused.code(), clock.instant());
            }
        } else if (outcome instanceof Answered answered) {
            int code = answered.recipients().stream()
                    .flatMap(List::stream)
                    .mapToInt(RecipientResult::errorCode)
                    .filter(CODES::contains)
                    .findFirst()
                    .orElse(0);
            last = code == 0 ? null : new Refusal(answered.status(), code, clock.instant());
        }
    }

    /** @return null if the gateway does not refuse the token, or did long ago */
    @Nullable
    Trouble trouble() {
        Refusal refusal = last;
        if (refusal == null || !clock.instant().isBefore(refusal.time().plus(MEMORY))) {
            return null;
        }
        return new Trouble(
                "The gateway refuses the product token: "
                        + (refusal.code() == 0 ? "HTTP " + refusal.status() : GatewayCodes.describe(refusal.code())),
                Map.of(
                        "status", refusal.status(),
                        "code", refusal.code(),
                        "time", refusal.time().toString()));
    }
}
