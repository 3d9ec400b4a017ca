package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.RequestObserver;
import io.github.camelcm.messenger.model.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** Send and receive Facebook Messenger messages over CM.com's Business Messaging API. */
@ManagedResource(description = "Managed CmMessengerEndpoint")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "cm-messenger",
        title = "CM Messenger",
        syntax = "cm-messenger:pageId",
        remote = true,
        category = {Category.MESSAGING, Category.SOCIAL},
        headersClass = CmMessengerConstants.class)
public class CmMessengerEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    /** Stands for the page that a message or a header names. */
    static final String ANY_PAGE = "any";

    @UriPath
    @Metadata(
            required = true,
            description =
                    "The Facebook Page ID. The word any stands, where messages are received, for every page; where"
                            + " they are sent, for the page that the message or the header CamelCmMessengerPageId names.")
    private String pageId = ANY_PAGE;

    @UriParam
    private CmMessengerConfiguration configuration;

    /** The rules, and the reasons to leave out an event, of which a warning was logged. */
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    private final ConsumerStatistics statistics = new ConsumerStatistics();

    private final Batching batching = new Batching(this);

    private final ProducerStatistics producerStatistics = new ProducerStatistics();

    private final ProducerHealth producerHealth = new ProducerHealth();

    private final LastErrors lastErrors = new LastErrors(Clock.systemUTC());

    /** What the consumer serves; null without one. */
    private volatile @Nullable String servedUrl;

    private Meters meters = Meters.NONE;

    CmMessengerEndpoint(String uri, CmMessengerComponent component, CmMessengerConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new CmMessengerProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        CmMessengerConsumer consumer = new CmMessengerConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    Batching batching() {
        return batching;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        meters = PageMeters.of(getCamelContext()).take(getCamelContext(), pageId);
        statistics.to(meters);
        producerStatistics.to(meters);
    }

    @Override
    protected void doStop() throws Exception {
        statistics.to(Meters.NONE);
        producerStatistics.to(Meters.NONE);
        PageMeters.of(getCamelContext()).free(pageId, meters);
        meters = Meters.NONE;
        super.doStop();
    }

    ProducerStatistics producerStatistics() {
        return producerStatistics;
    }

    ProducerHealth producerHealth() {
        return producerHealth;
    }

    /** Is told of the requests of all producers. */
    RequestObserver requestObserver() {
        return (messages, outcome) -> {
            producerStatistics.request(messages);
            producerHealth.learn(outcome);
        };
    }

    ConsumerStatistics statistics() {
        return statistics;
    }

    @ManagedAttribute(description = "Events that went to the route")
    public long getReceivedEvents() {
        return statistics.receivedEvents();
    }

    @ManagedAttribute(description = "Events that the route does not want, by the option events, page or channel")
    public long getIgnoredEvents() {
        return statistics.ignoredEvents();
    }

    @ManagedAttribute(description = "Repeats of processed events")
    public long getRepeatedEvents() {
        return statistics.repeatedEvents();
    }

    @ManagedAttribute(description = "Webhook calls that were answered with another status than 200 and 500")
    public long getRefusedCalls() {
        return statistics.refusedCalls();
    }

    @ManagedAttribute(description = "Messages that were handed over for sending, by a redelivery again")
    public long getSentMessages() {
        return producerStatistics.sentMessages();
    }

    @ManagedAttribute(description = "Messages that the gateway accepted")
    public long getAcceptedMessages() {
        return producerStatistics.messages(Outcome.ACCEPTED);
    }

    @ManagedAttribute(description = "Messages that the gateway rejected")
    public long getRejectedMessages() {
        return producerStatistics.messages(Outcome.REJECTED);
    }

    @ManagedAttribute(description = "Messages of which nobody knows whether they arrived")
    public long getAmbiguousMessages() {
        return producerStatistics.messages(Outcome.UNKNOWN);
    }

    @ManagedAttribute(description = "Messages that did not leave, or that the gateway asked to send later")
    public long getNotSentMessages() {
        return producerStatistics.messages(Outcome.NOT_SENT);
    }

    @ManagedAttribute(description = "Messages whose outcome is not known yet")
    public long getPendingMessages() {
        return producerStatistics.pendingMessages();
    }

    @ManagedAttribute(
            description = "Exchanges that were refused before sending, for a broken rule or an unreadable body")
    public long getInvalidExchanges() {
        return producerStatistics.invalidExchanges();
    }

    @ManagedAttribute(description = "Requests to the gateway, also those that did not leave")
    public long getRequests() {
        return producerStatistics.requests();
    }

    @ManagedAttribute(description = "Messages in a request, on average")
    public double getMeanRequestSize() {
        return producerStatistics.meanRequestSize();
    }

    @ManagedAttribute(description = "Messages in the largest request")
    public long getMaxRequestSize() {
        return producerStatistics.maxRequestSize();
    }

    @ManagedAttribute(
            description =
                    "From the start of an attempt to send until its outcome is known, on average, in milliseconds")
    public double getMeanLatency() {
        return producerStatistics.meanLatencyMillis();
    }

    @ManagedAttribute(
            description =
                    "The longest time from the start of an attempt to send until its outcome is known, in milliseconds")
    public double getMaxLatency() {
        return producerStatistics.maxLatencyMillis();
    }

    /** Whether this is the first warning of the rule or reason; further ones need not be logged. */
    boolean firstWarning(String reason) {
        return warned.add(reason);
    }

    boolean anyPage() {
        return ANY_PAGE.equals(pageId);
    }

    @Override
    public CmMessengerComponent getComponent() {
        return (CmMessengerComponent) super.getComponent();
    }

    /**
     * The gateway, without what may be secret in its URL; of an endpoint that only receives, the URL that CM.com calls, as
     * far as the HTTP server tells it.
     */
    @Override
    public String getServiceUrl() {
        String served = servedUrl;
        return served == null || producerHealth.inUse() ? gatewayLocation() : served;
    }

    @Override
    public String getServiceProtocol() {
        return getServiceUrl().startsWith("https:") ? "https" : "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("page", pageId);
    }

    /** Up to its path: whatever comes before the host or behind the path may be a secret. */
    String gatewayLocation() {
        return configuration.getGatewayUrl().replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    }

    @Nullable
    String servedUrl() {
        return servedUrl;
    }

    /** @param url null where nothing is served any more */
    void servedAt(@Nullable String url) {
        servedUrl = url;
    }

    LastErrors lastErrors() {
        return lastErrors;
    }

    public String getPageId() {
        return pageId;
    }

    public void setPageId(String pageId) {
        this.pageId = pageId;
    }

    public CmMessengerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CmMessengerConfiguration configuration) {
        this.configuration = configuration;
    }
}
