package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Rendering;
import io.github.camelcm.messenger.rules.Validator;
import java.util.List;
import java.util.Set;

/** Says what Messenger would show for a payload, by the component's own rules. */
final class Explainer {

    /** Beyond it a message is accepted, but its rendering is not shown: the writer's own limit is 1000. */
    private static final int MAX_NESTING = 500;

    /** What only the envelope of a message has. */
    private static final Set<String> ENVELOPE = Set.of("/from", "/to", "/allowedChannels", "/body");

    private final Validator validator;

    Explainer(Validator validator) {
        this.validator = validator;
    }

    ExplainedPayload explain(JsonNode payload) {
        List<OutboundMessage> messages;
        try {
            messages = OutboundReader.read(payload).messages();
        } catch (JsonShapeException e) {
            throw SimulatorException.invalid(e.getMessage());
        }
        List<Violation> violations = validator.explain(messages).violations().stream()
                .filter(violation ->
                        !(ENVELOPE.contains(violation.pointer()) && isContentAlone(messages.get(violation.index()))))
                .toList();
        return new ExplainedPayload(
                violations, messages.stream().map(this::renderings).toList());
    }

    private static boolean isContentAlone(OutboundMessage message) {
        return message.from() == null && message.to().isEmpty() && message.body() == null;
    }

    /** What Messenger shows for one {@code msg}; nothing if it cannot be read as one. */
    List<Rendering> renderings(JsonNode msg) {
        if (isDeeper(msg, MAX_NESTING)) {
            return List.of();
        }
        try {
            return renderings(OutboundReader.message(msg));
        } catch (JsonShapeException e) {
            return List.of();
        }
    }

    private List<Rendering> renderings(OutboundMessage message) {
        return validator.explain(List.of(message)).renderings();
    }

    private static boolean isDeeper(JsonNode node, int levels) {
        if (levels == 0) {
            return true;
        }
        for (JsonNode child : node) {
            if (child.isContainerNode() && isDeeper(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
