package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.MatrixRow;
import io.github.camelcm.messenger.rules.Rendering;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Messenger would show, as the control API writes it. */
final class ExplanationJson {

    private ExplanationJson() {}

    static ObjectNode explanation(ExplainedPayload payload) {
        ObjectNode json = Json.object().put("sendable", payload.explanation().sendable());
        ArrayNode violations = json.putArray("violations");
        for (Violation violation : payload.violations()) {
            violations
                    .addObject()
                    .put("index", violation.index())
                    .put("rule", violation.rule())
                    .put("severity", violation.severity().name().toLowerCase(Locale.ROOT))
                    .put("pointer", violation.pointer())
                    .put("message", violation.message());
        }
        ArrayNode renderings = json.putArray("renderings");
        for (int index = 0; index < payload.renderings().size(); index++) {
            for (Rendering rendering : payload.renderings().get(index)) {
                renderings.add(rendering(rendering).put("index", index));
            }
        }
        return json;
    }

    static ArrayNode renderings(List<Rendering> renderings) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        renderings.forEach(rendering -> json.add(rendering(rendering)));
        return json;
    }

    private static ObjectNode rendering(Rendering rendering) {
        ObjectNode json = Json.object()
                .put("item", rendering.item())
                .put("at", rendering.at().toString());
        json.set("row", row(rendering.row()));
        json.set("bubbles", Json.MAPPER.valueToTree(rendering.bubbles().toArray(new Bubble[0])));
        json.set("obstacle", Json.MAPPER.valueToTree(rendering.obstacle()));
        return json;
    }

    private static JsonNode row(@Nullable MatrixRow row) {
        return row == null
                ? Json.MAPPER.nullNode()
                : Json.object()
                        .put("number", row.number())
                        .put("name", row.name())
                        .put("shows", row.shows());
    }
}
