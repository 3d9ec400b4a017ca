package io.github.camelcm.messenger.springboot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component {@code cm-messenger}. Made of the component's description by GeneratedPropertiesTest: do
 * not edit it.
 */
@ConfigurationProperties(prefix = CmMessengerComponentAutoConfiguration.PREFIX, ignoreUnknownFields = false)
public class CmMessengerComponentProperties {

    /** The options whose values are nobody's business. */
    static final Set<String> SECRETS = Set.of("proxyPassword", "proxyUser", "productToken", "webhookToken");

    /** What was set, by the name of the option: only that is told to the component. */
    private final Map<String, Object> options = new LinkedHashMap<>();

    /** Whether these properties configure the component cm-messenger. */
    private boolean enabled = true;

    private final Customizer customizer = new Customizer();

    /**
     * The SSL bundle of Spring Boot with which the gateway is called: whom to trust and who to be. Not together with
     * ssl-context-parameters.
     */
    private @Nullable String sslBundle;

    /** The options of all endpoints, unless an endpoint says otherwise. */
    @Reference
    private io.github.camelcm.messenger.@Nullable CmMessengerConfiguration configuration;

    /** Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    private Boolean bridgeErrorHandler = false;

    /** What the route gets: messages, statuses, events, unknown, several of them with commas, or all. What else comes is answered with 200 and counted. */
    private String events = "messages";

    /** Remembers processed events by their fingerprint, so that CM.com's repeats are not processed again. CM.com gives no message id: two equal texts within one second are taken for a repeat. */
    @Reference
    private org.apache.camel.spi.@Nullable IdempotentRepository idempotentRepository;

    /** The path that CM.com calls, below the HTTP server's own. By default /cm-messenger/ and the page id. */
    private @Nullable String webhookPath;

    /** The Camel component that serves HTTP: platform-http, servlet, jetty, undertow, netty-http. By default that of the rest configuration, else platform-http, else the only one there is. */
    private @Nullable String httpServerComponent;

    /** The most bytes that are read of a call's body. The HTTP server may have a limit of its own. */
    private Integer maxBodySize = 1048576;

    /** The channels of messages that name none: a comma separated text. Several are a fallback in that order; none leaves it to the account. */
    private String allowedChannels = "Facebook Messenger";

    /** At most so many messages, 1-1000, of exchanges with a single one share a request to the gateway. 1: each has its own. Lists are not concerned. */
    private Integer batchSize = 1;

    /** A text of at most 100 characters that comes back in replies. */
    private @Nullable String customGrouping;

    /** A second text of at most 100 characters that comes back in replies. */
    private @Nullable String customGrouping2;

    /** A third text of at most 100 characters that comes back in replies. */
    private @Nullable String customGrouping3;

    /** The gateway's address, an absolute http or https URL. */
    private String gatewayUrl = "https://gw.messaging.cm.com/v1.0/message";

    /** Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing. */
    private Boolean lazyStartProducer = false;

    /** The largest file that fetchMedia takes, in bytes. */
    private Long maxMediaSize = 26214400L;

    /** The hosts, comma separated, that fetchMedia may ask, and show the product token to, over HTTPS. A name stands for port 443, name:port for another. Any other URL is refused. */
    private String mediaHosts = "api.cm.com";

    /** What to do with an exchange: send sends the messages in the body; explain makes the body an Explanation (what Messenger would show, and every broken rule) and sends nothing; fetchMedia makes the body the file that a user sent, named by an InboundMessage in the body or by the header CamelCmMessengerMediaUri. The header CamelCmMessengerOperation overrides it. */
    private io.github.camelcm.messenger.CmMessengerOperation operation = io.github.camelcm.messenger.CmMessengerOperation.send;

    /** Whether a redelivery by Camel's error handler sends a message again whose outcome is unknown, which may send it twice. */
    private Boolean resendAmbiguous = false;

    /** The message tag of items that have none. A plain text becomes an item, since a tag belongs to an item. */
    private @Nullable String tag;

    /** The recipient of messages that name none, when no header does: a PSID. */
    private @Nullable String to;

