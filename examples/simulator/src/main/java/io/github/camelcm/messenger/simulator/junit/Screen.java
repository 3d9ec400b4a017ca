package io.github.camelcm.messenger.simulator.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Rendering;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.JournalEntry;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.SimulatorException;
import io.github.camelcm.messenger.simulator.Tappable;
import io.github.camelcm.messenger.simulator.WebhookCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one user has on the screen, by the component's own rendering. */
final class Screen {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final CmSimulator simulator;
    private final MessengerUser user;

    Screen(CmSimulator simulator, MessengerUser user) {
        this.simulator = simulator;
        this.user = user;
    }

    /** Whether the user gets it. */
    static boolean reaches(MessengerUser user, SentMessage message) {
        return message.accepted()
                && message.psid().equals(user.psid())
                && message.pageId().equals(user.pageId());
    }

    /** What Messenger makes of a message; nothing where the message cannot be read as one. */
    List<Rendering> renderings(SentMessage message) {
        try {
            return simulator.explain(message.msg()).renderings();
        } catch (SimulatorException e) {
            return List.of();
        }
    }

    List<Shown> bubbles(SentMessage message) {
        List<Bubble> bubbles = renderings(message).stream()
                .flatMap(rendering -> rendering.bubbles().stream())
                .toList();
        List<Shown> shown = new ArrayList<>(bubbles.size());
        for (int i = 0; i < bubbles.size(); i++) {
            shown.add(new Shown(message, i, bubbles.get(i)));
        }
        return shown;
    }

    /** Sequence number of the newest entry; to be asked before the screen is looked at, so that nothing is missed. */
    long newest() {
        List<JournalEntry> entries = simulator.journal().entries();
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
    }

    /** All that can be tapped now, or could be before; the newest bubble first. */
    List<Tappable> tappables() {
        return simulator.tappables(user);
    }

    /** What the user did; null if it cannot be read. */
    static @Nullable InboundMessage inbound(WebhookCall call) {
        try {
            return MAPPER.treeToValue(call.body(), InboundMessage.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
