package io.github.camelcm.messenger;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives CM.com's webhook calls on the application's own HTTP server. While it is suspended, or stops, the path stays
 * and answers 503, so that CM.com calls again.
 */
class CmMessengerConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(CmMessengerConsumer.class);

    private final CmMessengerEndpoint endpoint;
    private final CmMessengerConfiguration options;

    /**
     * Calls that are being answered. Counted before the state is looked at: a shutdown that suspends this consumer in
     * between waits for them, also before they have become exchanges.
     */
    private final AtomicInteger calls = new AtomicInteger();

    private @Nullable Consumer http;
    private @Nullable String path;

    CmMessengerConsumer(CmMessengerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CamelContext context = endpoint.getCamelContext();
        String configured = options.getWebhookPath();
        String own = WebhookPath.of(configured == null ? "/cm-messenger/" + endpoint.getPageId() : configured);
        setHealthCheck(endpoint.getComponent().isHealthCheckConsumerEnabled() ? healthCheck(own) : null);
        WebhookCalls processor = new WebhookCalls(this, endpoint, repeats(context));
        HttpServer server = HttpServer.choose(context, options.getHttpServerComponent());
        WebhookPath.register(context).take(own, this);
        path = own;
        try {
            http = server.serve(context, own, processor);
            ServiceHelper.startService(http);
        } catch (Exception e) {
            doStop();
            throw new IllegalStateException(
                    name() + " cannot listen with the component " + server.name() + server.hint() + ": "
                            + e.getMessage(),
                    e);
        }
        String url = server.url(http, own);
        endpoint.servedAt(url);
        LOG.info("{} listens on {} ({})", name(), url, server.name());
        if (options.getWebhookToken() == null) {
            LOG.warn(
                    "{} takes calls from anybody. Set webhookToken, and put it into the URL for CM.com as ?token=…",
                    name());
        }
    }

    /** For logs and errors: without options, among which the secret is. */
    String name() {
        return "cm-messenger:" + endpoint.getPageId();
    }

    /** It stays while this consumer is stopped, to say so where the route goes on. */
    private HealthCheck healthCheck(String ownPath) {
        Map<String, Object> details = Map.of("page", endpoint.getPageId(), "path", ownPath);
        return new EndpointHealthCheck(endpoint.getCamelContext(), "consumer:" + getRouteId(), details, this::trouble);
    }

    /** @return null while it takes calls */
    @Nullable
    Trouble trouble() {
        return accepts() ? null : new Trouble(name() + " takes no calls: it is " + getStatus(), Map.of());
    }

    private @Nullable Repeats repeats(CamelContext context) throws Exception {
        IdempotentRepository repository = options.getIdempotentRepository();
        if (repository == null) {
            return null;
        }
        if (!context.hasService(repository)) {
            context.addService(repository); // stopped with the context: other routes may use it, and it must not forget
        }
        ServiceHelper.startService(repository);
        return Repeats.of(context, repository);
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.servedAt(null);
        try {
            ServiceHelper.stopAndShutdownService(http);
        } finally {
            if (path != null) {
                WebhookPath.register(endpoint.getCamelContext()).free(path, this);
                path = null;
            }
            super.doStop();
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        if (http != null) {
            endpoint.getCamelContext().removeEndpoint(http.getEndpoint());
            http = null;
        }
        setHealthCheck(null);
        super.doShutdown();
    }

    /** Whether calls are taken; what is under way is not asked. */
    boolean accepts() {
        return isStarted();
    }

    void callBegins() {
        calls.incrementAndGet();
    }

    void callEnds() {
        calls.decrementAndGet();
    }

    @Override
    public int getPendingExchangesSize() {
        return calls.get();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false; // suspended at once, and stopped when nothing is under way
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing is held back
    }

    @Override
    public boolean isHostedService() {
        return true;
    }
}