    /** What a broken rule does: strict stops the message, of a list all messages, if the rule's severity is error; warn logs the rule and sends the message; off asks no rule. */
    private io.github.camelcm.messenger.CmMessengerValidation validation = io.github.camelcm.messenger.CmMessengerValidation.strict;

    /** How long CM.com tries to deliver messages that do not say: hours (2h), minutes (30m), or yyyy-MM-dd HH:mm:ss with an optional zone; at most 48 hours. */
    private @Nullable String validity;

    /** How long the first message of a batch waits for others. 0: it goes at once; messages that come while all connections are busy share a request. */
    private Duration batchLinger = Duration.ofMillis(5);

    /** What happens to a message beyond batchPending: block holds up the thread that sends until there is room, for the responseTimeout at most, and then fails the exchange; reject fails it at once. Nothing was sent then. */
    private io.github.camelcm.messenger.CmMessengerBatchOverflow batchOverflow = io.github.camelcm.messenger.CmMessengerBatchOverflow.block;

    /** At most so many messages of the endpoint wait for a batch or are in flight. */
    private Integer batchPending = 10000;

    /** How long to wait for a free connection. */
    private Duration connectionRequestTimeout = Duration.ofSeconds(30);

    /** How long to wait for a connection to be made, and again for its TLS handshake. */
    private Duration connectTimeout = Duration.ofSeconds(10);

    /** A started client of your own (Apache HttpClient 5, asynchronous) to send with. It is never closed by the component, and its own settings for connections apply. It should neither retry nor follow redirects. */
    @Reference
    private org.apache.hc.client5.http.impl.async.@Nullable CloseableHttpAsyncClient httpClient;

    /** Overrides limits of the rules: a resource of properties such as classpath:limits.properties, or a map; for example text-length=2500. The page of rules lists the keys. */
    @Reference
    private @Nullable Map<String, String> limits;

    /** At most so many connections at a time. Endpoints with equal settings share them. */
    private Integer maxTotalConnections = 16;

    /** How long to wait from the leased connection to the last byte of the answer. A deadline for the whole answer, not silence on the socket. */
    private Duration responseTimeout = Duration.ofSeconds(30);

    /** A Camel endpoint that carries the requests instead of the built-in client, such as https://gw.messaging.cm.com/v1.0/message or direct:gateway. It gets the request as bytes with the headers Content-Type and X-CM-PRODUCTTOKEN; its answer is the body and the header CamelHttpResponseCode. Tracing can see the token, and an exception without a response code counts as an unknown outcome. It cannot fetch media: operation=fetchMedia refuses it. */
    private @Nullable String transportUri;

    /** Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc. */
    private Boolean autowiredEnabled = true;

    /** Used for enabling or disabling all consumer based health checks from this component */
    private Boolean healthCheckConsumerEnabled = true;

    /** Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default disabled all producer based health-checks. You can turn on producer checks globally by setting camel.health.producersEnabled=true. */
    private Boolean healthCheckProducerEnabled = true;

    /** The hosts that are reached without the proxy, comma separated; an asterisk stands for any text at either end of a name. */
    private @Nullable String nonProxyHosts;

    /** The host of a proxy to go through. */
    private @Nullable String proxyHost;

    /** The password of that user. */
    private @Nullable String proxyPassword;

    /** The port of the proxy. */
    private @Nullable Integer proxyPort;

    /** The user for Basic authentication at the proxy. */
    private @Nullable String proxyUser;

    /** CM.com's product token. Sent as the header X-CM-PRODUCTTOKEN, never in a body. A route that sends or fetches media does not start without it; operation=explain needs none. */
    private @Nullable String productToken;

    /** Whom to trust and who to be in TLS. */
    @Reference
    private org.apache.camel.support.jsse.@Nullable SSLContextParameters sslContextParameters;

    /** Whether to take the context's global SSLContextParameters where the option sslContextParameters is not set. */
    private Boolean useGlobalSslContextParameters = false;

    /** A secret that every call must carry, as the query parameter token or as Authorization: Bearer. CM.com does not sign its calls: without it anybody who knows the URL is believed, and the route warns of that at its start. */
    private @Nullable String webhookToken;

