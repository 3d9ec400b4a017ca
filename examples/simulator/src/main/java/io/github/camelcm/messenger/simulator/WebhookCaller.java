package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** Calls webhooks as CM.com does, and notes in the journal what came of it. */
final class WebhookCaller {

    /** Shorter than what servers keep idle connections open for, so that none is found closed. */
    private static final int KEEP_ALIVE_SECONDS = 2;

    private static final int MAX_CONNECTIONS = 32;

    private final HttpClient client;
    private final Webhooks webhooks;
    private final Journal journal;
    private final Clock clock;
    private final Duration timeout;

    WebhookCaller(Vertx vertx, SimulatorOptions options, Webhooks webhooks, Journal journal) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setMaxPoolSize(MAX_CONNECTIONS));
        this.webhooks = webhooks;
        this.journal = journal;
        this.clock = options.clock();
        this.timeout = options.webhookTimeout();
    }

    /** Notes the call and makes it. The future never fails: a call that fails is a delivery that says so. */
    CompletableFuture<Delivery> call(WebhookKind kind, String pageId, String psid, JsonNode json) {
        WebhookUrl url = webhooks.required(kind);
        String body = json.toString();
        WebhookCall call = journal.add(
                body.length(), sequence -> new WebhookCall(sequence, clock.instant(), kind, pageId, psid, json));
        long start = System.nanoTime();
        // composed, so that a client that is closed already is a failed delivery too and not an exception
        return Future.succeededFuture(Buffer.buffer(body))
                .compose(buffer -> post(url, buffer))
                .transform(result -> Future.succeededFuture(note(call, url, body.length(), start, result)))
                .toCompletionStage()
                .toCompletableFuture()
                // what users attach to the future may block: never on the event loop
                .thenApplyAsync(Function.identity());
    }

    private Future<Integer> post(WebhookUrl url, Buffer body) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.uri().toString())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                // longer than the deadline below; ends what the deadline gave up
                .setTimeout(timeout.toMillis() + 1000);
        return client.request(request)
                .compose(sent -> statusOf(sent, body))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sends, and says in the same breath what to do with the response: this runs on the event loop. Said by the thread
     * that called, it could come after the response has ended, and Vert.x would refuse it.
     */
    private static Future<Integer> statusOf(HttpClientRequest request, Buffer body) {
        // without a handler Vert.x logs what the future says already
        return request.exceptionHandler(failure -> {}).send(body).compose(WebhookCaller::statusAtEnd);
    }

    private static Future<Integer> statusAtEnd(HttpClientResponse response) {
        return response.end().map(response.statusCode());
    }

    private Delivery note(WebhookCall call, WebhookUrl url, int characters, long start, AsyncResult<Integer> result) {
        Duration latency = Duration.ofNanos(System.nanoTime() - start);
        return journal.add(
                characters,
                sequence -> new Delivery(
                        sequence,
                        clock.instant(),
                        call.sequence(),
                        call.kind(),
                        url.toString(),
                        call.body(),
                        1,
                        result.succeeded() ? result.result() : null,
                        result.succeeded() ? null : sentence(result.cause()),
                        latency));
    }

    /** Never the exception's own text: Vert.x puts the whole URL into some, and the query may hold a secret. */
    private String sentence(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "No complete answer within " + timeout.toMillis() + " ms";
        }
        if (cause instanceof UnknownHostException) {
            return "The host is not known";
        }
        if (cause instanceof ConnectException) {
            return "The connection was refused";
        }
        if (cause instanceof SSLException) {
            return "The TLS connection failed";
        }
        if (cause instanceof VertxException || cause instanceof IOException) {
            return "The connection broke before the answer was complete";
        }
        return "The call failed: " + cause.getClass().getSimpleName();
    }
}
