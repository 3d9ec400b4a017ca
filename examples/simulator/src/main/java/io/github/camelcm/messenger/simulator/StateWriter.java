package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorState.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Writes the state as a document of its own format. */
final class StateWriter {

    static final String FORMAT = "cm-messenger-simulator";
    static final int VERSION = 1;

    private StateWriter() {}

    /** Entry by entry: all of them together may be large. */
    static void write(Snapshot state, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("format", FORMAT);
        out.writeNumberField("version", VERSION);
        ObjectNode clock = Json.object().put("mode", state.standingAt() == null ? "running" : "manual");
        if (state.standingAt() == null) {
            clock.put("offset", state.offset().toString());
        } else {
            clock.put("time", state.standingAt().toString());
        }
        member(out, "clock", clock);
        member(out, "ladder", ControlJson.ladder(state.ladder()));
        ObjectNode faults = Json.object().put("last", state.lastFault());
        ArrayNode rules = faults.putArray("rules");
        state.faults().forEach(rule -> rules.add(ControlJson.rule(rule)));
        member(out, "faults", faults);
        journal(state, out);
        out.writeObjectFieldStart("held");
        out.writeBooleanField("on", state.holding());
        list(out, "calls", state.held(), JournalJson::entry);
        out.writeEndObject();
        out.writeObjectFieldStart("agenda");
        out.writeNumberField("last", state.lastDue());
        out.writeNumberField("dropped", state.droppedDue());
        list(out, "due", state.agenda(), StateWriter::due);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void journal(Snapshot state, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("journal");
        out.writeNumberField("last", state.lastSequence());
        out.writeNumberField("dropped", state.dropped());
        out.writeNumberField("droppedDeliveries", state.droppedDeliveries());
        out.writeArrayFieldStart("entries");
        JournalEntry before = null;
        for (JournalEntry entry : state.entries()) {
            ObjectNode json = JournalJson.entry(entry);
            if (entry instanceof SentMessage message
                    && before instanceof SentMessage other
                    && message.msg() == other.msg()) {
                json.remove("msg"); // to another recipient: once for all of them
            }
            out.writeTree(json);
            before = entry;
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void member(JsonGenerator out, String name, JsonNode value) throws IOException {
        out.writeFieldName(name);
        out.writeTree(value);
    }

    private static <T> void list(
            JsonGenerator out, String name, List<? extends T> values, Function<T, ObjectNode> write)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (T value : values) {
            out.writeTree(write.apply(value));
        }
        out.writeEndArray();
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
