package io.github.camelcm.messenger;

import org.apache.camel.builder.EndpointConsumerBuilder;

/**
 * An endpoint of consumers for routes in Java; see {@link CmMessengerEndpoints}. Written by EndpointBuildersTest.
 */
public final class CmMessengerConsumerBuilder extends EndpointUriBuilder implements EndpointConsumerBuilder {

    CmMessengerConsumerBuilder(String pageId) {
        super(pageId);
    }

    /** What the route gets: messages, statuses, events, unknown, several of them with commas, or all. What else comes is answered with 200 and counted. */
    public CmMessengerConsumerBuilder events(String value) {
        doSetProperty("events", value);
        return this;
    }

    /** Remembers processed events by their fingerprint, so that CM.com's repeats are not processed again. CM.com gives no message id: two equal texts within one second are taken for a repeat. */
    public CmMessengerConsumerBuilder idempotentRepository(String value) {
        doSetProperty("idempotentRepository", value);
        return this;
    }

    /** The path that CM.com calls, below the HTTP server's own. By default /cm-messenger/ and the page id. */
    public CmMessengerConsumerBuilder webhookPath(String value) {
        doSetProperty("webhookPath", value);
        return this;
    }

    /** Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    public CmMessengerConsumerBuilder bridgeErrorHandler(boolean value) {
        doSetProperty("bridgeErrorHandler", value);
        return this;
    }

    /** Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    public CmMessengerConsumerBuilder bridgeErrorHandler(String value) {
        doSetProperty("bridgeErrorHandler", value);
        return this;
    }

    /** To let the consumer use a custom ExceptionHandler. Notice if the option bridgeErrorHandler is enabled then this option is not in use. By default the consumer will deal with exceptions, that will be logged at WARN or ERROR level and ignored. */
    public CmMessengerConsumerBuilder exceptionHandler(String value) {
        doSetProperty("exceptionHandler", value);
        return this;
    }

    /** Sets the exchange pattern when the consumer creates an exchange. */
    public CmMessengerConsumerBuilder exchangePattern(org.apache.camel.ExchangePattern value) {
        doSetProperty("exchangePattern", value);
        return this;
    }

    /** Sets the exchange pattern when the consumer creates an exchange. */
    public CmMessengerConsumerBuilder exchangePattern(String value) {
        doSetProperty("exchangePattern", value);
        return this;
    }

    /** The Camel component that serves HTTP: platform-http, servlet, jetty, undertow, netty-http. By default that of the rest configuration, else platform-http, else the only one there is. */
    public CmMessengerConsumerBuilder httpServerComponent(String value) {
        doSetProperty("httpServerComponent", value);
        return this;
    }

    /** The most bytes that are read of a call's body. The HTTP server may have a limit of its own. */
    public CmMessengerConsumerBuilder maxBodySize(int value) {
        doSetProperty("maxBodySize", value);
        return this;
    }

    /** The most bytes that are read of a call's body. The HTTP server may have a limit of its own. */
    public CmMessengerConsumerBuilder maxBodySize(String value) {
        doSetProperty("maxBodySize", value);
        return this;
    }

    /** A secret that every call must carry, as the query parameter token or as Authorization: Bearer. CM.com does not sign its calls: without it anybody who knows the URL is believed, and the route warns of that at its start. */
    public CmMessengerConsumerBuilder webhookToken(String value) {
        raw("webhookToken", value);
        return this;
    }
}
