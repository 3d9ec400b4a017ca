package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An application's webhook: records the calls and answers as told. */
final class TestWebhook implements AutoCloseable {

    record Call(
            String method, String pathAndQuery, @Nullable String contentType, String body) {

        JsonNode json() throws IOException {
            return Json.MAPPER.readTree(body);
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean silent;
    private final LocalServer server = new LocalServer(this::handle);

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body));
        if (silent) {
            awaitClose();
        }
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitClose() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String pathAndQuery) {
        return server.url(pathAndQuery);
    }

    void answer(int httpStatus) {
        status = httpStatus;
    }

    void saysNothing() {
        silent = true;
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        silence.countDown();
        server.close();
    }
}
