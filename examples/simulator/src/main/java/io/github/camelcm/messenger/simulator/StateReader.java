package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.SimulatorState.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a state document as a whole, before anything is changed. Members it does not know are overlooked. */
final class StateReader {

    private StateReader() {}

    static Snapshot read(JsonNode document) {
        StateNode root = new StateNode(document, "");
        if (!document.path("format").asText().equals(StateWriter.FORMAT)) {
            throw SimulatorException.invalid("This is no state of the simulator: \"format\" must be \""
                    + StateWriter.FORMAT + "\". Nothing was changed.");
        }
        long version = root.number("version", 0, Long.MAX_VALUE);
        if (version != StateWriter.VERSION) {
            throw SimulatorException.invalid("The state has version " + version + ", this simulator reads version "
                    + StateWriter.VERSION + ". Nothing was changed.");
        }
        StateNode clock = root.member("clock");
        boolean manual = clock.word("mode", Mode.class, mode -> mode.word) == Mode.MANUAL;
        StateNode faults = root.member("faults");
        StateNode journal = root.member("journal");
        StateNode held = root.member("held");
        StateNode agenda = root.member("agenda");
        return new Snapshot(
                manual ? clock.instant("time") : null,
                manual ? Duration.ZERO : clock.duration("offset"),
                root.member("ladder").read(ladder -> new StatusLadder(ladder.flag("on"), steps(ladder))),
                number(faults, "last"),
                rules(faults),
                number(journal, "last"),
                number(journal, "dropped"),
                number(journal, "droppedDeliveries"),
                entries(journal),
                held.flag("on"),
                calls(held, number(journal, "last")),
                number(agenda, "last"),
                number(agenda, "dropped"),
                due(agenda));
    }

    private enum Mode {
        RUNNING("running"),
        MANUAL("manual");

        private final String word;

        Mode(String word) {
            this.word = word;
        }
    }

    private static long number(StateNode node, String name) {
        return node.number(name, 0, Long.MAX_VALUE / 2);
    }

    private static List<StatusStep> steps(StateNode node) {
        return node.list(
                "steps",
                step -> new StatusStep(
                        new Status(
                                step.word("code", StatusCode.class, Enum::name),
                                step.text("errorCode"),
                                step.text("errorDescription")),
                        Duration.ofMillis(number(step, "afterMillis"))));
    }

    private static List<FaultRule> rules(StateNode faults) {
        long last = number(faults, "last");
        List<FaultRule> rules = faults.list("rules", rule -> rule(rule, last));
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).id() <= rules.get(i - 1).id()) {
                throw faults.member("rules").broken("a list in the order of ids");
            }
        }
        if (rules.size() > Faults.MAX_RULES) {
            throw faults.member("rules").broken("a list of at most " + Faults.MAX_RULES);
        }
        return rules;
    }

    private static FaultRule rule(StateNode rule, long last) {
        FaultKind kind = rule.word("kind", FaultKind.class, FaultKind::word);
        int value = kind.parameter().isEmpty() ? 0 : rule.integer(kind.parameter(), 0, Integer.MAX_VALUE);
        StateNode scope = rule.member("scope");
        FaultScope.Type type = scope.word("type", FaultScope.Type.class, FaultScope.Type::word);
        return new FaultRule(
                rule.number("id", 1, last),
                new Fault(kind, rule.word("where", FaultPlace.class, FaultPlace::word), value),
                new FaultScope(type, type == FaultScope.Type.ALWAYS ? 1 : scope.integer("count", 1, Integer.MAX_VALUE)),
                number(rule, "counted"),
                number(rule, "fired"));
    }

    private static List<JournalEntry> entries(StateNode journal) {
        long last = number(journal, "last");
        List<JournalEntry> read = new ArrayList<>();
        return journal.list("entries", node -> {
            JournalEntry before = read.isEmpty() ? null : read.get(read.size() - 1);
            JournalEntry entry = EntryReader.entry(node, last, before);
            if (before != null && entry.sequence() <= before.sequence()) {
                throw journal.member("entries").broken("a list in the order of sequence numbers");
            }
            read.add(entry);
            return entry;
        });
    }

    private static List<WebhookCall> calls(StateNode held, long last) {
        List<WebhookCall> calls = held.list("calls", call -> EntryReader.call(call, last));
        Set<Long> numbers = new HashSet<>();
        if (calls.size() > Deliveries.MAX_HELD || !calls.stream().allMatch(call -> numbers.add(call.sequence()))) {
            throw held.member("calls").broken("a list of at most " + Deliveries.MAX_HELD + " different calls");
        }
        return calls;
    }

    private static List<Due> due(StateNode agenda) {
        long last = number(agenda, "last");
        List<Due> due = agenda.list("due", one -> due(one, last));
        Set<Long> ids = new HashSet<>();
        if (due.size() > Agenda.MAX_ENTRIES || !due.stream().allMatch(one -> ids.add(one.id()))) {
            throw agenda.member("due").broken("a list of at most " + Agenda.MAX_ENTRIES + " with different ids");
        }
        return due;
    }

    private enum Task {
        RETRY,
        REPORT
    }

    private static Due due(StateNode node, long last) {
        long id = node.number("id", 1, last);
        Instant at = node.instant("at");
        if (node.word("type", Task.class, task -> task.name().toLowerCase(Locale.ROOT)) == Task.RETRY) {
            WebhookCall call = EntryReader.call(node.member("call"), Long.MAX_VALUE);
            return new Due(id, at, new Due.Retry(call, node.integer("attempts", 1, Integer.MAX_VALUE - 1)));
        }
        List<StatusStep> steps = steps(node);
        if (steps.isEmpty()) {
            throw node.member("steps").broken("at least one step");
        }
        Reported about = new Reported(
                node.text("pageId"),
                node.text("psid"),
                node.text("reference"),
                EntryReader.aboutMessage(node, Long.MAX_VALUE));
        return new Due(id, at, new Due.Report(about, steps));
    }
}
