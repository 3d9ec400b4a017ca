package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Clock, status ladder and fault rules as the control API writes them. */
final class ControlJson {

    private ControlJson() {}

    static ObjectNode clock(ClockReading clock) {
        return Json.object()
                .put("time", clock.time().toString())
                .put("mode", clock.manual() ? "manual" : "running")
                .put("pending", clock.pending())
                .put("next", clock.next() == null ? null : clock.next().toString())
                .put("dropped", clock.dropped());
    }

    static ObjectNode ladder(StatusLadder ladder) {
        ObjectNode json = Json.object().put("on", ladder.on());
        json.set("steps", steps(ladder.steps()));
        return json;
    }

    static ArrayNode steps(List<StatusStep> steps) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (StatusStep step : steps) {
            json.addObject()
                    .put("code", step.status().code().name())
                    .put("afterMillis", step.after().toMillis())
                    .put("errorCode", step.status().errorCode())
                    .put("errorDescription", step.status().errorDescription());
        }
        return json;
    }

    static ObjectNode rule(FaultRule rule) {
        Fault fault = rule.fault();
        ObjectNode json = Json.object()
                .put("id", rule.id())
                .put("kind", fault.kind().word())
                .put("where", fault.where().word());
        if (!fault.kind().parameter().isEmpty()) {
            json.put(fault.kind().parameter(), fault.value());
        }
        ObjectNode scope =
                json.putObject("scope").put("type", rule.scope().type().word());
        if (rule.scope().type() != FaultScope.Type.ALWAYS) {
            scope.put("count", rule.scope().count());
        }
        return json.put("counted", rule.counted()).put("fired", rule.fired());
    }
}
