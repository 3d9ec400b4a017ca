package io.github.camelcm.messenger;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import io.github.camelcm.messenger.gateway.GatewayOutcome;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.jspecify.annotations.Nullable;

/** The health check of an endpoint's producers; it is registered as long as one of them is started. */
final class ProducerHealth {

    private final TokenHealth token = new TokenHealth(Clock.systemUTC());

    /** Guarded by this, as are the next two: the first producer that starts and the last that stops must be told apart. */
    private final Set<CmMessengerProducer> started = new HashSet<>();

    private @Nullable WritableHealthCheckRepository repository;
    private @Nullable EndpointHealthCheck check;

    void learn(GatewayOutcome outcome) {
        token.learn(outcome);
    }

    synchronized void starts(CmMessengerProducer producer, CmMessengerEndpoint endpoint) {
        CamelContext context = endpoint.getCamelContext();
        if (started.add(producer)
                && check == null
                && endpoint.getComponent().isHealthCheckProducerEnabled()
                && HealthCheckHelper.getHealthCheckRepository(context, "producers")
                        instanceof WritableHealthCheckRepository producers) {
            String page = endpoint.getPageId();
            String id = HealthCheckIds.of(context).take("producer:cm-messenger-" + page);
            check = new EndpointHealthCheck(context, id, Map.of("page", page), () -> trouble(endpoint));
            repository = producers;
            producers.addHealthCheck(check);
        }
    }

    /** Whether a producer that can send is started. */
    synchronized boolean inUse() {
        return !started.isEmpty();
    }

    /** @return null if the endpoint is ready to send */
    @Nullable
    Trouble trouble(CmMessengerEndpoint endpoint) {
        Trouble trouble = token.trouble();
        return trouble == null ? endpoint.batching().trouble() : trouble;
    }

    synchronized void stops(CmMessengerProducer producer, CmMessengerEndpoint endpoint) {
        if (started.remove(producer) && started.isEmpty() && check != null && repository != null) {
            repository.removeHealthCheck(check);
            HealthCheckIds.of(endpoint.getCamelContext()).free(check.getId());
            check = null;
            repository = null;
        }
    }
}
