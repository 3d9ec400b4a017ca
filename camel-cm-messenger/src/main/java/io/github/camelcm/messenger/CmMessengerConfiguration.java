package io.github.camelcm.messenger;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.jspecify.annotations.Nullable;

/** The options of the component and its endpoints. Times are milliseconds here, durations in a URI. */
@UriParams
public class CmMessengerConfiguration implements Cloneable {

    @UriParam(label = "producer,security", secret = true)
    @Metadata(
            description = "CM.com's product token. Sent as the header X-CM-PRODUCTTOKEN, never in a body. A "
                    + "route that sends or fetches media does not start without it; operation=explain needs none.")
    private @Nullable String productToken;

    @UriParam(label = "producer", defaultValue = "https://gw.messaging.cm.com/v1.0/message")
    @Metadata(description = "The gateway's address, an absolute http or https URL.")
    private String gatewayUrl = "https://gw.messaging.cm.com/v1.0/message";

    @UriParam(label = "producer", defaultValue = "send")
    @Metadata(
            description = "What to do with an exchange: send sends the messages in the body; explain makes the body "
                    + "an Explanation (what Messenger would show, and every broken rule) and sends nothing; "
                    + "fetchMedia makes the body the file that a user sent, named by an InboundMessage in the body "
                    + "or by the header CamelCmMessengerMediaUri. The header CamelCmMessengerOperation overrides it.")
    private CmMessengerOperation operation = CmMessengerOperation.send;

    @UriParam(label = "producer", defaultValue = "strict")
    @Metadata(
            description = "What a broken rule does: strict stops the message, of a list all messages, if the "
                    + "rule's severity is error; warn logs the rule and sends the message; off asks no rule.")
    private CmMessengerValidation validation = CmMessengerValidation.strict;

    @UriParam(label = "producer")
    @Metadata(description = "The recipient of messages that name none, when no header does: a PSID.")
    private @Nullable String to;

    @UriParam(label = "producer", defaultValue = "Facebook Messenger")
    @Metadata(
            description = "The channels of messages that name none: a comma separated text. Several are a fallback "
                    + "in that order; none leaves it to the account.")
    private String allowedChannels = "Facebook Messenger";

    @UriParam(label = "producer")
    @Metadata(
            description = "The message tag of items that have none. A plain text becomes an item, since a tag belongs "
                    + "to an item.")
    private @Nullable String tag;

    @UriParam(label = "producer")
    @Metadata(
            description = "How long CM.com tries to deliver messages that do not say: hours (2h), minutes (30m), or "
                    + "yyyy-MM-dd HH:mm:ss with an optional zone; at most 48 hours.")
    private @Nullable String validity;

    @UriParam(label = "producer")
    @Metadata(description = "A text of at most 100 characters that comes back in replies.")
    private @Nullable String customGrouping;

    @UriParam(label = "producer")
    @Metadata(description = "A second text of at most 100 characters that comes back in replies.")
    private @Nullable String customGrouping2;

