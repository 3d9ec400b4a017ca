package io.github.camelcm.messenger.send;

import io.github.camelcm.messenger.load.Machine;
import io.github.camelcm.messenger.load.ServerProcess;
import io.github.camelcm.messenger.load.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many messages per second the producer sends, beside what a user would take instead. Starts a {@link GatewayServer}
 * in a second JVM, and lets the {@link Contestants} send in turn, round after round. A message that is not accepted, or
 * another number of messages at the gateway than were sent, ends the run with an error.
 */
public final class SendLoad {

    private static final long TURN_MILLIS = 400;

    /** While the gateway answers at once, which it does from the start. */
    private static final int WARM_UP_IN_FLIGHT = 64;

    private final SendSettings settings;
    private final ServerProcess gateway;
    private final List<Contestant> contestants;

    private SendLoad(SendSettings settings, ServerProcess gateway, List<Contestant> contestants) {
        this.settings = settings;
        this.gateway = gateway;
        this.contestants = contestants;
    }

    /** @param args see {@link SendSettings#of} */
    public static void main(String[] args) throws Exception {
        SendSettings settings = SendSettings.of(args);
        try (ServerProcess gateway = ServerProcess.start(GatewayServer.class, List.of("-Xms512m", "-Xmx512m"));
                Contestants contestants = new Contestants(gateway.port(), settings)) {
            System.out.println(Machine.describe());
            System.out.println(settings);
            new SendLoad(settings, gateway, contestants.all()).run();
        }
        System.exit(0); // threads of clients that cannot be closed
    }

    private void run() throws Exception {
        warmUp(WARM_UP_IN_FLIGHT, settings.warmUpMillis());
        for (int delay : settings.delays()) {
            gateway.ask(GatewayServer.DELAY + delay);
            for (int inFlight : settings.inFlight()) {
                warmUp(inFlight, 0);
                SendReport report = new SendReport(contestants);
                for (int round = 0; round < settings.rounds(); round++) {
                    for (Contestant contestant : Turns.of(contestants, round)) {
                        SendMeasurement measured = measure(contestant, inFlight, settings.millis());
                        report.add(contestant, measured);
                        System.out.printf(Locale.ROOT, "%2d  %-28s %s%n", round + 1, contestant.title(), measured);
                    }
                }
                System.out.printf("%n%d ms, %d exchanges under way%n%n%s%n", delay, inFlight, report);
            }
        }
    }

    /**
     * In short turns, so that the code they share is compiled for all of them and not for the first one.
     *
     * @param millis at least; one turn is always taken
     */
    private void warmUp(int inFlight, long millis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        do {
            for (Contestant contestant : contestants) {
                measure(contestant, inFlight, TURN_MILLIS);
            }
        } while (System.nanoTime() < end);
    }

    private SendMeasurement measure(Contestant contestant, int inFlight, long millis) throws Exception {
        long before = gateway.usage().count();
        connections();
        long cpu = Machine.cpuNanos();
        SendRun.Result result = SendRun.of(contestant, inFlight, millis);
        cpu = Machine.cpuNanos() - cpu;
        long arrived = gateway.usage().count() - before;
        long expected = contestant.sends() ? result.messages() : 0;
        if (arrived != expected) {
            throw new IllegalStateException(
                    contestant.title() + ": " + expected + " messages sent, but " + arrived + " arrived");
        }
        return new SendMeasurement(
                result.perSecond(),
                result.latencies().getValueAtPercentile(50) / 1e6,
                result.latencies().getValueAtPercentile(99) / 1e6,
                cpu / 1e3 / result.messages(),
                connections());
    }

    private int connections() throws IOException {
        return Integer.parseInt(gateway.ask(GatewayServer.CONNECTIONS));
    }
}
