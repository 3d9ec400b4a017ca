package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.AnswerReader;
import io.github.camelcm.messenger.gateway.BatchSettings;
import io.github.camelcm.messenger.gateway.Batcher;
import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.MediaDownloads;
import io.github.camelcm.messenger.gateway.RequestObserver;
import io.github.camelcm.messenger.rules.Validator;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** The component {@code cm-messenger}: Facebook Messenger over CM.com. */
@Component("cm-messenger")
public class CmMessengerComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "The options of all endpoints, unless an endpoint says otherwise.")
    private CmMessengerConfiguration configuration = new CmMessengerConfiguration();

    @Metadata(
            label = "producer,advanced",
            description = "Overrides limits of the rules: a resource of properties such as"
                    + " classpath:limits.properties, or a map; for example text-length=2500. The page of rules lists the"
                    + " keys.",
            javaType = "java.lang.Object")
    private @Nullable Object limits;

    private final SharedClients clients = new SharedClients();
    private @Nullable Validator validator;

    public CmMessengerComponent() {}

    public CmMessengerComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CmMessengerEndpoint endpoint = new CmMessengerEndpoint(uri, this, configuration.copy());
        endpoint.setPageId(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        SensitiveOptions.mask(getCamelContext());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        clients.setCamelContext(getCamelContext());
        loadLimits();
    }

    private void loadLimits() throws Exception {
        validator = new Validator(LimitsLoader.load(getCamelContext(), limits));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        loadLimits(); // again: Camel Main sets the options of a component after its doInit
        ServiceHelper.startService(clients);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(clients);
        super.doStop();
    }

    /** The way to the gateway for an endpoint's producer; the client in it is shared and stays the component's. */
    Gateway gateway(CmMessengerConfiguration endpoint, String productToken, RequestObserver observer) throws Exception {
        return new Gateway(clients.transport(endpoint), new AnswerReader(Clock.systemUTC()), productToken, observer);
    }

    /** Lets messages share requests that go that way, until it is released or the component stops. */
    Batcher batcher(Gateway gateway, BatchSettings settings) {
        return clients.batcher(gateway, settings);
    }

    /** Sends what waits in it, and waits for the answers. */
    void release(Batcher batcher) {
        clients.release(batcher);
    }

    /** The way to the files that users sent; the client in it is the one that sends. */
    MediaDownloads downloads(CmMessengerConfiguration endpoint, String productToken) throws Exception {
        return clients.downloads(endpoint, productToken);
    }

    /** Where routes go on after an answer: never the HTTP client's I/O threads. */
    Executor continuations() {
        return clients.continuations();
    }

    Validator validator() {
        Validator ready = validator;
        if (ready == null) {
            throw new IllegalStateException("the component cm-messenger is not initialized");
        }
        return ready;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return configuration.isUseGlobalSslContextParameters();
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        configuration.setUseGlobalSslContextParameters(useGlobalSslContextParameters);
    }

    public CmMessengerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CmMessengerConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable Object getLimits() {
        return limits;
    }

    public void setLimits(@Nullable Object limits) {
        this.limits = limits;
    }
}
