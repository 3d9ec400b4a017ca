package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Leads accepted messages up the status ladder. */
final class StatusReporter {

    private final Object monitor;
    private final VirtualTime time;
    private final Agenda agenda;
    private final InboundJson json;
    private final Deliveries deliveries;
    private StatusLadder ladder;

    StatusReporter(Object monitor, VirtualTime time, Agenda agenda, Deliveries deliveries, StatusLadder ladder) {
        this.monitor = monitor;
        this.time = time;
        this.agenda = agenda;
        this.json = new InboundJson(time);
        this.deliveries = deliveries;
        this.ladder = ladder;
    }

    StatusLadder ladder() {
        synchronized (monitor) {
            return ladder;
        }
    }

    /** Steps that wait keep waiting, unless the ladder is off now. */
    void ladder(StatusLadder newLadder) {
        synchronized (monitor) {
            ladder = newLadder;
            if (!newLadder.on()) {
                agenda.removeIf(Due.Report.class::isInstance);
            }
        }
    }

    /** The gateway has accepted a message. */
    void begin(SentMessage message) {
        synchronized (monitor) {
            if (ladder.on()) {
                climb(message.time(), Reported.on(message), ladder.steps());
            }
        }
    }

    private void climb(Instant from, Reported about, List<StatusStep> steps) {
        if (!steps.isEmpty()) {
            agenda.add(from.plus(steps.get(0).after()), new Due.Report(about, steps));
        }
    }

    /** A step is due. Without a webhook it is noted all the same. */
    CompletableFuture<?> fire(Instant at, Due.Report report) {
        WebhookCall call;
        synchronized (monitor) {
            List<StatusStep> steps = report.steps();
            climb(at, report.about(), steps.subList(1, steps.size()));
            call = note(report.about(), steps.get(0).status());
        }
        Told told = deliveries.isCalled(WebhookKind.STATUSES) ? deliveries.tell(call) : null;
        // the clock does not wait for what is held
        return told == null || told.held() ? CompletableFuture.completedFuture(null) : told.delivery();
    }

    /** Somebody reports by hand: the message climbs no further by itself. */
    Told report(Reported about, Status status) {
        deliveries.requireUrl(WebhookKind.STATUSES);
        WebhookCall call;
        synchronized (monitor) {
            agenda.removeIf(task ->
                    task instanceof Due.Report waiting && waiting.about().isSame(about));
            call = note(about, status);
        }
        return deliveries.tell(call);
    }

    private WebhookCall note(Reported about, Status status) {
        JsonNode report = json.status(about.psid(), about.reference(), status);
        return deliveries.note(WebhookKind.STATUSES, about.pageId(), about.psid(), about.message(), report);
    }
}
