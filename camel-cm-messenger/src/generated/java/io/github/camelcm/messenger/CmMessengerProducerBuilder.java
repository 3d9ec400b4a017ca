package io.github.camelcm.messenger;

import org.apache.camel.builder.EndpointProducerBuilder;

/**
 * An endpoint of producers for routes in Java; see {@link CmMessengerEndpoints}. Written by EndpointBuildersTest.
 */
public final class CmMessengerProducerBuilder extends EndpointUriBuilder implements EndpointProducerBuilder {

    CmMessengerProducerBuilder(String pageId) {
        super(pageId);
    }

    /** The channels of messages that name none: a comma separated text. Several are a fallback in that order; none leaves it to the account. */
    public CmMessengerProducerBuilder allowedChannels(String value) {
        doSetProperty("allowedChannels", value);
        return this;
    }

    /** At most so many messages, 1-1000, of exchanges with a single one share a request to the gateway. 1: each has its own. Lists are not concerned. */
    public CmMessengerProducerBuilder batchSize(int value) {
        doSetProperty("batchSize", value);
        return this;
    }

    /** At most so many messages, 1-1000, of exchanges with a single one share a request to the gateway. 1: each has its own. Lists are not concerned. */
    public CmMessengerProducerBuilder batchSize(String value) {
        doSetProperty("batchSize", value);
        return this;
    }

    /** A text of at most 100 characters that comes back in replies. */
    public CmMessengerProducerBuilder customGrouping(String value) {
        doSetProperty("customGrouping", value);
        return this;
    }

    /** A second text of at most 100 characters that comes back in replies. */
    public CmMessengerProducerBuilder customGrouping2(String value) {
        doSetProperty("customGrouping2", value);
        return this;
    }

    /** A third text of at most 100 characters that comes back in replies. */
    public CmMessengerProducerBuilder customGrouping3(String value) {
        doSetProperty("customGrouping3", value);
        return this;
    }

    /** The gateway's address, an absolute http or https URL. */
    public CmMessengerProducerBuilder gatewayUrl(String value) {
        doSetProperty("gatewayUrl", value);
        return this;
    }

    /** The largest file that fetchMedia takes, in bytes. */
    public CmMessengerProducerBuilder maxMediaSize(long value) {
        doSetProperty("maxMediaSize", value);
        return this;
    }

    /** The largest file that fetchMedia takes, in bytes. */
    public CmMessengerProducerBuilder maxMediaSize(String value) {
        doSetProperty("maxMediaSize", value);
        return this;
    }

    /** The hosts, comma separated, that fetchMedia may ask, and show the product token to, over HTTPS. A name stands for port 443, name:port for another. Any other URL is refused. */
    public CmMessengerProducerBuilder mediaHosts(String value) {
        doSetProperty("mediaHosts", value);
        return this;
    }

    /** What to do with an exchange: send sends the messages in the body; explain makes the body an Explanation (what Messenger would show, and every broken rule) and sends nothing; fetchMedia makes the body the file that a user sent, named by an InboundMessage in the body or by the header CamelCmMessengerMediaUri. The header CamelCmMessengerOperation overrides it. */
    public CmMessengerProducerBuilder operation(CmMessengerOperation value) {
        doSetProperty("operation", value);
        return this;
    }

    /** What to do with an exchange: send sends the messages in the body; explain makes the body an Explanation (what Messenger would show, and every broken rule) and sends nothing; fetchMedia makes the body the file that a user sent, named by an InboundMessage in the body or by the header CamelCmMessengerMediaUri. The header CamelCmMessengerOperation overrides it. */
    public CmMessengerProducerBuilder operation(String value) {
        doSetProperty("operation", value);
        return this;
    }

    /** Whether a redelivery by Camel's error handler sends a message again whose outcome is unknown, which may send it twice. */
    public CmMessengerProducerBuilder resendAmbiguous(boolean value) {
        doSetProperty("resendAmbiguous", value);
        return this;
    }