    Map<String, Object> options() {
        return options;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Customizer getCustomizer() {
        return customizer;
    }

    public @Nullable String getSslBundle() {
        return sslBundle;
    }

    public void setSslBundle(@Nullable String sslBundle) {
        this.sslBundle = sslBundle;
    }

    public io.github.camelcm.messenger.@Nullable CmMessengerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(io.github.camelcm.messenger.CmMessengerConfiguration configuration) {
        this.configuration = configuration;
        options.put("configuration", configuration);
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
        options.put("bridgeErrorHandler", bridgeErrorHandler);
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
        options.put("events", events);
    }

    public org.apache.camel.spi.@Nullable IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(org.apache.camel.spi.IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
        options.put("idempotentRepository", idempotentRepository);
    }

    public @Nullable String getWebhookPath() {
        return webhookPath;
    }

    public void setWebhookPath(String webhookPath) {
        this.webhookPath = webhookPath;
        options.put("webhookPath", webhookPath);
    }

    public @Nullable String getHttpServerComponent() {
        return httpServerComponent;
    }

    public void setHttpServerComponent(String httpServerComponent) {
        this.httpServerComponent = httpServerComponent;
        options.put("httpServerComponent", httpServerComponent);
    }

    public Integer getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(Integer maxBodySize) {
        this.maxBodySize = maxBodySize;
        options.put("maxBodySize", maxBodySize);
    }

    public String getAllowedChannels() {
        return allowedChannels;
    }

    public void setAllowedChannels(String allowedChannels) {
        this.allowedChannels = allowedChannels;
        options.put("allowedChannels", allowedChannels);
    }

    public Integer getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(Integer batchSize) {
        this.batchSize = batchSize;
        options.put("batchSize", batchSize);
    }

    public @Nullable String getCustomGrouping() {
        return customGrouping;
    }

    public void setCustomGrouping(String customGrouping) {
        this.customGrouping = customGrouping;
        options.put("customGrouping", customGrouping);
    }

    public @Nullable String getCustomGrouping2() {
        return customGrouping2;
    }

    public void setCustomGrouping2(String customGrouping2) {
        this.customGrouping2 = customGrouping2;
        options.put("customGrouping2", customGrouping2);
    }

    public @Nullable String getCustomGrouping3() {
        return customGrouping3;
    }

    public void setCustomGrouping3(String customGrouping3) {
        this.customGrouping3 = customGrouping3;
        options.put("customGrouping3", customGrouping3);
    }

    public String getGatewayUrl() {
        return gatewayUrl;
    }

    public void setGatewayUrl(String gatewayUrl) {
        this.gatewayUrl = gatewayUrl;
        options.put("gatewayUrl", gatewayUrl);
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
        options.put("lazyStartProducer", lazyStartProducer);
    }

    public Long getMaxMediaSize() {
        return maxMediaSize;
    }

    public void setMaxMediaSize(Long maxMediaSize) {
        this.maxMediaSize = maxMediaSize;
        options.put("maxMediaSize", maxMediaSize);
    }

    public String getMediaHosts() {
        return mediaHosts;
    }

    public void setMediaHosts(String mediaHosts) {
        this.mediaHosts = mediaHosts;
        options.put("mediaHosts", mediaHosts);
    }

    public io.github.camelcm.messenger.CmMessengerOperation getOperation() {
        return operation;
    }

    public void setOperation(io.github.camelcm.messenger.CmMessengerOperation operation) {
        this.operation = operation;
        options.put("operation", operation);
    }

    public Boolean getResendAmbiguous() {
        return resendAmbiguous;
    }

    public void setResendAmbiguous(Boolean resendAmbiguous) {
        this.resendAmbiguous = resendAmbiguous;
        options.put("resendAmbiguous", resendAmbiguous);
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
        options.put("tag", tag);
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
        options.put("to", to);
    }

    public io.github.camelcm.messenger.CmMessengerValidation getValidation() {
        return validation;
    }

    public void setValidation(io.github.camelcm.messenger.CmMessengerValidation validation) {
        this.validation = validation;
        options.put("validation", validation);
    }

    public @Nullable String getValidity() {
        return validity;
    }

    public void setValidity(String validity) {
        this.validity = validity;
        options.put("validity", validity);
    }

    public Duration getBatchLinger() {
        return batchLinger;
    }

    public void setBatchLinger(Duration batchLinger) {
        this.batchLinger = batchLinger;
        options.put("batchLinger", batchLinger);
    }

    public io.github.camelcm.messenger.CmMessengerBatchOverflow getBatchOverflow() {
        return batchOverflow;
    }

    public void setBatchOverflow(io.github.camelcm.messenger.CmMessengerBatchOverflow batchOverflow) {
        this.batchOverflow = batchOverflow;
        options.put("batchOverflow", batchOverflow);
    }

    public Integer getBatchPending() {
        return batchPending;
    }

    public void setBatchPending(Integer batchPending) {
        this.batchPending = batchPending;
        options.put("batchPending", batchPending);
    }

    public Duration getConnectionRequestTimeout() {
        return connectionRequestTimeout;
    }

    public void setConnectionRequestTimeout(Duration connectionRequestTimeout) {
        this.connectionRequestTimeout = connectionRequestTimeout;
        options.put("connectionRequestTimeout", connectionRequestTimeout);
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        options.put("connectTimeout", connectTimeout);
    }

    public org.apache.hc.client5.http.impl.async.@Nullable CloseableHttpAsyncClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient httpClient) {
        this.httpClient = httpClient;
        options.put("httpClient", httpClient);
    }

