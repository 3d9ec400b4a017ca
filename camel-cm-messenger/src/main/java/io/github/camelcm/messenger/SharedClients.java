package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.HttpClients;
import io.github.camelcm.messenger.gateway.HttpSettings;
import io.github.camelcm.messenger.gateway.HttpTransport;
import io.github.camelcm.messenger.gateway.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** What the endpoints of a component share: HTTP clients, one per settings, and threads. Closed with the component. */
final class SharedClients extends ServiceSupport implements CamelContextAware {

    private static final int CONTINUATION_THREADS = 16;

    private final Map<HttpSettings, CloseableHttpAsyncClient> clients = new ConcurrentHashMap<>();
    private CamelContext context;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ExecutorService pool;

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        timer = threads.newSingleThreadScheduledExecutor(this, "CmMessengerDeadlines");
        // as many threads as a usual client has connections; what waits is bounded by the exchanges in flight
        ThreadPoolProfile profile = new ThreadPoolProfileBuilder("CmMessengerContinuations")
                .poolSize(CONTINUATION_THREADS)
                .maxPoolSize(CONTINUATION_THREADS)
                .allowCoreThreadTimeOut(true)
                .maxQueueSize(-1)
                .build();
        pool = threads.newThreadPool(this, "CmMessengerContinuations", profile);
    }

    @Override
    protected void doStop() {
        clients.values().forEach(client -> client.close(CloseMode.GRACEFUL));
        clients.clear();
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        if (timer != null) {
            threads.shutdownNow(timer);
        }
        if (pool != null) {
            threads.shutdownGraceful(pool);
        }
    }

    /** @throws IllegalArgumentException if an option has a value out of its range; it names the option */
    Transport transport(CmMessengerConfiguration options) {
        HttpSettings settings = settings(options);
        CloseableHttpAsyncClient own = options.getHttpClient();
        CloseableHttpAsyncClient client = own != null ? own : clients.computeIfAbsent(settings, HttpClients::start);
        return new HttpTransport(client, gateway(options.getGatewayUrl()), settings, started(timer));
    }

    Executor continuations() {
        ExecutorService threads = started(pool);
        return task -> {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                // the component stops; an exchange must end all the same, and not on an I/O thread
                context.getExecutorServiceManager()
                        .newThread("CmMessengerLastContinuation", task)
                        .start();
            }
        };
    }

    private static HttpSettings settings(CmMessengerConfiguration options) {
        return new HttpSettings(
                duration("connectTimeout", options.getConnectTimeout()),
                duration("responseTimeout", options.getResponseTimeout()),
                duration("connectionRequestTimeout", options.getConnectionRequestTimeout()),
                positive("maxTotalConnections", options.getMaxTotalConnections()));
    }

    private static Duration duration(String option, long millis) {
        if (millis <= 0) {
            throw new IllegalArgumentException(option + " must be more than 0 ms, it is " + millis);
        }
        return Duration.ofMillis(millis);
    }

    private static int positive(String option, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be 1 or more, it is " + value);
        }
        return value;
    }

    private static URI gateway(String url) {
        URI uri;
        try {
            uri = URI.create(url.trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("gatewayUrl is not a URL", e);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("gatewayUrl must be an absolute http or https URL");
        }
        return uri;
    }

    private static <T> T started(@Nullable T service) {
        if (service == null) {
            throw new IllegalStateException("the component cm-messenger is not started");
        }
        return service;
    }
}
