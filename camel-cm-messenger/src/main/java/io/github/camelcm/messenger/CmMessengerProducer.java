package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.Batcher;
import io.github.camelcm.messenger.gateway.Gateway;
import io.github.camelcm.messenger.gateway.MediaHosts;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends or explains the messages in an exchange's body, or fetches the file that a user sent. Asynchronous: no thread
 * waits for an answer.
 */
class CmMessengerProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(CmMessengerProducer.class);

    private final CmMessengerEndpoint endpoint;
    private final CmMessengerConfiguration options;
    private final Preparation preparation;
    private @Nullable Gateway gateway;

    /** Volatile, since a stop takes it away while exchanges may come. One that still saw it is not sent. */
    private volatile @Nullable Batcher batcher;

    private @Nullable MediaFetch media;

    CmMessengerProducer(CmMessengerEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.preparation = new Preparation(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (options.getOperation() == CmMessengerOperation.fetchMedia) {
            refuseTransportUri();
        }
        CmMessengerComponent component = endpoint.getComponent();
        String token = options.getProductToken();
        if (token != null && !token.isBlank()) {
            Gateway way = component.gateway(options, token.trim(), endpoint.requestObserver());
            gateway = way;
            media = hasTransportUri() ? null : mediaFetch(component, token.trim());
            batcher = Batching.wanted(options) ? endpoint.batching().join(way) : null;
        } else if (options.getOperation() != CmMessengerOperation.explain) {
            throw new IllegalArgumentException("The option productToken is missing, without which cm-messenger:"
                    + endpoint.getPageId() + " cannot send or fetch media. Set it on the endpoint, or for all endpoints"
                    + " as camel.component.cm-messenger.product-token.");
        }
        if (gateway != null) {
            endpoint.producerHealth().starts(this, endpoint);
        }
    }

    @Override
    protected void doStop() throws Exception {
        Batcher shared = batcher;
        if (shared != null) {
            batcher = null;
            endpoint.batching().leave(shared);
        }
        endpoint.producerHealth().stops(this, endpoint);
        super.doStop();
    }

    private MediaFetch mediaFetch(CmMessengerComponent component, String token) throws Exception {
        return new MediaFetch(
                component.downloads(options, token),
                new MediaHosts(options.getMediaHosts()),
                component.continuations());
    }

    private boolean hasTransportUri() {
        String uri = options.getTransportUri();
        return uri != null && !uri.isBlank();
    }

    /** Whoever has a transport of his own would not expect that this request goes another way. */
    private void refuseTransportUri() {
        if (hasTransportUri()) {
            throw new IllegalArgumentException(
                    "operation=fetchMedia cannot go through transportUri. Fetch media with an"
                            + " endpoint that has none; transportUri= (empty) overrides that of the component.");
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        return operate(exchange, doneSync -> {
            endpoint.lastErrors().sending(exchange.getException());
            callback.done(doneSync);
        });
    }

    private boolean operate(Exchange exchange, AsyncCallback callback) {
        try {
            String header = exchange.getIn().getHeader(CmMessengerConstants.OPERATION, String.class);
            return switch (header == null ? options.getOperation() : CmMessengerOperation.of(header)) {
                case send -> send(exchange, callback);
                case explain -> {
                    explain(exchange);
                    callback.done(true);
                    yield true;
                }
                case fetchMedia -> fetchMedia(exchange, callback);
            };
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private void explain(Exchange exchange) throws InvalidMessageException {
        List<OutboundMessage> messages = preparation.read(exchange);
        exchange.getMessage().setBody(endpoint.getComponent().validator().explain(messages));
    }

    private boolean send(Exchange exchange, AsyncCallback callback) throws InvalidMessageException {
        Gateway way = gateway;
        if (way == null) {
            throw noToken();
        }
        SendState state = prepare(exchange);
        exchange.getIn().removeHeader(CmMessengerConstants.REFERENCE);
        Batcher shared = batcher;
        Sending sending = new Sending(
                shared == null || state.list() ? way : shared,
                endpoint.getComponent().continuations(),
                state.progress(),
                options.isResendAmbiguous(),
                endpoint.producerStatistics());
        sending.run().whenComplete((attempt, bug) -> {
            if (bug == null) {
                conclude(exchange, state, attempt);
            } else { // what was learnt before must not be sent again
                exchange.setProperty(preparation.key(), state.with(sending.progress()));
                exchange.setException(bug);
            }
            callback.done(false);
        });
        return false;
    }

    private SendState prepare(Exchange exchange) throws InvalidMessageException {
        try {
            return preparation.prepare(exchange);
        } catch (InvalidMessageException e) {
            endpoint.producerStatistics().invalid();
            throw e;
        }
    }

    private boolean fetchMedia(Exchange exchange, AsyncCallback callback) throws FetchMediaException {
        refuseTransportUri();
        MediaFetch way = media;
        if (way == null) {
            throw noToken();
        }
        way.run(exchange).whenComplete((done, bug) -> {
            if (bug != null) {
                exchange.setException(bug);
            }
            callback.done(false);
        });
        return false;
    }

    private IllegalStateException noToken() {
        return new IllegalStateException("The option productToken is missing, without which cm-messenger:"
                + endpoint.getPageId() + " can explain, but not send or fetch media.");
    }

    private void conclude(Exchange exchange, SendState before, Sending.Attempt attempt) {
        SendState state = before.with(attempt.progress());
        CmMessengerException failure = Conclusion.failure(attempt, state.list());
        if (failure != null) {
            exchange.setProperty(preparation.key(), state);
            exchange.setException(failure);
            return;
        }
        if (exchange.getProperty(preparation.key()) == before) { // that of another message stays
            exchange.removeProperty(preparation.key());
        }
        List<SendResult> results = new ArrayList<>(state.progress().size());
        int accepted = 0;
        int rejected = 0;
        for (Progress progress : state.progress()) {
            SendResult result = progress.result();
            results.add(result);
            accepted += result.outcome() == Outcome.ACCEPTED ? 1 : 0;
            rejected += result.outcome() == Outcome.REJECTED ? 1 : 0;
        }
        Message message = exchange.getMessage();
        message.setHeader(CmMessengerConstants.ACCEPTED, accepted);
        message.setHeader(CmMessengerConstants.REJECTED, rejected);
        if (state.list()) {
            message.setBody(Collections.unmodifiableList(results));
        } else {
            message.setBody(results.get(0));
            message.setHeader(
                    CmMessengerConstants.SENT_REFERENCE, results.get(0).reference());
        }
        if (rejected > 0) {
            LOG.warn("{} of {} messages were rejected by the gateway", rejected, results.size());
        }
    }
}
