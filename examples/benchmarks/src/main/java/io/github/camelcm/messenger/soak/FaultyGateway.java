package io.github.camelcm.messenger.soak;

import io.github.camelcm.messenger.load.GatewayRequest;
import io.github.camelcm.messenger.load.GatewayRequest.Message;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A gateway that does to a request what the next number of a random sequence says, and enters what it did into the
 * {@link Ledger}. One event loop does everything.
 */
final class FaultyGateway implements AutoCloseable {

    /** What becomes of a request. */
    private enum Fate {
        ACCEPTED(800),
        SLOW(60),
        WITHOUT_REFERENCES(20),
        SOME_REJECTED(40),
        ALL_REJECTED(10),
        CLOSED_AFTER_ANSWER(10),
        THROTTLED(15),
        UNAVAILABLE(10),
        REFUSED(10),
        TOO_LARGE(5),
        SERVER_ERROR(8),
        SERVER_ERROR_UNPROCESSED(4),
        GARBAGE(8),
        RESET_BEFORE_BODY(5),
        RESET_UNPROCESSED(5),
        RESET_PROCESSED(5),
        HALF_ANSWER(5),
        SILENT(3);

        private final int weight;

        Fate(int weight) {
            this.weight = weight;
        }

        private static Fate next(Random random) {
            int sum = 0;
            for (Fate fate : values()) {
                sum += fate.weight;
            }
            int left = random.nextInt(sum);
            for (Fate fate : values()) {
                left -= fate.weight;
                if (left < 0) {
                    return fate;
                }
            }
            throw new IllegalStateException("the weights are more than their sum");
        }
    }

    private static final int SLOWEST_MILLIS = 100;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Random random;
    private final HttpServer server;

    // of the event loop
    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);

    private volatile int open;

    /** @param vertx with one event loop */
    FaultyGateway(Vertx vertx, Ledger ledger, long seed) throws Exception {
        this.vertx = vertx;
        this.ledger = ledger;
        this.random = new Random(seed);
        // who closes without lingering resets the connection
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSoLinger(0)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(connection -> {
                    open++;
                    connection.closeHandler(closed -> open--);
                })
                .requestHandler(this::begin);
        server.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1.0/message";
    }

    int openConnections() {
        return open;
    }

    /** How often each fate was met; to be asked when nothing is sent any more. */
    @Override
    public String toString() {
        return met.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private void begin(HttpServerRequest request) {
        Fate fate = Fate.next(random);
        met.merge(fate, 1, Integer::sum);
        if (fate == Fate.RESET_BEFORE_BODY) {
            request.connection().close();
        } else {
            request.bodyHandler(body -> meet(fate, request, GatewayRequest.read(body.getBytes())));
        }
    }

    private void meet(Fate fate, HttpServerRequest request, GatewayRequest sent) {
        HttpServerResponse response = request.response();
        switch (fate) {
            case ACCEPTED -> json(response, 200, process(sent, message -> true, true));
            case SLOW -> {
                byte[] answer = process(sent, message -> true, true);
                vertx.setTimer(1 + random.nextInt(SLOWEST_MILLIS), passed -> json(response, 200, answer));
            }
            case WITHOUT_REFERENCES -> json(response, 200, process(sent, message -> true, false));
            case SOME_REJECTED -> json(response, 200, process(sent, message -> random.nextBoolean(), true));
            case ALL_REJECTED -> json(response, 400, process(sent, message -> false, true));
            case CLOSED_AFTER_ANSWER ->
                json(response.putHeader("Connection", "close"), 200, process(sent, message -> true, true));
            case THROTTLED ->
                response.setStatusCode(429).putHeader("Retry-After", "1").end();
            case UNAVAILABLE -> response.setStatusCode(503).end("<html>");
            case REFUSED ->
                json(response, 400, "{\"errorCode\": 303, \"messages\": []}".getBytes(StandardCharsets.UTF_8));
            case TOO_LARGE -> response.setStatusCode(413).end();
            case SERVER_ERROR -> {
                process(sent, message -> true, true);
                response.setStatusCode(500).end("<html>");
            }
            case SERVER_ERROR_UNPROCESSED -> response.setStatusCode(500).end("<html>");
            case GARBAGE -> {
                process(sent, message -> true, true);
                json(response, 200, "{\"errorCode\": 0, \"messages\": [".getBytes(StandardCharsets.UTF_8));
            }
            case RESET_UNPROCESSED -> request.connection().close();
            case RESET_PROCESSED -> {
                process(sent, message -> true, true);
                request.connection().close();
            }
            case HALF_ANSWER -> {
                process(sent, message -> true, true);
                response.putHeader("Content-Length", "100")
                        .write("{\"errorCode\": 0")
                        .onComplete(written -> request.connection().close());
            }
            case SILENT -> process(sent, message -> true, true);
            case RESET_BEFORE_BODY -> throw new IllegalStateException("is met before the body");
        }
    }

    /** Makes up its mind about each message, and enters it before anybody can know. */
    private byte[] process(GatewayRequest sent, Predicate<Message> accept, boolean references) {
        Map<Message, Boolean> accepted = new HashMap<>();
        for (Message message : sent.messages()) {
            accepted.put(message, accept.test(message));
            ledger.processed(message.reference(), accepted.get(message));
        }
        return sent.answer(accepted::get, references);
    }

    private static void json(HttpServerResponse response, int status, byte[] body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(body));
    }
}
