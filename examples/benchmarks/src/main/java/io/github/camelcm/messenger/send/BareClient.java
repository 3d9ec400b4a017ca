package io.github.camelcm.messenger.send;

import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** Apache HttpClient 5, asynchronous, as somebody uses it who needs no Camel: HTTP/1.1, its simple requests, no retry. */
final class BareClient implements AutoCloseable {

    private final CloseableHttpAsyncClient client;
    private final String uri;

    BareClient(String uri, int connections) {
        this.uri = uri;
        client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .build();
        client.start();
    }

    /** Posts the bytes, and reads the answer without looking at more than its status. */
    void post(byte[] body, Consumer<Throwable> done) {
        SimpleHttpRequest request = SimpleRequestBuilder.post(uri)
                .setBody(body, ContentType.APPLICATION_JSON)
                .setHeader("X-CM-PRODUCTTOKEN", Contestants.TOKEN)
                .build();
        client.execute(request, new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse answer) {
                done.accept(answer.getCode() == 200 ? null : new IllegalStateException("HTTP " + answer.getCode()));
            }

            @Override
            public void failed(Exception cause) {
                done.accept(cause);
            }

            @Override
            public void cancelled() {
                done.accept(new IllegalStateException("cancelled"));
            }
        });
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
