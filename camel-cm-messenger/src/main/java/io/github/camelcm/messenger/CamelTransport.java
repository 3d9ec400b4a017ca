package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.Deadlines;
import io.github.camelcm.messenger.gateway.Deadlines.Deadline;
import io.github.camelcm.messenger.gateway.GatewayAnswer;
import io.github.camelcm.messenger.gateway.Transport;
import io.github.camelcm.messenger.gateway.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.spi.BeanIntrospection;
import org.apache.camel.spi.HttpResponseAware;
import org.apache.camel.spi.ProducerCache;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests through a Camel endpoint instead of the built-in client, on an exchange of its own, so that no header
 * of the route reaches the gateway. What the endpoint does before it fails is not known here: an exception without a
 * response code leaves the outcome unknown.
 */
final class CamelTransport implements Transport {

    private static final String RETRY_AFTER = "Retry-After";

    private final Endpoint endpoint;
    private final ProducerCache producers;
    private final Executor threads;
    private final Duration responseTimeout;
    private final Deadlines deadlines;

    /**
     * @param threads run the endpoint, which may block
     * @param responseTimeout how long the endpoint may take for all of it; longer leaves the outcome unknown
     */
    CamelTransport(
            Endpoint endpoint,
            ProducerCache producers,
            Executor threads,
            Duration responseTimeout,
            Deadlines deadlines) {
        this.endpoint = endpoint;
        this.producers = producers;
        this.threads = threads;
        this.responseTimeout = responseTimeout;
        this.deadlines = deadlines;
    }

    @Override
    public CompletableFuture<GatewayAnswer> post(byte[] request, String productToken) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
        Message in = exchange.getIn();
        in.setBody(request);
        in.setHeader(Exchange.CONTENT_TYPE, "application/json");
        in.setHeader(TOKEN_HEADER, productToken);
        CompletableFuture<GatewayAnswer> answer = new CompletableFuture<>();
        Deadline deadline = deadlines.in(
                responseTimeout,
                () -> answer.completeExceptionally(new TransportException(
                        "the transport did not answer within " + responseTimeout.toMillis() + " ms", true, 0, null)));
        try {
            threads.execute(() -> send(exchange, deadline, answer));
        } catch (RejectedExecutionException e) {
            deadline.callOff();
            answer.completeExceptionally(new TransportException("the component is stopped", false, 0, e));
        }
        return answer;
    }

    private void send(Exchange exchange, Deadline deadline, CompletableFuture<GatewayAnswer> answer) {
        producers
                .asyncSendExchange(endpoint, ExchangePattern.InOut, null, null, exchange, new CompletableFuture<>())
                .whenComplete((done, bug) -> {
                    deadline.callOff();
                    complete(answer, exchange, bug == null ? exchange.getException() : bug);
                });
    }

    private static void complete(
            CompletableFuture<GatewayAnswer> answer, Exchange exchange, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                answer.complete(read(exchange.getMessage()));
            } else if (failure instanceof HttpResponseAware aware && aware.getHttpResponseCode() > 0) {
                answer.complete(read(failure, aware, exchange.getContext()));
            } else {
                answer.completeExceptionally(new TransportException("the transport failed", true, 0, failure));
            }
        } catch (RuntimeException e) { // an answer of a type that cannot be read
            answer.completeExceptionally(new TransportException("the answer could not be read", true, 0, e));
        }
    }

    private static GatewayAnswer read(Message message) {
        byte[] body = message.getBody(byte[].class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        String retryAfter = message.getHeader(RETRY_AFTER, String.class);
        return new GatewayAnswer(status, retryAfter, body == null ? new byte[0] : body);
    }

    /** An exception of Camel's HTTP components, which has the answer's body and headers as bean properties. */
    private static GatewayAnswer read(Throwable failure, HttpResponseAware aware, CamelContext context) {
        BeanIntrospection beans = PluginHelper.getBeanIntrospection(context);
        Object body = beans.getOrElseProperty(failure, "responseBody", null, false);
        Object headers = beans.getOrElseProperty(failure, "responseHeaders", null, false);
        Object retryAfter = headers instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(header -> RETRY_AFTER.equalsIgnoreCase(String.valueOf(header.getKey())))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null)
                : null;
        return new GatewayAnswer(
                aware.getHttpResponseCode(),
                retryAfter == null ? null : retryAfter.toString(),
                body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
