package io.github.camelcm.messenger.simulator;

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
                climb(message.time(), message.pageId(), message.psid(), message.reference(), ladder.steps());
            }
        }
    }

    private void climb(Instant from, String pageId, String psid, String reference, List<StatusStep> steps) {
        if (!steps.isEmpty()) {
            agenda.add(from.plus(steps.get(0).after()), new Due.Report(pageId, psid, reference, steps));
        }
    }

    /** A step is due. Without a webhook it is noted all the same. */
    CompletableFuture<?> fire(Instant at, Due.Report report) {
        WebhookCall call;
        synchronized (monitor) {
            List<StatusStep> steps = report.steps();
            climb(at, report.pageId(), report.psid(), report.reference(), steps.subList(1, steps.size()));
            call = note(
                    report.pageId(),
                    report.psid(),
                    report.reference(),
                    steps.get(0).status());
        }
        Told told = deliveries.isCalled(WebhookKind.STATUSES) ? deliveries.tell(call) : null;
        // the clock does not wait for what is held
        return told == null || told.held() ? CompletableFuture.completedFuture(null) : told.delivery();
    }

    /** Somebody reports by hand: the message climbs no further by itself. */
    Told report(String pageId, String psid, String reference, Status status) {
        deliveries.requireUrl(WebhookKind.STATUSES);
        WebhookCall call;
        synchronized (monitor) {
            agenda.removeIf(task -> task instanceof Due.Report waiting
                    && waiting.psid().equals(psid)
                    && waiting.reference().equals(reference));
            call = note(pageId, psid, reference, status);
        }
        return deliveries.tell(call);
    }

    private WebhookCall note(String pageId, String psid, String reference, Status status) {
        return deliveries.note(WebhookKind.STATUSES, pageId, psid, json.status(psid, reference, status));
    }
}
