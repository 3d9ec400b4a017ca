package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole state as one piece: reset, export and import. */
final class SimulatorState {

    /**
     * What a state document holds.
     *
     * @param standingAt where a clock stands that does not run; else null
     * @param offset how far a running clock is ahead of the real one
     */
    record Snapshot(
            @Nullable Instant standingAt,
            Duration offset,
            StatusLadder ladder,
            long lastFault,
            List<FaultRule> faults,
            long lastSequence,
            long dropped,
            long droppedDeliveries,
            List<JournalEntry> entries,
            boolean holding,
            List<WebhookCall> held,
            long lastDue,
            long droppedDue,
            List<Due> agenda) {}

    private final SimulatorOptions options;
    private final Journal journal;
    private final VirtualTime time;
    private final Agenda agenda;
    private final Faults faults;
    private final Deliveries deliveries;
    private final StatusReporter reporter;
    private final ClockRunner runner;
    private final Feed feed;

    SimulatorState(
            SimulatorOptions options,
            Journal journal,
            VirtualTime time,
            Agenda agenda,
            Faults faults,
            Deliveries deliveries,
            StatusReporter reporter,
            ClockRunner runner,
            Feed feed) {
        this.options = options;
        this.journal = journal;
        this.time = time;
        this.agenda = agenda;
        this.faults = faults;
        this.deliveries = deliveries;
        this.reporter = reporter;
        this.runner = runner;
        this.feed = feed;
    }

    /** At the very start. */
    void start() {
        if (options.standingAt() != null) {
            time.standAt(options.standingAt());
        }
    }

    void reset() {
        apply(new Snapshot(
                options.standingAt(),
                Duration.ZERO,
                options.statusLadder(),
                0,
                List.of(),
                0,
                0,
                0,
                List.of(),
                false,
                List.of(),
                0,
                0,
                List.of()));
    }

    void write(JsonGenerator out) throws IOException {
        StateWriter.write(snapshot(), out);
    }

    JsonNode tree() {
        try (TokenBuffer tokens = new TokenBuffer(StateCalls.MAPPER, false)) {
            write(tokens);
            return StateCalls.MAPPER.readTree(tokens.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot snapshot() {
        synchronized (journal) {
            return new Snapshot(
                    time.isManual() ? time.instant() : null,
                    time.offset(),
                    reporter.ladder(),
                    faults.lastId(),
                    faults.list(),
                    journal.lastSequence(),
                    journal.dropped(),
                    journal.droppedDeliveries(),
                    journal.entries(),
                    deliveries.isHolding(),
                    deliveries.held(),
                    agenda.lastId(),
                    agenda.dropped(),
                    agenda.entries());
        }
    }

    void read(JsonNode document) {
        apply(StateReader.read(document)); // read as a whole before anything is changed
    }

    private void apply(Snapshot snapshot) {
        synchronized (journal) {
            if (snapshot.standingAt() == null) {
                time.runAhead(snapshot.offset());
            } else {
                time.standAt(snapshot.standingAt());
            }
            reporter.ladder(snapshot.ladder());
            faults.restore(snapshot.lastFault(), snapshot.faults());
            journal.restore(
                    snapshot.entries(), snapshot.lastSequence(), snapshot.dropped(), snapshot.droppedDeliveries());
            agenda.restore(snapshot.lastDue(), snapshot.droppedDue(), snapshot.agenda());
            deliveries.restore(snapshot.holding(), snapshot.held());
            runner.startOver();
            feed.reset();
        }
    }
}
