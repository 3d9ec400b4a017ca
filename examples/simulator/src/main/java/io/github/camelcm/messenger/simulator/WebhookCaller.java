package io.github.camelcm.messenger.simulator;

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
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls webhooks as CM.com does, and notes in the journal what came of it. */
final class WebhookCaller {

    /** Shorter than what servers keep idle connections open for, so that none is found closed. */
    private static final int KEEP_ALIVE_SECONDS = 2;

    private static final int MAX_CONNECTIONS = 32;

    private final Vertx vertx;
    private final HttpClient client;
    private final Webhooks webhooks;
    private final Journal journal;
    private final Faults faults;
    private final Clock clock;
    private final Duration timeout;

    WebhookCaller(Vertx vertx, Duration timeout, Clock clock, Webhooks webhooks, Journal journal, Faults faults) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setMaxPoolSize(MAX_CONNECTIONS));
        this.webhooks = webhooks;
        this.journal = journal;
        this.faults = faults;
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * Makes one attempt and notes it. The future never fails: a call that fails is a delivery that says so.
     *
     * @param ended told of the delivery in one piece with its note; not told if the simulator's state was exchanged
     *     meanwhile, and then nothing is noted either
     */
    CompletableFuture<Delivery> attempt(WebhookCall call, int number, Consumer<Delivery> ended) {
        WebhookUrl url = webhooks.get(call.kind());
        Attempt attempt;
        synchronized (journal) {
            attempt = new Attempt(call, number, url, faults.webhook(), journal.generation(), System.nanoTime());
        }
        // composed, so that a client that is closed already is a failed delivery too and not an exception
        return Future.succeededFuture(Buffer.buffer(call.body().toString()))
                .compose(body -> later(attempt.hit().delayMillis(), body))
                .compose(body -> url == null ? Future.failedFuture(new NoUrl()) : post(url, body))
                .transform(result -> Future.succeededFuture(note(attempt, result, ended)))
                .toCompletionStage()
                .toCompletableFuture()
                // what users attach to the future may block: never on the event loop
                .thenApplyAsync(Function.identity());
    }

    private record Attempt(
            WebhookCall call, int number, @Nullable WebhookUrl url, FaultHit hit, long generation, long start) {}

    private static final class NoUrl extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Future<Buffer> later(long millis, Buffer body) {
        return millis == 0
                ? Future.succeededFuture(body)
                : vertx.timer(millis, TimeUnit.MILLISECONDS).map(body);
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

    private Delivery note(Attempt attempt, AsyncResult<Integer> result, Consumer<Delivery> ended) {
        Duration latency = Duration.ofNanos(System.nanoTime() - attempt.start());
        synchronized (journal) {
            if (journal.generation() != attempt.generation()) {
                return delivery(0, attempt, result, latency);
            }
            Delivery delivery = journal.add(sequence -> delivery(sequence, attempt, result, latency));
            ended.accept(delivery);
            return delivery;
        }
    }

    private Delivery delivery(long sequence, Attempt attempt, AsyncResult<Integer> result, Duration latency) {
        WebhookCall call = attempt.call();
        FaultRule lost = attempt.hit().deciding();
        boolean answered = result.succeeded() && lost == null;
        return new Delivery(
                sequence,
                clock.instant(),
                call.sequence(),
                call.kind(),
                attempt.url() == null ? "" : attempt.url().toString(),
                call.body(),
                attempt.number(),
                answered ? result.result() : null,
                answered
                        ? null
                        : lost != null && result.succeeded() ? lost(lost, result.result()) : sentence(result.cause()),
                latency,
                attempt.hit().rules());
    }

    private static String lost(FaultRule rule, int status) {
        return "The answer " + status + " was lost, by fault rule " + rule.id();
    }

    /** Never the exception's own text: Vert.x puts the whole URL into some, and the query may hold a secret. */
    private String sentence(Throwable cause) {
        if (cause instanceof NoUrl) {
            return "No webhook URL of that kind is configured";
        }
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
