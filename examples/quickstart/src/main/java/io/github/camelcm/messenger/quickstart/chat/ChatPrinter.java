package io.github.camelcm.messenger.quickstart.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookCall;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints a conversation: the page on the left, the user on the right. */
final class ChatPrinter {

    static final int WIDTH = 90;

    private final PrintWriter out;
    private final Ink ink;
    private final Drawing drawing;
    private final MessengerUser user;

    ChatPrinter(PrintWriter out, Ink ink, MessengerUser user) {
        this.out = out;
        this.ink = ink;
        this.drawing = new Drawing(ink, WIDTH);
        this.user = user;
    }

    void title(String page) {
        out.println(ink.accent(Layout.pad(page, WIDTH - Layout.width(user.name())) + user.name()));
        out.println(ink.dim(ink.frame(1).repeat(WIDTH)));
        out.flush();
    }

    /** What the user wrote, sent or tapped. */
    void user(WebhookCall call) {
        JsonNode message = call.body().path("message");
        String text = message.path("text").asText();
        String shown = text.isEmpty() ? "[file " + message.at("/media/title").asText() + "]" : text;
        for (String line : drawing.box(drawing.text(shown), List.of())) {
            out.println(ink.user(" ".repeat(WIDTH - Layout.width(line)) + line));
        }
        if (message.at("/custom/suggestions").size() > 0) {
            String note = "tapped";
            out.println(ink.dim(" ".repeat(WIDTH - note.length() - 1) + note));
        }
        out.flush();
    }

    /** What the page shows. */
    void page(SentMessage message) {
        for (Bubble bubble : Shown.bubbles(message)) {
            drawing.bubble(bubble).forEach(line -> out.println(line.stripTrailing()));
        }
        out.flush();
    }

    /** What became of the message, and its tag. */
    void ticks(SentMessage message, Optional<DeliveryState> state) {
        String ticks =
                switch (state.orElse(DeliveryState.UNKNOWN)) {
                    case UNKNOWN, ACCEPTED -> ink.tick() + " sent";
                    case DELIVERED -> ink.tick() + ink.tick() + " delivered";
                    case READ -> ink.tick() + ink.tick() + " read";
                    case REJECTED, FAILED -> "! failed";
                };
        String tag = Shown.tag(message).map(name -> ink.dot() + "tag " + name).orElse("");
        out.println(ink.dim(" " + ticks + tag));
        out.flush();
    }

    /** Something that happens outside the conversation. */
    void event(String text) {
        out.println();
        out.println(ink.dim(Layout.centre(
                        ink.frame(1).repeat(3) + " " + text + " " + ink.frame(1).repeat(3), WIDTH)
                .stripTrailing()));
        out.flush();
    }

    /** A line about the chat, not of it. */
    void remark(String text) {
        out.println(ink.dim(text));
        out.flush();
    }

    /** A line to copy. */
    void line(String text) {
        out.println(text);
        out.flush();
    }
}
