package io.github.camelcm.messenger.gateway;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.async.methods.BasicHttpRequests;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** Posts over HTTP with an asynchronous client that somebody else opens and closes. */
public final class HttpTransport implements Transport {

    private final HttpExecution execution;

    /** Never sent itself: a new one is made of its parts for each post, which spares reading the URL each time. */
    private final HttpRequest template;

    /**
     * @param client started; never closed here
     * @param gateway an absolute {@code http} or {@code https} URL
     * @param settings the time-outs of each post
     * @param deadlines end the calls that take too long
     */
    public HttpTransport(HttpAsyncClient client, URI gateway, HttpSettings settings, Deadlines deadlines) {
        this.execution = new HttpExecution(client, settings, deadlines);
        this.template = BasicHttpRequests.post(gateway);
    }

    @Override
    public CompletableFuture<GatewayAnswer> post(byte[] request, String productToken) {
        HttpRequest head = new BasicHttpRequest(
                template.getMethod(), template.getScheme(), template.getAuthority(), template.getPath());
        head.setHeader(TOKEN_HEADER, productToken);
        HttpCall<GatewayAnswer> call = execution.newCall(GatewayAnswer::status);
        AsyncRequestProducer producer =
                new BasicRequestProducer(head, new TrackedBody(request, ContentType.APPLICATION_JSON, call));
        return execution.run(call, producer, new AnswerConsumer(), HttpClientContext.create());
    }
}
