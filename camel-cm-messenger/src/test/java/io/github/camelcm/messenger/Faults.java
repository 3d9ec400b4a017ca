package io.github.camelcm.messenger;

import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.FaultServer.Connection;
import io.github.camelcm.messenger.FaultServer.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Every fault that a gateway, or the way to it, can show, and what a caller is told: the type of the exception for one
 * message and for a list; none where the results tell.
 */
final class Faults {

    /** A fault, ready to be met at {@code options}. */
    record Scene(String options, AutoCloseable closing) {}

    /** Which of the requests meet the fault, asked for each in turn; the others are accepted. */
    interface Hits {

        Hits ALL = () -> true;

        /** @param position from 0 */
        static Hits only(int position) {
            AtomicInteger asked = new AtomicInteger();
            return () -> asked.getAndIncrement() == position;
        }

        boolean next();

        default Behaviour choose(Behaviour fault, Behaviour otherwise) {
            return (request, connection) -> (next() ? fault : otherwise).answer(request, connection);
        }
    }

    /** Which requests a fault can hit. */
    enum Reach {
        ALL,
        ANY,

        /** It shows when a time-out is over. */
        ANY_IN_TIME
    }

    /** Makes the scene of a fault. */
    interface Stage {
        Scene set(Harness harness, Path folder, Hits hits) throws Exception;
    }

    /**
     * @param list null where a list has results instead
     * @param reach which requests it can hit
     */
    record Fault(
            String name,
            Class<? extends CmMessengerException> one,
            Class<? extends CmMessengerException> list,
            Reach reach,
            Stage stage) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A request larger than all buffers on the way. */
    static final int HUGE = 24 * 1024 * 1024;

