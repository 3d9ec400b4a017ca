package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.BatchSettings;
import io.github.camelcm.messenger.gateway.Batcher;
import io.github.camelcm.messenger.gateway.Deadlines;
import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.HttpClients;
import io.github.camelcm.messenger.gateway.HttpSettings;
import io.github.camelcm.messenger.gateway.HttpTransport;
import io.github.camelcm.messenger.gateway.MediaDownloads;
import io.github.camelcm.messenger.gateway.Transport;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ProducerCache;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.cache.DefaultProducerCache;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** What the endpoints of a component share: HTTP clients, one per settings, and threads. Closed with the component. */
final class SharedClients extends ServiceSupport implements CamelContextAware {

    /** Guarded by this, as is {@link #tlsContexts}: endpoints start on several threads. */
    private final Map<HttpSettings, CloseableHttpAsyncClient> clients = new HashMap<>();

    /** A context per parameters, so that endpoints with the same parameters have equal settings. */
    private final Map<SSLContextParameters, SSLContext> tlsContexts = new IdentityHashMap<>();

    private final Set<Batcher> batchers = ConcurrentHashMap.newKeySet();

    private CamelContext context;

    // written by the start, which comes before that of every producer
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Deadlines deadlines;
    private @Nullable ExecutorService pool;
    private @Nullable Continuations continuations;
    private @Nullable ExecutorService transports;
    private @Nullable ProducerCache producers;

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
        ScheduledExecutorService clock = threads.newScheduledThreadPool(this, "CmMessengerDeadlines", timerProfile());
        timer = clock;
        deadlines = new Deadlines(clock);
        ThreadPoolProfile profile = new ThreadPoolProfileBuilder("CmMessengerContinuations")
                .poolSize(Continuations.THREADS) // as many as a usual client has connections
                .maxPoolSize(Continuations.THREADS)
                .allowCoreThreadTimeOut(true)
                .maxQueueSize(Integer.MAX_VALUE) // with Camel's -1 for unbounded there would be no queue at all
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                .build();
        pool = threads.newThreadPool(this, "CmMessengerContinuations", profile);
        continuations = new Continuations(pool, clock, task -> threads.newThread("CmMessengerContinuation", task)
                .start());
        transports = threads.newCachedThreadPool(this, "CmMessengerTransport");
        producers = new DefaultProducerCache(this, context, 0);
        ServiceHelper.startService(producers);
    }

    /** Without the bound of Camel's default: each message under way has deadlines, of which none may be refused. */
    private static ThreadPoolProfile timerProfile() {
        return new ThreadPoolProfileBuilder("CmMessengerDeadlines")
                .poolSize(1)
                .maxPoolSize(1)
                .maxQueueSize(-1)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                .build();
    }

    @Override
    protected synchronized void doStop() {
        batchers.forEach(Batcher::flush); // all at once, then wait for each
        batchers.forEach(this::release);
        if (deadlines != null) {
            deadlines.close(); // ends what is under way; a client that is closed does not tell all its callers
        }
        clients.values().forEach(client -> client.close(CloseMode.GRACEFUL));
        clients.clear();
        tlsContexts.clear();
        ServiceHelper.stopService(producers);
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        if (transports != null) {
            threads.shutdownNow(transports);
        }
        if (pool != null && continuations != null) {
            continuations.letAllRun();
            threads.shutdownGraceful(pool);
        }
        if (timer != null) {
            threads.shutdownNow(timer);
        }
    }

    /**
     * @throws IllegalArgumentException if an option has a value out of its range; it names the option
     * @throws GeneralSecurityException if the TLS parameters cannot be used
     * @throws IOException if a key store cannot be read
     */
    synchronized Transport transport(CmMessengerConfiguration options) throws GeneralSecurityException, IOException {
        String uri = options.getTransportUri();
        if (uri != null && !uri.isBlank()) {
            return new CamelTransport(
                    context.getEndpoint(uri),
                    started(producers),
                    started(transports),
                    HttpOptions.duration("responseTimeout", options.getResponseTimeout()),
                    started(deadlines));
        }
        HttpSettings settings = HttpOptions.settings(options, tls(options));
        return new HttpTransport(
                client(options, settings), HttpOptions.gateway(options.getGatewayUrl()), settings, started(deadlines));
    }

    /**
     * Downloads with the client that {@link #transport} sends with, were there no {@code transportUri}.
     *
     * @throws IllegalArgumentException if an option has a value out of its range; it names the option
     * @throws GeneralSecurityException if the TLS parameters cannot be used
     * @throws IOException if a key store cannot be read
     */
    synchronized MediaDownloads downloads(CmMessengerConfiguration options, String productToken)
            throws GeneralSecurityException, IOException {
        HttpSettings settings = HttpOptions.settings(options, tls(options));
        return new MediaDownloads(
                client(options, settings),
                settings,
                started(deadlines),
                productToken,
                HttpOptions.positive("maxMediaSize", options.getMaxMediaSize()),
                started(transports));
    }

    private CloseableHttpAsyncClient client(CmMessengerConfiguration options, HttpSettings settings) {
        CloseableHttpAsyncClient own = options.getHttpClient();
        if (own != null) {
            return own;
        }
        refuseWhenStopped();
        Deadlines ends = started(deadlines);
        return clients.computeIfAbsent(settings, key -> HttpClients.start(key, ends));
    }

    /** Nobody would close what is made then. */
    private void refuseWhenStopped() {
        if (!isStarted()) {
            throw new IllegalStateException("the component cm-messenger is stopped");
        }
    }

    private @Nullable SSLContext tls(CmMessengerConfiguration options) throws GeneralSecurityException, IOException {
        SSLContextParameters parameters = options.getSslContextParameters();
        if (parameters == null && options.isUseGlobalSslContextParameters()) {
            parameters = context.getSSLContextParameters();
        }
        if (parameters == null) {
            return null;
        }
        SSLContext tls = tlsContexts.get(parameters);
        if (tls == null) {
            tls = parameters.createSSLContext(context);
            tlsContexts.put(parameters, tls);
        }
        return tls;
    }

    Executor continuations() {
        return started(continuations);
    }

    /** Closed with this, or before by whoever asked for it. */
    synchronized Batcher batcher(Gateway gateway, BatchSettings settings) {
        refuseWhenStopped();
        Batcher batcher = new Batcher(gateway, settings, started(continuations), started(timer));
        batchers.add(batcher);
        return batcher;
    }

    /** Sends what waits in it, and waits for the answers. */
    void release(Batcher batcher) {
        batcher.close();
        batchers.remove(batcher);
    }

    private static <T> T started(@Nullable T service) {
        if (service == null) {
            throw new IllegalStateException("the component cm-messenger is not started");
        }
        return service;
    }
}
