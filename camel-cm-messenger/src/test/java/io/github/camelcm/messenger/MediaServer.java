package io.github.camelcm.messenger;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.FaultServer.Connection;
import io.github.camelcm.messenger.model.InboundContent;
import io.github.camelcm.messenger.model.InboundMedia;
import io.github.camelcm.messenger.model.InboundMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StreamCachingStrategy;

/**
 * A server of media over TLS, and a context with a route that fetches from it. The route's end notes what it got, as a
 * spooled file is gone when its exchange is done.
 */
final class MediaServer implements AutoCloseable {

    static final String TOKEN = "MARKERTOKEN-1111-2222-3333-444444444444";

    /** Of the URL's path and query, which no text may hold. */
    static final String SECRET_PATH = "MARKERPATH";

    static final int SPOOL_THRESHOLD = 128 * 1024;

    /** What a route sees after the download. */
    record Fetched(byte[] bytes, boolean inMemory, Map<String, Object> headers) {}

    final FaultServer server;
    final DefaultCamelContext context = new DefaultCamelContext();
    final Path spool;

    MediaServer(Path folder, Behaviour behaviour) throws Exception {
        TestTls tls = new TestTls(folder, "dns:localhost");
        server = new FaultServer(behaviour, tls.serverSockets());
        spool = Files.createTempDirectory(folder, "spool");
        StreamCachingStrategy caching = context.getStreamCachingStrategy();
        caching.setSpoolEnabled(true);
        caching.setSpoolThreshold(SPOOL_THRESHOLD);
        caching.setSpoolDirectory(spool.toFile());
        caching.setRemoveSpoolDirectoryWhenStopping(false); // or nobody would see what is left in it
        CmMessengerConfiguration options =
                context.getComponent("cm-messenger", CmMessengerComponent.class).getConfiguration();
        options.setProductToken(TOKEN);
        options.setMediaHosts("localhost:" + server.port());
        options.setSslContextParameters(tls.trusting());
        options.setOperation(CmMessengerOperation.fetchMedia);
        context.start();
    }

    /** Bytes of no pattern, the same each time. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static Behaviour file(byte[] file, String... headers) {
        return (request, connection) -> answer(connection, file, headers);
    }

    static void answer(Connection connection, byte[] file, String... headers) throws IOException {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + file.length + "\r\n"
                + String.join("", Stream.of(headers).map(line -> line + "\r\n").toList()) + "\r\n");
        connection.write(file);
    }

    String url() {
        return "https://localhost:" + server.port() + "/media/" + SECRET_PATH + "?q=" + SECRET_PATH;
    }

    /** Fetches by the header, and waits. */
    Exchange fetch(String options) throws Exception {
        return fetch(options, exchange -> exchange.getMessage().setHeader(CmMessengerConstants.MEDIA_URI, url()));
    }

    Exchange fetch(String options, org.apache.camel.Processor fill) throws Exception {
        String from = route(options);
        return context.createProducerTemplate().request(from, fill);
    }

    /** The address of a route that fetches. */
    String route(String options) throws Exception {
        String from = "direct:" + Math.abs((long) options.hashCode());
        if (context.hasEndpoint(from) == null) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from)
                            .errorHandler(noErrorHandler())
                            .to("cm-messenger:any" + (options.isEmpty() ? "" : "?" + options))
                            .process(MediaServer::note);
                }
            });
        }
        return from;
    }

    static void note(Exchange exchange) {
        org.apache.camel.StreamCache body = exchange.getMessage().getBody(org.apache.camel.StreamCache.class);
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        exchange.setProperty(
                "fetched",
                new Fetched(
                        bytes, body.inMemory(), Map.copyOf(exchange.getMessage().getHeaders())));
    }

    static Fetched fetched(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getProperty("fetched", Fetched.class);
    }

    static InboundMessage inbound(String url, String contentType, String title) {
        return new InboundMessage(
                null,
                null,
                new InboundContent(null, new InboundMedia(url, contentType, title, Map.of()), null, Map.of()),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Map.of());
    }

    List<Path> spooled() {
        return files(spool);
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("cm-messenger") || name.contains("CmMessenger"))
                .toList();
    }

    @Override
    public void close() throws Exception {
        context.close();
        server.close();
    }
}
