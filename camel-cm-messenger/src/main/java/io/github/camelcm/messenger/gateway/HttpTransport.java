package io.github.camelcm.messenger.gateway;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.async.methods.BasicHttpRequests;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** Posts over HTTP with an asynchronous client that somebody else opens and closes. */
public final class HttpTransport implements Transport {

    private final HttpAsyncClient client;
    private final URI gateway;
    private final HttpSettings settings;
    private final RequestConfig requestConfig;
    private final Deadlines deadlines;

    /**
     * @param client started; never closed here
     * @param gateway an absolute {@code http} or {@code https} URL
     * @param settings the time-outs of each post
     * @param deadlines end the calls that take too long
     */
    public HttpTransport(HttpAsyncClient client, URI gateway, HttpSettings settings, Deadlines deadlines) {
        this.client = client;
        this.gateway = gateway;
        this.settings = settings;
        this.requestConfig = HttpClients.requestConfig(settings);
        this.deadlines = deadlines;
    }

    @Override
    public CompletableFuture<GatewayAnswer> post(byte[] request, String productToken) {
        HttpRequest head = BasicHttpRequests.post(gateway);
        head.setHeader(TOKEN_HEADER, productToken);
        HttpCall call = new HttpCall(settings, deadlines);
        AsyncRequestProducer producer =
                new BasicRequestProducer(head, new TrackedBody(request, ContentType.APPLICATION_JSON, call));
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(requestConfig);
        if (settings.proxy() != null) {
            ProxyUse.authenticate(context, settings.proxy());
        }
        call.start(client.execute(producer, new AnswerConsumer(), null, context, call));
        return call.answer();
    }
}
