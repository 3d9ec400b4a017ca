package io.github.camelcm.messenger.springboot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A gateway that accepts every message, unless it refuses the product token. */
final class FakeGateway implements AutoCloseable {

    private static final String ACCEPTED = """
            {"details": "Created 1 message(s)", "errorCode": 0, "messages": [{"to": "6789012345678901",
             "status": "Accepted", "reference": null, "parts": 1, "messageDetails": null, "messageErrorCode": 0}]}""";

    private static final String REFUSED = """
            {"details": "Incorrect product token", "errorCode": 103, "messages": []}""";

    private final HttpServer server;
    private final String scheme;
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    /** Over plain HTTP. */
    FakeGateway() throws IOException {
        this(HttpServer.create(address(), 0), "http");
    }

    /** Over TLS. */
    FakeGateway(SSLContext tls) throws IOException {
        this(secure(tls), "https");
    }

    private FakeGateway(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::answer);
        server.start();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpServer secure(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-CM-PRODUCTTOKEN")));
        byte[] body = (refusing ? REFUSED : ACCEPTED).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refusing ? 401 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** From now on: does not know the product token, or knows it again. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** The product token of each request. */
    List<String> tokens() {
        return tokens;
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort() + "/v1.0/message";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