    private static final Class<NotSentException> NOT_SENT = NotSentException.class;
    private static final Class<AmbiguousOutcomeException> UNKNOWN = AmbiguousOutcomeException.class;
    private static final Class<RejectedException> REJECTED = RejectedException.class;
    private static final Class<ThrottledException> THROTTLED = ThrottledException.class;

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.of(connections(), silences(), unreadable(), refusals(), others())
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> connections() {
        return Stream.of(
                new Fault("connection refused", NOT_SENT, NOT_SENT, Reach.ALL, (harness, folder, hits) -> {
                    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                        return new Scene("gatewayUrl=http://127.0.0.1:" + free.getLocalPort() + "/", () -> {});
                    }
                }),
                new Fault(
                        "unknown host",
                        NOT_SENT,
                        NOT_SENT,
                        Reach.ALL,
                        (harness, folder, hits) -> new Scene("gatewayUrl=http://no-such-host.invalid/", () -> {})),
                new Fault(
                        "TLS: nobody trusts the certificate",
                        NOT_SENT,
                        NOT_SENT,
                        Reach.ALL,
                        (harness, folder, hits) -> {
                            FaultServer server = tlsServer(folder, "dns:localhost");
                            return new Scene("gatewayUrl=https://localhost:" + server.port() + "/", server);
                        }),
                new Fault(
                        "TLS: the certificate has another name",
                        NOT_SENT,
                        NOT_SENT,
                        Reach.ALL,
                        (harness, folder, hits) -> {
                            TestTls tls = new TestTls(folder, "dns:elsewhere.example");
                            harness.context.getRegistry().bind("elsewhere", tls.trusting());
                            FaultServer server = new FaultServer(Answers.accepting(), tls.serverSockets());
                            return new Scene(
                                    "sslContextParameters=#elsewhere&gatewayUrl=https://localhost:" + server.port()
                                            + "/",
                                    server);
                        }),
                new Fault(
                        "TLS: the server does not speak it", NOT_SENT, NOT_SENT, Reach.ALL, (harness, folder, hits) -> {
                            FaultServer server = new FaultServer(Answers.accepting());
                            return new Scene("gatewayUrl=https://localhost:" + server.port() + "/", server);
                        }),
                new Fault("proxy: 407", NOT_SENT, NOT_SENT, Reach.ANY, proxy("http://gateway.example/", 407)),
                new Fault(
                        "proxy: 407 to CONNECT", NOT_SENT, NOT_SENT, Reach.ALL, proxy("https://gateway.example/", 407)),
                new Fault(
                        "proxy: 403 to CONNECT", NOT_SENT, NOT_SENT, Reach.ALL, proxy("https://gateway.example/", 403)),
                new Fault("no free connection in time", NOT_SENT, NOT_SENT, Reach.ALL, (harness, folder, hits) -> {
                    FaultServer server = new FaultServer((request, connection) -> connection.silence());
                    String options = "connectTimeout=500&responseTimeout=20000&connectionRequestTimeout=300"
                            + "&maxTotalConnections=1&gatewayUrl=" + server.url();
                    harness.context.createProducerTemplate().asyncSend(Harness.uri("to=1&" + options), in -> in.getIn()
                            .setBody("takes the only connection"));
                    await().until(() -> server.requests().size() == 1);
                    return new Scene(options, server);
                }),
                new Fault(
                        "reset while the request is written",
                        NOT_SENT,
                        NOT_SENT,
                        Reach.ALL,
                        (harness, folder, hits) -> {
                            FaultServer server = new FaultServer(Answers.accepting())
                                    .beforeBody((request, connection) -> connection.reset());
                            return new Scene("huge=true&gatewayUrl=" + server.url(), server);
                        }),
                new Fault(
                        "the request is not read to its end in time",
                        NOT_SENT,
                        NOT_SENT,
                        Reach.ALL,
                        (harness, folder, hits) -> {
                            FaultServer server = new FaultServer(Answers.accepting())
                                    .beforeBody((request, connection) -> connection.silence());
                            return new Scene("huge=true&gatewayUrl=" + server.url(), server);
                        }));
    }

    private static Stream<Fault> silences() {
        return Stream.of(
                fault("no answer", UNKNOWN, UNKNOWN, Reach.ANY_IN_TIME, (request, connection) -> connection.silence()),
                fault("answer after the deadline", UNKNOWN, UNKNOWN, Reach.ANY_IN_TIME, (request, connection) -> {
                    connection.pause(Duration.ofSeconds(20));
                    Answers.accepting().answer(request, connection);
                }),
                fault("a byte now and then beyond the deadline", UNKNOWN, UNKNOWN, Reach.ANY_IN_TIME, Faults::trickle),
                fault("reset before the answer", UNKNOWN, UNKNOWN, (request, connection) -> connection.reset()),
                fault("closed before the answer", UNKNOWN, UNKNOWN, (request, connection) -> connection.close()),
                fault("reset in the middle of the answer", UNKNOWN, UNKNOWN, (request, connection) -> {
                    connection.head(200, 100);
                    connection.write("{\"errorCode\": 0");
                    connection.reset();
                }),
                fault("closed in the middle of the answer", UNKNOWN, UNKNOWN, (request, connection) -> {
                    connection.head(200, 100);
                    connection.write("{\"errorCode\": 0");
                    connection.close();
                }),
                fault("an answer without end", UNKNOWN, UNKNOWN, (request, connection) -> {
                    connection.head(200, Integer.MAX_VALUE);
                    String chunk = " ".repeat(1 << 20);
                    for (int i = 0; i < 64; i++) {
                        connection.write(chunk);
                    }
                }));
    }

    private static Stream<Fault> unreadable() {
        return Stream.of(
                answer("200, empty", UNKNOWN, 200, ""),
                answer("200, HTML", UNKNOWN, 200, "<html>"),
                answer("200, broken JSON", UNKNOWN, 200, "{\"errorCode\": 0, \"messages\": ["),
                answer("200, entries for other references only", UNKNOWN, 200, """
                        {"errorCode": 0, "messages": [{"to": "1", "status": "Accepted", "reference": "other"}]}"""),
                answer("408", UNKNOWN, 408, ""),
                answer("500, HTML", UNKNOWN, 500, "<html>"),
                answer("500, empty", UNKNOWN, 500, ""),
                answer("502, HTML", UNKNOWN, 502, "<html>"),
                answer("502, empty", UNKNOWN, 502, ""),
                answer("504, HTML", UNKNOWN, 504, "<html>"),
                answer("504, empty", UNKNOWN, 504, ""));
    }

    private static Stream<Fault> refusals() {
        return Stream.of(
                fault("200 with 201, the last message rejected", REJECTED, null, Faults::rejectLast),
                fault("400 with 201, all messages rejected", REJECTED, null, Answers.accepting(msg -> false)),
                answer("400 with 101, no entries", REJECTED, 400, "{\"errorCode\": 101, \"messages\": []}"),
                answer("400 with 202, no entries", REJECTED, 400, "{\"errorCode\": 202, \"messages\": []}"),
                answer("400 with 203, no entries", REJECTED, 400, "{\"errorCode\": 203, \"messages\": null}"),
                answer("401", REJECTED, 401, ""),
                answer("403", REJECTED, 403, "<html>"),
                answer("404, HTML", REJECTED, 404, "<html>"),
                answer("413", REJECTED, 413, ""),
                redirect(301),
                redirect(302),
                redirect(307),
                answer("500 with CM's code 999", REJECTED, 500, "{\"errorCode\": 999}"),
                answer("500 with CM's code 500", REJECTED, 500, "{\"errorCode\": 500}"));
    }

    private static Stream<Fault> others() {
        return Stream.of(
                throttled(429, null),
                throttled(429, "3"),
                throttled(429, "Fri, 31 Dec 2100 23:59:59 GMT"),
                throttled(429, "soon"),
                throttled(503, null),
                throttled(503, "3"),
                fault("200, accepted without references", null, null, (request, connection) -> {
                    int count = Answers.messages(request).size();
                    String entry = "{\"status\": \"Accepted\", \"reference\": \"\"}";
                    connection.json(
                            200,
                            "{\"errorCode\": 0, \"messages\": ["
                                    + String.join(",", java.util.Collections.nCopies(count, entry)) + "]}");
                }));
    }

    private static Fault fault(
            String name,
            Class<? extends CmMessengerException> one,
            Class<? extends CmMessengerException> list,
            Behaviour behaviour) {
        return fault(name, one, list, Reach.ANY, behaviour);
    }

    private static Fault fault(
            String name,
            Class<? extends CmMessengerException> one,
            Class<? extends CmMessengerException> list,
            Reach reach,
            Behaviour behaviour) {
        return new Fault(name, one, list, reach, (harness, folder, hits) -> {
            FaultServer server = new FaultServer(hits.choose(behaviour, Answers.accepting()));
            return new Scene("gatewayUrl=" + server.url(), server);
        });
    }

    private static Fault answer(String name, Class<? extends CmMessengerException> type, int status, String body) {
        return fault(name, type, type, (request, connection) -> connection.json(status, body));
    }

    /** To a place that would accept; it is never asked. */
    private static Fault redirect(int status) {
        return fault(status + ", never followed", REJECTED, REJECTED, (request, connection) -> {
            if (request.line().contains("/elsewhere")) {
                Answers.accepting().answer(request, connection);
            } else {
                connection.answer(status, Map.of("Location", "/elsewhere"), "");
            }
        });
    }

    private static Fault throttled(int status, String retryAfter) {
        String header = retryAfter == null ? "no Retry-After" : "Retry-After: " + retryAfter;
        return fault(
                status + ", " + header,
                THROTTLED,
                THROTTLED,
                (request, connection) -> connection.answer(
                        status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter), "busy"));
    }

    private static Stage proxy(String gateway, int status) {
        return (harness, folder, hits) -> {
            FaultServer proxy = new FaultServer(
                    hits.choose((request, connection) -> connection.json(status, "no"), Answers.accepting()));
            return new Scene("gatewayUrl=" + gateway + "&proxyHost=127.0.0.1&proxyPort=" + proxy.port(), proxy);
        };
    }

    private static FaultServer tlsServer(Path folder, String name) throws Exception {
        return new FaultServer(Answers.accepting(), new TestTls(folder, name).serverSockets());
    }

    private static void rejectLast(Request request, Connection connection) throws IOException, InterruptedException {
        String last = Answers.messages(request)
                .get(Answers.messages(request).size() - 1)
                .path("reference")
                .asText();
        if (Answers.messages(request).size() > 1) {
            Answers.accepting(msg -> !msg.path("reference").asText().equals(last))
                    .answer(request, connection);
        } else {
            connection.json(200, """
                    {"errorCode": 201, "messages": [{"reference": "%s", "status": "Rejected", "messageErrorCode": 303}]}""".formatted(last));
        }
    }

    private static void trickle(Request request, Connection connection) throws IOException, InterruptedException {
        connection.head(200, 10_000);
        for (byte next : "{\"errorCode\": 0".repeat(20).getBytes(StandardCharsets.UTF_8)) {
            connection.write(String.valueOf((char) next));
            connection.pause(Duration.ofMillis(60));
        }
    }
}