    /** Whether a redelivery by Camel's error handler sends a message again whose outcome is unknown, which may send it twice. */
    public CmMessengerProducerBuilder resendAmbiguous(String value) {
        doSetProperty("resendAmbiguous", value);
        return this;
    }

    /** The message tag of items that have none. A plain text becomes an item, since a tag belongs to an item. */
    public CmMessengerProducerBuilder tag(String value) {
        doSetProperty("tag", value);
        return this;
    }

    /** The recipient of messages that name none, when no header does: a PSID. */
    public CmMessengerProducerBuilder to(String value) {
        doSetProperty("to", value);
        return this;
    }

    /** What a broken rule does: strict stops the message, of a list all messages, if the rule's severity is error; warn logs the rule and sends the message; off asks no rule. */
    public CmMessengerProducerBuilder validation(CmMessengerValidation value) {
        doSetProperty("validation", value);
        return this;
    }

    /** What a broken rule does: strict stops the message, of a list all messages, if the rule's severity is error; warn logs the rule and sends the message; off asks no rule. */
    public CmMessengerProducerBuilder validation(String value) {
        doSetProperty("validation", value);
        return this;
    }

    /** How long CM.com tries to deliver messages that do not say: hours (2h), minutes (30m), or yyyy-MM-dd HH:mm:ss with an optional zone; at most 48 hours. */
    public CmMessengerProducerBuilder validity(String value) {
        doSetProperty("validity", value);
        return this;
    }

    /** How long the first message of a batch waits for others. 0: it goes at once; messages that come while all connections are busy share a request. */
    public CmMessengerProducerBuilder batchLinger(java.time.Duration value) {
        doSetProperty("batchLinger", value.toMillis());
        return this;
    }

    /** How long the first message of a batch waits for others. 0: it goes at once; messages that come while all connections are busy share a request. */
    public CmMessengerProducerBuilder batchLinger(String value) {
        doSetProperty("batchLinger", value);
        return this;
    }

    /** What happens to a message beyond batchPending: block holds up the thread that sends until there is room, for the responseTimeout at most, and then fails the exchange; reject fails it at once. Nothing was sent then. */
    public CmMessengerProducerBuilder batchOverflow(CmMessengerBatchOverflow value) {
        doSetProperty("batchOverflow", value);
        return this;
    }

    /** What happens to a message beyond batchPending: block holds up the thread that sends until there is room, for the responseTimeout at most, and then fails the exchange; reject fails it at once. Nothing was sent then. */
    public CmMessengerProducerBuilder batchOverflow(String value) {
        doSetProperty("batchOverflow", value);
        return this;
    }

    /** At most so many messages of the endpoint wait for a batch or are in flight. */
    public CmMessengerProducerBuilder batchPending(int value) {
        doSetProperty("batchPending", value);
        return this;
    }

    /** At most so many messages of the endpoint wait for a batch or are in flight. */
    public CmMessengerProducerBuilder batchPending(String value) {
        doSetProperty("batchPending", value);
        return this;
    }

    /** How long to wait for a free connection. */
    public CmMessengerProducerBuilder connectionRequestTimeout(java.time.Duration value) {
        doSetProperty("connectionRequestTimeout", value.toMillis());
        return this;
    }

    /** How long to wait for a free connection. */
    public CmMessengerProducerBuilder connectionRequestTimeout(String value) {
        doSetProperty("connectionRequestTimeout", value);
        return this;
    }

    /** How long to wait for a connection to be made, and again for its TLS handshake. */
    public CmMessengerProducerBuilder connectTimeout(java.time.Duration value) {
        doSetProperty("connectTimeout", value.toMillis());
        return this;
    }

    /** How long to wait for a connection to be made, and again for its TLS handshake. */
    public CmMessengerProducerBuilder connectTimeout(String value) {
        doSetProperty("connectTimeout", value);
        return this;
    }

    /** A started client of your own (Apache HttpClient 5, asynchronous) to send with. It is never closed by the component, and its own settings for connections apply. It should neither retry nor follow redirects. */
    public CmMessengerProducerBuilder httpClient(String value) {
        doSetProperty("httpClient", value);
        return this;
    }