    public @Nullable Map<String, String> getLimits() {
        return limits;
    }

    public void setLimits(Map<String, String> limits) {
        this.limits = limits;
        options.put("limits", limits);
    }

    public Integer getMaxTotalConnections() {
        return maxTotalConnections;
    }

    public void setMaxTotalConnections(Integer maxTotalConnections) {
        this.maxTotalConnections = maxTotalConnections;
        options.put("maxTotalConnections", maxTotalConnections);
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
        options.put("responseTimeout", responseTimeout);
    }

    public @Nullable String getTransportUri() {
        return transportUri;
    }

    public void setTransportUri(String transportUri) {
        this.transportUri = transportUri;
        options.put("transportUri", transportUri);
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
        options.put("autowiredEnabled", autowiredEnabled);
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
        options.put("healthCheckConsumerEnabled", healthCheckConsumerEnabled);
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
        options.put("healthCheckProducerEnabled", healthCheckProducerEnabled);
    }

    public @Nullable String getNonProxyHosts() {
        return nonProxyHosts;
    }

    public void setNonProxyHosts(String nonProxyHosts) {
        this.nonProxyHosts = nonProxyHosts;
        options.put("nonProxyHosts", nonProxyHosts);
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
        options.put("proxyHost", proxyHost);
    }

    public @Nullable String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
        options.put("proxyPassword", proxyPassword);
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
        options.put("proxyPort", proxyPort);
    }

    public @Nullable String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
        options.put("proxyUser", proxyUser);
    }

    public @Nullable String getProductToken() {
        return productToken;
    }

    public void setProductToken(String productToken) {
        this.productToken = productToken;
        options.put("productToken", productToken);
    }

    public org.apache.camel.support.jsse.@Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(org.apache.camel.support.jsse.SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
        options.put("sslContextParameters", sslContextParameters);
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
        options.put("useGlobalSslContextParameters", useGlobalSslContextParameters);
    }

    public @Nullable String getWebhookToken() {
        return webhookToken;
    }

    public void setWebhookToken(String webhookToken) {
        this.webhookToken = webhookToken;
        options.put("webhookToken", webhookToken);
    }

    /** Whether the options are set when the component is made. */
    public static class Customizer {

        /** Whether the options are set when the component is made. */
        private boolean enabled = true;

        public boolean isEnabled() {
            return enabled;
        }

        public void setEnabled(boolean enabled) {
            this.enabled = enabled;
        }
    }
}
