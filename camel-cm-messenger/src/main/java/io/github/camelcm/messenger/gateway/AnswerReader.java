package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.NotSent;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Unknown;
import io.github.camelcm.messenger.json.AnswerJson;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.time.Clock;
import java.util.List;

/**
 * Says what an answer means for the messages of its request. The first that applies:
 *
 * <ol>
 *   <li>407: the proxy wants a password, nothing was sent;
 *   <li>429 and 503, whatever the body: throttled;
 *   <li>CM.com's JSON with an {@code errorCode} other than 0, whatever the status: by its entries, else refused;
 *   <li>3xx, which is never followed, and 4xx but 408: refused;
 *   <li>2xx with JSON: by its entries;
 *   <li>anything else: unknown.
 * </ol>
 */
public final class AnswerReader {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** CM.com's code for "see the messages". */
    private static final int SEE_MESSAGES = 201;

    private final Clock clock;

    /** @param clock what a date in {@code Retry-After} is compared with */
    public AnswerReader(Clock clock) {
        this.clock = clock;
    }

    /** @param sent the messages of the request, in order */
    public GatewayOutcome read(GatewayAnswer answer, List<OutboundMessage> sent) {
        int status = answer.status();
        if (status == PROXY_AUTHENTICATION) {
            return new NotSent(status, "the proxy asks for a user and a password (HTTP 407)", null);
        }
        if (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE) {
            return new Throttled(status, RetryAfter.parse(answer.retryAfter(), clock.instant()));
        }
        AnswerJson json = AnswerJson.read(answer.body());
        if (json != null && json.errorCode() != 0) {
            return byCode(status, json, sent);
        }
        if (status >= 300 && status < 500 && status != REQUEST_TIMEOUT) {
            return new Refused(status, 0);
        }
        if (status >= 200 && status < 300 && json != null) {
            return new Answered(status, AnswerMatcher.match(json, sent));
        }
        return unknown(status);
    }

    private static GatewayOutcome byCode(int status, AnswerJson json, List<OutboundMessage> sent) {
        if (!json.entries().isEmpty()) {
            return new Answered(status, AnswerMatcher.match(json, sent));
        }
        // "see the messages" without any, under a status of success, refuses nothing
        if (json.errorCode() == SEE_MESSAGES && status < 300) {
            return unknown(status);
        }
        return new Refused(status, json.errorCode());
    }

    private static Unknown unknown(int status) {
        return new Unknown(status, "the gateway answered HTTP " + status + " with nothing that tells", null);
    }
}
