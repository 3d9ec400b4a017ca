package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Limits;
import io.github.camelcm.messenger.rules.Renderer;
import io.github.camelcm.messenger.simulator.SentMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What Messenger shows of a message in the simulator's journal. */
final class Shown {

    private static final Renderer RENDERER = new Renderer(Limits.DEFAULTS);

    private Shown() {}

    static List<Bubble> bubbles(SentMessage message) {
        return RENDERER.render(read(message)).stream()
                .flatMap(rendering -> rendering.bubbles().stream())
                .toList();
    }

    static Optional<String> tag(SentMessage message) {
        return read(message).items().stream()
                .map(Item::tag)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static OutboundMessage read(SentMessage message) {
        try {
            return OutboundReader.message(message.msg());
        } catch (JsonShapeException e) {
            throw new IllegalArgumentException("The gateway took a message that is none", e);
        }
    }
}
