package io.github.camelcm.messenger.ingest;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * The side that is measured, in a JVM of its own: one Camel context, one HTTP server, a route for each {@link Target}.
 * Answers a line on its standard input with a line on its standard output, and stops when its input ends.
 */
final class IngestServer {

    static final String READY = "ready";
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
            System.out.println(READY);
            answerLines();
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

    /** Any line is asked for what {@link ServerProcess.Usage} holds: exchanges that a route got, nanoseconds of CPU. */
    private void answerLines() throws Exception {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (lines.readLine() != null) {
            System.out.println(routed.sum() + " " + machine.getProcessCpuTime());
        }
    }
}
