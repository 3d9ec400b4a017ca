package io.github.camelcm.messenger.soak;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Calls the webhook as CM.com does, with its sample of a text message. */
final class WebhookCalls implements AutoCloseable {

    private final HttpClient client;
    private final int port;
    private final String sample;
    private final LongAdder made = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    WebhookCalls(Vertx vertx, int port) throws IOException {
        this.client = vertx.createHttpClient();
        this.port = port;
        try (InputStream in = WebhookCalls.class.getResourceAsStream("/ingest/text.json")) {
            this.sample = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void call() {
        made.increment();
        String path = SoakRoutes.WEBHOOK_PATH + "?token=" + SoakRoutes.WEBHOOK_TOKEN;
        client.request(HttpMethod.POST, port, "127.0.0.1", path)
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(sample))
                .onComplete(answer -> {
                    boolean well = answer.succeeded() && answer.result().statusCode() == 200;
                    (well ? answered : failed).increment();
                });
    }

    long underWay() {
        return made.sum() - answered.sum() - failed.sum();
    }

    /** With 200. */
    long answered() {
        return answered.sum();
    }

    long failed() {
        return failed.sum();
    }

    @Override
    public void close() throws Exception {
        client.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
