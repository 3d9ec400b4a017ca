package io.github.camelcm.messenger.soak;

import io.github.camelcm.messenger.CmMessengerEndpoint;
import io.github.camelcm.messenger.load.Machine;
import io.github.camelcm.messenger.load.ServerProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sends at a steady rate through a gateway with random faults, and receives beside it, for a long time. At the end the
 * counts must add up, heap and threads must be {@link Flatness flat}, and threads and connections must be gone when all is
 * closed.
 */
public final class Soak {

    private static final int TICK_MILLIS = 20;
    private static final int LIST = 20;

    /** How long the last messages may take: redeliveries of requests that meet a deadline. */
    private static final Duration END = Duration.ofSeconds(60);

    private final SoakSettings settings;
    private final PrintStream out;
    private final Ledger ledger = new Ledger();
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int inLists;

    private Soak(SoakSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** @param args see {@link SoakSettings#of} */
    public static void main(String[] args) throws Exception {
        List<String> complaints = run(SoakSettings.of(args), System.out);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** @return what is not as it should be */
    static List<String> run(SoakSettings settings, PrintStream out) throws Exception {
        Soak soak = new Soak(settings, out);
        out.println(Machine.describe());
        out.println(settings);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (FaultyGateway gateway = new FaultyGateway(vertx, soak.ledger, settings.seed())) {
            int webhookPort = ServerProcess.freePort();
            try (WebhookCalls calls = new WebhookCalls(vertx, webhookPort)) {
                try (SoakRoutes routes = new SoakRoutes(gateway.url(), webhookPort, soak.ledger)) {
                    soak.send(gateway, routes, calls);
                    soak.compare(routes, calls);
                }
            }
            soak.nothingIsLeft(gateway);
            out.println(gateway);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        soak.conclude();
        return soak.complaints;
    }

    private void send(FaultyGateway gateway, SoakRoutes routes, WebhookCalls calls) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            long start = System.nanoTime();
            ScheduledFuture<?> ticks =
                    clock.scheduleAtFixedRate(() -> tick(routes, calls), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            for (long at = 0;
                    at < settings.duration().toNanos();
                    at += settings.every().toNanos()) {
                long left = start + at + settings.every().toNanos() - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(left);
                Reading reading = Reading.now(start, gateway.openConnections());
                readings.add(reading);
                out.println(reading + "   " + counters(routes, calls));
                ledger.forget(false);
                if (ticks.isDone()) {
                    ticks.get(); // throws what went wrong
                }
            }
        } finally {
            clock.shutdown();
            clock.awaitTermination(END.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void tick(SoakRoutes routes, WebhookCalls calls) {
        int third = settings.rate() * TICK_MILLIS / 3000;
        for (int i = 0; i < third; i++) {
            routes.sendOne();
            routes.sendBatched();
        }
        inLists += third;
        if (inLists >= LIST) {
            inLists -= LIST;
            routes.sendList(LIST);
        }
        calls.call();
    }

    private static String counters(SoakRoutes routes, WebhookCalls calls) {
        return "sent %d = accepted %d + rejected %d + ambiguous %d + not sent %d + pending %d   webhook %d"
                .formatted(
                        routes.count(CmMessengerEndpoint::getSentMessages),
                        routes.count(CmMessengerEndpoint::getAcceptedMessages),
                        routes.count(CmMessengerEndpoint::getRejectedMessages),
                        routes.count(CmMessengerEndpoint::getAmbiguousMessages),
                        routes.count(CmMessengerEndpoint::getNotSentMessages),
                        routes.count(CmMessengerEndpoint::getPendingMessages),
                        calls.answered());
    }

    private void compare(SoakRoutes routes, WebhookCalls calls) throws InterruptedException {
        within(END, () -> ledger.untold() == 0 && calls.underWay() == 0);
        complaints.addAll(ledger.complaints());
        complaints.addAll(routes.complaints());
        if (calls.failed() > 0 || calls.answered() != routes.received()) {
            complaints.add("of the webhook calls %d were answered with 200 and %d otherwise, the route got %d"
                    .formatted(calls.answered(), calls.failed(), routes.received()));
        }
        out.println("at the end: " + counters(routes, calls));
    }

    private void nothingIsLeft(FaultyGateway gateway) throws InterruptedException {
        within(END, () -> threads().isEmpty() && gateway.openConnections() == 0);
        if (!threads().isEmpty()) {
            complaints.add("threads are left: " + threads());
        }
        if (gateway.openConnections() > 0) {
            complaints.add(gateway.openConnections() + " connections to the gateway are left");
        }
    }

    private void conclude() {
        Flatness flatness = new Flatness(readings);
        complaints.addAll(flatness.complaints());
        out.println(flatness);
        complaints.forEach(complaint -> out.println("WRONG: " + complaint));
        out.println(complaints.isEmpty() ? "The counts add up, and nothing is left." : "Something is wrong.");
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("cm-messenger") || name.contains("CmMessenger"))
                .toList();
    }

    private static void within(Duration time, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
