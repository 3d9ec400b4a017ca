package io.github.camelcm.messenger.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;

/** How every request goes out: with the time-outs of the settings, and through their proxy. */
final class HttpExecution {

    private final HttpAsyncClient client;
    private final HttpSettings settings;
    private final RequestConfig requestConfig;
    private final Deadlines deadlines;

    /**
     * @param client started; never closed here
     * @param settings the time-outs of each request
     * @param deadlines end the calls that take too long
     */
    HttpExecution(HttpAsyncClient client, HttpSettings settings, Deadlines deadlines) {
        this.client = client;
        this.settings = settings;
        this.requestConfig = HttpClients.requestConfig(settings);
        this.deadlines = deadlines;
    }

    /** @param status the HTTP status of an answer */
    <T> HttpCall<T> newCall(ToIntFunction<T> status) {
        return new HttpCall<>(settings, deadlines, status);
    }

    /** @return completes with the answer, or exceptionally with a {@link TransportException} */
    <T> CompletableFuture<T> run(
            HttpCall<T> call,
            AsyncRequestProducer request,
            AsyncResponseConsumer<T> answer,
            HttpClientContext context) {
        context.setRequestConfig(requestConfig);
        if (settings.proxy() != null) {
            ProxyUse.authenticate(context, settings.proxy());
        }
        call.start(client.execute(request, answer, null, context, call));
        return call.answer();
    }
}
