package io.github.camelcm.messenger.send;

import io.github.camelcm.messenger.load.GatewayRequest;
import io.github.camelcm.messenger.load.ServerProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A gateway that accepts everything, in a JVM of its own, with one event loop. Answers as CM.com does, and on the paths of
 * Telegram and WhatsApp as those do, at once or after a delay, and counts the messages. Told {@code delay 40}, it answers
 * after so many milliseconds from then on; asked for {@code connections}, it says how many were open at most since it was
 * asked before.
 */
final class GatewayServer {

    static final String CM_PATH = "/v1.0/message";
    static final String CONNECTIONS = "connections";
    static final String DELAY = "delay ";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicLong messages = new AtomicLong();

    // one event loop writes, the thread that answers lines reads
    private volatile long delayMillis;
    private volatile int open;
    private volatile int mostOpen;

    private GatewayServer() {}

    public static void main(String[] args) throws Exception {
        new GatewayServer().run(Integer.parseInt(args[0]));
    }

    private void run(int port) throws Exception {
        // a client that may speak HTTP/2 asks to in each request, and is not heard: CM.com's gateway is HTTP/1.1 to all
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setAcceptBacklog(8192)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(connection -> {
                    opened(1);
                    connection.closeHandler(closed -> opened(-1));
                })
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body)))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        ServerProcess.answerLines(messages::get, this::answerLine);
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private void opened(int more) {
        open += more; // on the event loop alone
        mostOpen = Math.max(mostOpen, open);
    }

    private String answerLine(String line) {
        if (line.equals(CONNECTIONS)) {
            int most = mostOpen;
            vertx.runOnContext(now -> mostOpen = open);
            return Integer.toString(most);
        }
        if (line.startsWith(DELAY)) {
            delayMillis = Long.parseLong(line.substring(DELAY.length()));
            return "ok";
        }
        throw new IllegalArgumentException("unknown: " + line);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Buffer answer;
        if (request.path().equals(CM_PATH)) {
            GatewayRequest sent = GatewayRequest.read(body.getBytes());
            messages.addAndGet(sent.messages().size());
            answer = Buffer.buffer(sent.accept());
        } else {
            messages.incrementAndGet();
            answer = SiblingAnswers.to(request.path());
        }
        if (delayMillis == 0) {
            end(request, answer);
        } else {
            vertx.setTimer(delayMillis, passed -> end(request, answer));
        }
    }

    private static void end(HttpServerRequest request, Buffer answer) {
        request.response().putHeader("Content-Type", "application/json").end(answer);
    }
}
