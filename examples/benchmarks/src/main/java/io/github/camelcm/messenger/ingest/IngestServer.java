package io.github.camelcm.messenger.ingest;

import io.github.camelcm.messenger.load.ServerProcess;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * The side that is measured, in a JVM of its own: one Camel context, one HTTP server, a route for each {@link Target}.
 * Counts the exchanges that reached one of the routes.
 */
final class IngestServer {

    static final String TOKEN = "1d6b0c9e5f7a4e2f";

    private final LongAdder routed = new LongAdder();

    private IngestServer() {}

    public static void main(String[] args) throws Exception {
        new IngestServer().run(Integer.parseInt(args[0]));
    }

    private void run(int port) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            MainHttpServer server = new MainHttpServer();
            server.setCamelContext(context);
            server.setHost("127.0.0.1");
            server.setPort(port);
            context.addService(server);
            context.getRegistry().bind("repeats", new MemoryIdempotentRepository());
            context.addRoutes(routes());
            context.start();
            ServerProcess.answerLines(routed::sum, line -> {
                throw new IllegalArgumentException("unknown: " + line);
            });
        }
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String page = "cm-messenger:1234567890?webhookToken=" + TOKEN;
                from("platform-http:" + Target.BARE.path() + "?httpMethodRestrict=POST")
                        .process(exchange -> routed.increment())
                        .setBody(constant("OK"));
                from(page + "&webhookPath=" + Target.CM_MESSENGER.path()).process(exchange -> routed.increment());
                from(page + "&webhookPath=" + Target.IDEMPOTENT.path() + "&idempotentRepository=#repeats")
                        .process(exchange -> routed.increment());
            }
        };
    }
}