    /** Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing. */
    public CmMessengerProducerBuilder lazyStartProducer(boolean value) {
        doSetProperty("lazyStartProducer", value);
        return this;
    }

    /** Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing. */
    public CmMessengerProducerBuilder lazyStartProducer(String value) {
        doSetProperty("lazyStartProducer", value);
        return this;
    }

    /** At most so many connections at a time. Endpoints with equal settings share them. */
    public CmMessengerProducerBuilder maxTotalConnections(int value) {
        doSetProperty("maxTotalConnections", value);
        return this;
    }

    /** At most so many connections at a time. Endpoints with equal settings share them. */
    public CmMessengerProducerBuilder maxTotalConnections(String value) {
        doSetProperty("maxTotalConnections", value);
        return this;
    }

    /** How long to wait from the leased connection to the last byte of the answer. A deadline for the whole answer, not silence on the socket. */
    public CmMessengerProducerBuilder responseTimeout(java.time.Duration value) {
        doSetProperty("responseTimeout", value.toMillis());
        return this;
    }

    /** How long to wait from the leased connection to the last byte of the answer. A deadline for the whole answer, not silence on the socket. */
    public CmMessengerProducerBuilder responseTimeout(String value) {
        doSetProperty("responseTimeout", value);
        return this;
    }

    /** A Camel endpoint that carries the requests instead of the built-in client, such as https://gw.messaging.cm.com/v1.0/message or direct:gateway. It gets the request as bytes with the headers Content-Type and X-CM-PRODUCTTOKEN; its answer is the body and the header CamelHttpResponseCode. Tracing can see the token, and an exception without a response code counts as an unknown outcome. It cannot fetch media: operation=fetchMedia refuses it. */
    public CmMessengerProducerBuilder transportUri(String value) {
        doSetProperty("transportUri", value);
        return this;
    }

    /** The hosts that are reached without the proxy, comma separated; an asterisk stands for any text at either end of a name. */
    public CmMessengerProducerBuilder nonProxyHosts(String value) {
        doSetProperty("nonProxyHosts", value);
        return this;
    }

    /** The host of a proxy to go through. */
    public CmMessengerProducerBuilder proxyHost(String value) {
        doSetProperty("proxyHost", value);
        return this;
    }

    /** The password of that user. */
    public CmMessengerProducerBuilder proxyPassword(String value) {
        raw("proxyPassword", value);
        return this;
    }

    /** The port of the proxy. */
    public CmMessengerProducerBuilder proxyPort(int value) {
        doSetProperty("proxyPort", value);
        return this;
    }

    /** The port of the proxy. */
    public CmMessengerProducerBuilder proxyPort(String value) {
        doSetProperty("proxyPort", value);
        return this;
    }

    /** The user for Basic authentication at the proxy. */
    public CmMessengerProducerBuilder proxyUser(String value) {
        raw("proxyUser", value);
        return this;
    }

    /** CM.com's product token. Sent as the header X-CM-PRODUCTTOKEN, never in a body. A route that sends or fetches media does not start without it; operation=explain needs none. */
    public CmMessengerProducerBuilder productToken(String value) {
        raw("productToken", value);
        return this;
    }

    /** Whom to trust and who to be in TLS. */
    public CmMessengerProducerBuilder sslContextParameters(String value) {
        doSetProperty("sslContextParameters", value);
        return this;
    }

    /** Whether to take the context's global SSLContextParameters where the option sslContextParameters is not set. */
    public CmMessengerProducerBuilder useGlobalSslContextParameters(boolean value) {
        doSetProperty("useGlobalSslContextParameters", value);
        return this;
    }

    /** Whether to take the context's global SSLContextParameters where the option sslContextParameters is not set. */
    public CmMessengerProducerBuilder useGlobalSslContextParameters(String value) {
        doSetProperty("useGlobalSslContextParameters", value);
        return this;
    }
}
