package io.github.camelcm.messenger;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;

/** A Camel context that receives on a real HTTP server, and a caller that does as CM.com does. */
final class ReceivingHarness implements AutoCloseable {

    static final String PAGE = "1234567890";
    static final String PSID = "6789012345678901";
    static final String SECRET = "a secret+of/ours=";

    final DefaultCamelContext context = new DefaultCamelContext();
    final String base;
    private final HttpClient client = client();

    ReceivingHarness(TestServer server) throws Exception {
        int port = TestServer.freePort();
        base = "http://127.0.0.1:" + port;
        server.setUp(context, port);
        context.getShutdownStrategy().setTimeout(10);
        options().setHttpServerComponent(server.component());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static ReceivingHarness started(TestServer server, RouteBuilder routes) throws Exception {
        ReceivingHarness harness = new ReceivingHarness(server);
        return harness.start(routes);
    }

    ReceivingHarness pooled() {
        context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        return this;
    }

    ReceivingHarness start(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        return this;
    }

    CmMessengerConfiguration options() {
        return context.getComponent("cm-messenger", CmMessengerComponent.class).getConfiguration();
    }

    /** Posts to the page's own path as CM.com does. */
    HttpResponse<String> post(byte[] body) throws Exception {
        return send(request("/cm-messenger/" + PAGE).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> post(String body) throws Exception {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String body) {
        return client.sendAsync(
                request("/cm-messenger/" + PAGE)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json; charset=utf-8");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** On a connection of its own: some servers close it after an answer of theirs, without a word. */
    HttpResponse<String> sendAlone(HttpRequest.Builder request) throws Exception {
        return client().send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
