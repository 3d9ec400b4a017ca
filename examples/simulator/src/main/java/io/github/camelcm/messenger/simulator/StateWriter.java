package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorState.Snapshot;
import java.util.List;

/** Writes the state as a document of its own format. */
final class StateWriter {

    static final String FORMAT = "cm-messenger-simulator";
    static final int VERSION = 1;

    private StateWriter() {}

    static JsonNode write(Snapshot state) {
        ObjectNode json = Json.object().put("format", FORMAT).put("version", VERSION);
        ObjectNode clock = json.putObject("clock").put("mode", state.standingAt() == null ? "running" : "manual");
        if (state.standingAt() == null) {
            clock.put("offset", state.offset().toString());
        } else {
            clock.put("time", state.standingAt().toString());
        }
        json.set("ladder", ControlJson.ladder(state.ladder()));
        ObjectNode faults = json.putObject("faults").put("last", state.lastFault());
        ArrayNode rules = faults.putArray("rules");
        state.faults().forEach(rule -> rules.add(ControlJson.rule(rule)));
        ObjectNode journal = json.putObject("journal");
        journal.put("last", state.lastSequence()).put("dropped", state.dropped());
        journal.set("entries", entries(state.entries()));
        json.putObject("held").put("on", state.holding()).set("calls", entries(state.held()));
        ObjectNode agenda =
                json.putObject("agenda").put("last", state.lastDue()).put("dropped", state.droppedDue());
        ArrayNode due = agenda.putArray("due");
        state.agenda().forEach(one -> due.add(due(one)));
        return json;
    }

    private static ArrayNode entries(List<? extends JournalEntry> entries) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        entries.forEach(entry -> json.add(JournalJson.entry(entry)));
        return json;
    }

    private static ObjectNode due(Due due) {
        ObjectNode json = Json.object().put("id", due.id()).put("at", due.at().toString());
        if (due.task() instanceof Due.Retry retry) {
            json.put("type", "retry").put("attempts", retry.attempts());
            json.set("call", JournalJson.entry(retry.call()));
        } else if (due.task() instanceof Due.Report report) {
            json.put("type", "report")
                    .put("pageId", report.about().pageId())
                    .put("psid", report.about().psid())
                    .put("reference", report.about().reference())
                    .put("message", report.about().message());
            json.set("steps", ControlJson.steps(report.steps()));
        }
        return json;
    }
}
