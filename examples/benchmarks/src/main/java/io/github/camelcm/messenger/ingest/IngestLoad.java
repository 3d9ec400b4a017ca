package io.github.camelcm.messenger.ingest;

import io.github.camelcm.messenger.load.Machine;
import io.github.camelcm.messenger.load.ServerProcess;
import io.github.camelcm.messenger.load.Turns;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How many webhook calls per second the component answers, beside an HTTP server that looks at nothing. Starts an
 * {@link IngestServer} in a second JVM, so that neither heap, compiler nor threads of the caller are the server's, and
 * calls its {@link Target}s in turn, round after round.
 */
public final class IngestLoad {

    private final IngestSettings settings;
    private final Vertx vertx;
    private final ServerProcess server;
    private final SamplePayload payload;

    private IngestLoad(IngestSettings settings, Vertx vertx, ServerProcess server) throws IOException {
        this.settings = settings;
        this.vertx = vertx;
        this.server = server;
        this.payload = SamplePayload.read();
    }

    /** @param args see {@link IngestSettings#of} */
    public static void main(String[] args) throws Exception {
        IngestSettings settings = IngestSettings.of(args);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (ServerProcess server = ServerProcess.start(IngestServer.class, settings.serverOptions())) {
            System.out.println(Machine.describe());
            System.out.println(settings);
            new IngestLoad(settings, vertx, server).run();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void run() throws Exception {
        for (int connections : settings.connections()) {
            warmUp(connections);
            IngestReport report = new IngestReport();
            for (int round = 0; round < settings.rounds(); round++) {
                for (Target target : Turns.of(List.of(Target.values()), round)) {
                    Measurement measured = measure(target, connections, settings.millis());
                    report.add(target, measured);
                    System.out.printf(Locale.ROOT, "%2d  %-24s %s%n", round + 1, target.title(), measured);
                }
            }
            System.out.printf("%n%d connections%n%n%s%n", connections, report);
        }
    }

    /** In short turns, so that the server's code is compiled for all targets and not for the first one. */
    private void warmUp(int connections) throws Exception {
        for (long spent = 0; spent < settings.warmUpMillis(); spent += 1000) {
            for (Target target : Target.values()) {
                measure(target, connections, 1000 / Target.values().length);
            }
        }
    }

    private Measurement measure(Target target, int connections, long millis) throws Exception {
        ServerProcess.Usage before = server.usage();
        Load.Result result = Load.run(vertx, server.port(), connections, millis, () -> target.nextRequest(payload));
        ServerProcess.Usage used = server.usage().since(before);
        if (used.count() != result.answers()) {
            throw new IllegalStateException(
                    target.title() + ": " + result.answers() + " answers, but the route got " + used.count());
        }
        return new Measurement(
                result.perSecond(),
                result.latencies().getValueAtPercentile(50) / 1000.0,
                result.latencies().getValueAtPercentile(99) / 1000.0,
                used.cpuNanos() / 1000.0 / result.answers());
    }
}
