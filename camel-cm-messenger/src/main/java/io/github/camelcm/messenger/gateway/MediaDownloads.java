package io.github.camelcm.messenger.gateway;

import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** Gets the files that users sent, which CM.com keeps (spec/gateway.md, section 2). */
public final class MediaDownloads {

    private final HttpExecution execution;
    private final String productToken;
    private final long maxBytes;
    private final Executor writers;

    /**
     * @param client started; never closed here
     * @param settings the time-outs of each download
     * @param deadlines end the downloads that take too long
     * @param productToken the secret that opens the files
     * @param maxBytes the largest file that is taken, 1 or more
     * @param writers write to the streams, which may block
     */
    public MediaDownloads(
            HttpAsyncClient client,
            HttpSettings settings,
            Deadlines deadlines,
            String productToken,
            long maxBytes,
            Executor writers) {
        this.execution = new HttpExecution(client, settings, deadlines);
        this.productToken = productToken;
        this.maxBytes = maxBytes;
        this.writers = writers;
    }

    /**
     * Gets one file, without blocking.
     *
     * @param target written to by one thread at a time, perhaps even after the result is there if that is no success
     * @return completes with an answer, or exceptionally with a {@link TransportException}; on a thread that must not be
     *     held up. After a success everything is written and the connection is free
     */
    public CompletableFuture<MediaAnswer> fetch(MediaAddress address, OutputStream target) {
        HttpHost host = new HttpHost(URIScheme.HTTPS.id, address.host(), address.port());
        HttpRequest head = new BasicHttpRequest(Method.GET, host, address.path());
        head.setHeader(Transport.TOKEN_HEADER, productToken);
        head.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        HttpCall<MediaAnswer> call = execution.newCall(MediaAnswer::status);
        MediaConsumer consumer = new MediaConsumer(call, target, maxBytes, writers);
        BasicRequestProducer request = new BasicRequestProducer(head, null) {
            @Override
            public void releaseResources() {
                super.releaseResources();
                consumer.releaseResources(); // the simplest of clients releases a consumer only after its result
            }
        };
        return execution.run(call, request, consumer, new TellingContext(call));
    }

    /** Tells when the request is about to be written: it has no body that could. */
    private static final class TellingContext extends HttpClientContext {

        private final HttpCall<?> call;

        private TellingContext(HttpCall<?> call) {
            this.call = call;
        }

        /** The client sets the request when its connection is there. */
        @Override
        public void setRequest(HttpRequest request) {
            super.setRequest(request);
            if (Method.GET.isSame(request.getMethod())) { // not a proxy's CONNECT
                call.leasedWithoutBody();
            }
        }
    }
}