    @UriParam(label = "producer")
    @Metadata(description = "A third text of at most 100 characters that comes back in replies.")
    private @Nullable String customGrouping3;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "10000")
    @Metadata(description = "How long to wait for a connection to be made, and again for its TLS handshake.")
    private long connectTimeout = 10_000;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "30000")
    @Metadata(
            description = "How long to wait from the leased connection to the last byte of the answer. A deadline "
                    + "for the whole answer, not silence on the socket.")
    private long responseTimeout = 30_000;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "30000")
    @Metadata(description = "How long to wait for a free connection.")
    private long connectionRequestTimeout = 30_000;

    @UriParam(label = "producer,advanced", defaultValue = "16")
    @Metadata(description = "At most so many connections at a time. Endpoints with equal settings share them.")
    private int maxTotalConnections = 16;

    @UriParam(label = "producer", defaultValue = "1")
    @Metadata(
            description = "At most so many messages, 1-1000, of exchanges with a single one share a request to the "
                    + "gateway. 1: each has its own. Lists are not concerned.")
    private int batchSize = 1;

    @UriParam(label = "producer,advanced", defaultValue = "5ms", javaType = "java.time.Duration")
    @Metadata(
            description = "How long the first message of a batch waits for others. 0: it goes at once; messages that "
                    + "come while all connections are busy share a request.")
    private long batchLinger = 5;

    @UriParam(label = "producer,advanced", defaultValue = "10000")
    @Metadata(description = "At most so many messages of the endpoint wait for a batch or are in flight.")
    private int batchPending = 10_000;

    @UriParam(label = "producer,advanced", defaultValue = "block")
    @Metadata(
            description = "What happens to a message beyond batchPending: block holds up the thread that sends until "
                    + "there is room, for the responseTimeout at most, and then fails the exchange; reject fails it at "
                    + "once. Nothing was sent then.")
    private CmMessengerBatchOverflow batchOverflow = CmMessengerBatchOverflow.block;

    @UriParam(label = "producer,advanced")
    @Metadata(
            description = "A started client of your own (Apache HttpClient 5, asynchronous) to send with. It is "
                    + "never closed by the component, and its own settings for connections apply. It should "
                    + "neither retry nor follow redirects.")
    private @Nullable CloseableHttpAsyncClient httpClient;

    @UriParam(label = "producer", defaultValue = "false")
    @Metadata(
            description = "Whether a redelivery by Camel's error handler sends a message again whose outcome is "
                    + "unknown, which may send it twice.")
    private boolean resendAmbiguous;

    @UriParam(label = "producer", defaultValue = "api.cm.com")
    @Metadata(
            description = "The hosts, comma separated, that fetchMedia may ask, and show the product token to, over "
                    + "HTTPS. A name stands for port 443, name:port for another. Any other URL is refused.")
    private String mediaHosts = "api.cm.com";

    @UriParam(label = "producer", defaultValue = "26214400")
    @Metadata(description = "The largest file that fetchMedia takes, in bytes.")
    private long maxMediaSize = 25L * 1024 * 1024;

    @UriParam(label = "producer,proxy")
    @Metadata(description = "The host of a proxy to go through.")
    private @Nullable String proxyHost;

    @UriParam(label = "producer,proxy")
    @Metadata(description = "The port of the proxy.")
    private int proxyPort;

    @UriParam(label = "producer,proxy", secret = true)
    @Metadata(description = "The user for Basic authentication at the proxy.")
    private @Nullable String proxyUser;

    @UriParam(label = "producer,proxy", secret = true)
    @Metadata(description = "The password of that user.")
    private @Nullable String proxyPassword;

    @UriParam(label = "producer,proxy")
    @Metadata(
            description = "The hosts that are reached without the proxy, comma separated; an asterisk stands for "
                    + "any text at either end of a name.")
    private @Nullable String nonProxyHosts;

    @UriParam(label = "producer,security")
    @Metadata(description = "Whom to trust and who to be in TLS.")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(label = "producer,security", defaultValue = "false")
    @Metadata(
            description = "Whether to take the context's global SSLContextParameters where the option "
                    + "sslContextParameters is not set.")
    private boolean useGlobalSslContextParameters;

    @UriParam(label = "producer,advanced")
    @Metadata(
            description = "A Camel endpoint that carries the requests instead of the built-in client, such as "
                    + "https://gw.messaging.cm.com/v1.0/message or direct:gateway. It gets the request as "
                    + "bytes with the headers Content-Type and X-CM-PRODUCTTOKEN; its answer is the body and "
                    + "the header CamelHttpResponseCode. Tracing can see the token, and an exception without a "
                    + "response code counts as an unknown outcome. It cannot fetch media: operation=fetchMedia "
                    + "refuses it.")
    private @Nullable String transportUri;

    @UriParam(label = "consumer")
    @Metadata(
            description = "The path that CM.com calls, below the HTTP server's own. By default /cm-messenger/ and the "
                    + "page id.")
    private @Nullable String webhookPath;

    @UriParam(label = "consumer,security", secret = true)
    @Metadata(
            description = "A secret that every call must carry, as the query parameter token or as Authorization: "
                    + "Bearer. CM.com does not sign its calls: without it anybody who knows the URL is believed, "
                    + "and the route warns of that at its start.")
    private @Nullable String webhookToken;

    @UriParam(label = "consumer", defaultValue = "messages")
    @Metadata(
            description = "What the route gets: messages, statuses, events, unknown, several of them with commas, or "
                    + "all. What else comes is answered with 200 and counted.")
    private String events = "messages";

    @UriParam(label = "consumer")
    @Metadata(
            description = "Remembers processed events by their fingerprint, so that CM.com's repeats are not processed "
                    + "again. CM.com gives no message id: two equal texts within one second are taken for a repeat.")
    private @Nullable IdempotentRepository idempotentRepository;

    @UriParam(label = "consumer,advanced", defaultValue = "1048576")
    @Metadata(
            description = "The most bytes that are read of a call's body. The HTTP server may have a limit of its own.")
    private int maxBodySize = 1_048_576;

    @UriParam(label = "consumer,advanced")
    @Metadata(
            description = "The Camel component that serves HTTP: platform-http, servlet, jetty, undertow, netty-http. "
                    + "By default that of the rest configuration, else platform-http, else the only one there is.")
    private @Nullable String httpServerComponent;

    /** A copy, for an endpoint to change. */
    public CmMessengerConfiguration copy() {
        try {
            return (CmMessengerConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getProductToken() {
        return productToken;
    }

    public void setProductToken(@Nullable String productToken) {
        this.productToken = productToken;
    }

    public String getGatewayUrl() {
        return gatewayUrl;
    }

    public void setGatewayUrl(String gatewayUrl) {
        this.gatewayUrl = gatewayUrl;
    }

    public CmMessengerOperation getOperation() {
        return operation;
    }

    public void setOperation(CmMessengerOperation operation) {
        this.operation = operation;
    }

    public CmMessengerValidation getValidation() {
        return validation;
    }

    public void setValidation(CmMessengerValidation validation) {
        this.validation = validation;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public String getAllowedChannels() {
        return allowedChannels;
    }

    public void setAllowedChannels(String allowedChannels) {
        this.allowedChannels = allowedChannels;
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = tag;
    }

    public @Nullable String getValidity() {
        return validity;
    }

    public void setValidity(@Nullable String validity) {
        this.validity = validity;
    }

    public @Nullable String getCustomGrouping() {
        return customGrouping;
    }

    public void setCustomGrouping(@Nullable String customGrouping) {
        this.customGrouping = customGrouping;
    }

    public @Nullable String getCustomGrouping2() {
        return customGrouping2;
    }

    public void setCustomGrouping2(@Nullable String customGrouping2) {
        this.customGrouping2 = customGrouping2;
    }

    public @Nullable String getCustomGrouping3() {
        return customGrouping3;
    }

    public void setCustomGrouping3(@Nullable String customGrouping3) {
        this.customGrouping3 = customGrouping3;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getConnectionRequestTimeout() {
        return connectionRequestTimeout;
    }

    public void setConnectionRequestTimeout(long connectionRequestTimeout) {
        this.connectionRequestTimeout = connectionRequestTimeout;
    }

    public int getMaxTotalConnections() {
        return maxTotalConnections;
    }

    public void setMaxTotalConnections(int maxTotalConnections) {
        this.maxTotalConnections = maxTotalConnections;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getBatchLinger() {
        return batchLinger;
    }

    public void setBatchLinger(long batchLinger) {
        this.batchLinger = batchLinger;
    }

    public int getBatchPending() {
        return batchPending;
    }

    public void setBatchPending(int batchPending) {
        this.batchPending = batchPending;
    }

    public CmMessengerBatchOverflow getBatchOverflow() {
        return batchOverflow;
    }

    public void setBatchOverflow(CmMessengerBatchOverflow batchOverflow) {
        this.batchOverflow = batchOverflow;
    }

    public @Nullable CloseableHttpAsyncClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(@Nullable CloseableHttpAsyncClient httpClient) {
        this.httpClient = httpClient;
    }

    public boolean isResendAmbiguous() {
        return resendAmbiguous;
    }

    public void setResendAmbiguous(boolean resendAmbiguous) {
        this.resendAmbiguous = resendAmbiguous;
    }

    public String getMediaHosts() {
        return mediaHosts;
    }

    public void setMediaHosts(String mediaHosts) {
        this.mediaHosts = mediaHosts;
    }

    public long getMaxMediaSize() {
        return maxMediaSize;
    }

    public void setMaxMediaSize(long maxMediaSize) {
        this.maxMediaSize = maxMediaSize;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(@Nullable String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public @Nullable String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(@Nullable String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public @Nullable String getNonProxyHosts() {
        return nonProxyHosts;
    }

    public void setNonProxyHosts(@Nullable String nonProxyHosts) {
        this.nonProxyHosts = nonProxyHosts;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public @Nullable String getTransportUri() {
        return transportUri;
    }

    public void setTransportUri(@Nullable String transportUri) {
        this.transportUri = transportUri;
    }

    public @Nullable String getWebhookPath() {
        return webhookPath;
    }

    public void setWebhookPath(@Nullable String webhookPath) {
        this.webhookPath = webhookPath;
    }

    public @Nullable String getWebhookToken() {
        return webhookToken;
    }

    public void setWebhookToken(@Nullable String webhookToken) {
        this.webhookToken = webhookToken;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public @Nullable IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(@Nullable IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public @Nullable String getHttpServerComponent() {
        return httpServerComponent;
    }

    public void setHttpServerComponent(@Nullable String httpServerComponent) {
        this.httpServerComponent = httpServerComponent;
    }
}
