package io.github.camelcm.messenger;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.HealthCheckResultStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an endpoint is ready: down when its doubt finds trouble, else up. Made without the base class of
 * Camel Health, which need not be on the class path.
 */
final class EndpointHealthCheck implements HealthCheck {

    private static final String GROUP = "camel";

    /**
     * Why an endpoint is not ready.
     *
     * @param message for people, without secrets
     * @param details for programs, without secrets
     */
    record Trouble(String message, Map<String, Object> details) {}

    private final CamelContext context;
    private final String id;
    private final Map<String, Object> details;
    private final Supplier<@Nullable Trouble> doubt;
    private volatile boolean enabled = true;

    /**
     * @param details in every result, without secrets
     * @param doubt gives null where there is no trouble
     */
    EndpointHealthCheck(
            CamelContext context, String id, Map<String, Object> details, Supplier<@Nullable Trouble> doubt) {
        this.context = context;
        this.id = id;
        this.details = details;
        this.doubt = doubt;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .detail(CHECK_ID, id)
                .detail(CHECK_GROUP, GROUP)
                .detail(CHECK_KIND, Kind.READINESS)
                .details(details);
        if (enabled) {
            judge(result);
        } else {
            result.detail(CHECK_ENABLED, false).message("Disabled").unknown();
        }
        HealthCheckResultStrategy strategy = context.getRegistry().findSingleByType(HealthCheckResultStrategy.class);
        if (strategy != null) {
            strategy.processResult(this, options, result);
        }
        return result.build();
    }

    private void judge(HealthCheckResultBuilder result) {
        Trouble trouble = doubt.get();
        if (trouble == null) {
            result.up();
        } else {
            result.down().message(trouble.message()).details(trouble.details());
        }
    }

    @Override
    public String getGroup() {
        return GROUP;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
