package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.rules.Validator;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The parts of a simulator. All that belongs to its state is guarded by one monitor, the journal, so that an export sees
 * one moment of it and an import replaces it in one piece. Nobody waits for anything while holding it.
 */
final class Core {

    private final SimulatorOptions options;
    private final Feed feed;
    private final Journal journal;
    private final Conversations conversations;
    private final Webhooks webhooks;
    private final VirtualTime time;
    private final Faults faults;
    private final Deliveries deliveries;
    private final StatusReporter reporter;
    private final ClockRunner runner;
    private final SimulatorClock clock;
    private final Tappables tappables;
    private final Users users;
    private final Explainer explainer;
    private final SimulatorState state;

    Core(SimulatorOptions options, Vertx vertx) {
        this.options = options;
        this.feed = new Feed(options.clock().millis());
        this.journal = new Journal(options.journalCapacity(), feed::entry);
        this.conversations = new Conversations(journal);
        this.webhooks = new Webhooks(options.webhooks());
        this.time = new VirtualTime(journal, options.clock());
        this.faults = new Faults(journal, () -> feed.changed("faults"));
        Agenda agenda = new Agenda(journal);
        WebhookCaller caller = new WebhookCaller(vertx, options.webhookTimeout(), time, webhooks, journal, faults);
        this.deliveries = new Deliveries(journal, time, agenda, webhooks, caller, feed);
        this.reporter = new StatusReporter(journal, time, agenda, deliveries, options.statusLadder());
        this.runner = new ClockRunner(journal, time, agenda, this::fire);
        this.clock = new SimulatorClock(time, runner, () -> feed.changed("clock"));
        deliveries.onDue(runner::wake);
        this.explainer = new Explainer(validator(options.check()));
        this.tappables = new Tappables(journal, explainer);
        this.users = new Users(journal, conversations, tappables, new InboundJson(time), deliveries, reporter);
        this.state = new SimulatorState(options, journal, time, agenda, faults, deliveries, reporter, runner, feed);
        state.start();
    }

    private static Validator validator(MessageCheck check) {
        return (check instanceof MessengerRules rules ? rules : new MessengerRules()).validator();
    }

    private CompletableFuture<?> fire(Due due) {
        return due.task() instanceof Due.Retry retry
                ? deliveries.retry(retry.call())
                : reporter.fire(due.at(), (Due.Report) due.task());
    }

    GatewayRoute gateway() {
        return new GatewayRoute(options, journal, time, faults, reporter, runner::wake);
    }

    Feed feed() {
        return feed;
    }

    Journal journal() {
        return journal;
    }

    Conversations conversations() {
        return conversations;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Faults faults() {
        return faults;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    StatusReporter reporter() {
        return reporter;
    }

    SimulatorClock clock() {
        return clock;
    }

    Tappables tappables() {
        return tappables;
    }

    Users users() {
        return users;
    }

    Explainer explainer() {
        return explainer;
    }

    SimulatorState state() {
        return state;
    }

    /**
     * The server ends first, and with it the calls that the clock may be waiting for.
     *
     * @param ended run when nothing happens any more, before the calls that are held are dropped
     */
    void close(Runnable server, Runnable ended) {
        runner.stop();
        deliveries.onEnd(delivery -> {}); // that calls under way break off is nobody's mistake
        server.run();
        runner.close();
        try {
            ended.run();
        } finally {
            synchronized (journal) {
                deliveries.restore(deliveries.isHolding(), List.of());
            }
        }
    }
}
