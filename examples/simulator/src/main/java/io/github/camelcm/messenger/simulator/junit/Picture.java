package io.github.camelcm.messenger.simulator.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.InboundMedia;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.rules.Rendering;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.GatewayRequest;
import io.github.camelcm.messenger.simulator.JournalEntry;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.Problem;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookCall;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole conversation as text: what both sides said, what became of it, and what went wrong on the way. */
final class Picture {

    private static final String INDENT = "        ";
    private static final List<String> STATUSES = List.of("accepted", "rejected", "delivered", "failed", "read");

    private final Screen screen;
    private final MessengerUser user;
    private final @Nullable Shown last;
    private final String name;
    private final long dropped;
    private final List<JournalEntry> entries;
    private final StringBuilder text = new StringBuilder();
    private boolean unexpected;

    /**
     * A picture of this moment.
     *
     * @param last the bubble that was expected last; later ones are marked
     */
    Picture(CmSimulator simulator, MessengerUser user, @Nullable Shown last) {
        this.screen = new Screen(simulator, user);
        this.user = user;
        this.last = last;
        this.name = user.name().isEmpty() ? "user" : Words.line(user.name());
        this.dropped = simulator.journal().dropped();
        this.entries = simulator.journal().entries();
    }

    String text() {
        text.append("The conversation of ").append(user.name().isEmpty() ? "user " : name + ", ");
        text.append(user.psid()).append(", with page ").append(user.pageId()).append(":\n");
        if (dropped > 0) {
            line("  ", "(" + dropped + " older entries of the journal were dropped)");
        }
        int before = text.length();
        entries.forEach(this::entry);
        if (text.length() == before) {
            line("  ", "(nothing yet)");
        }
        if (unexpected) {
            line("", "(> came after what was expected last)");
        }
        return text.toString();
    }

    private void entry(JournalEntry entry) {
        if (entry instanceof SentMessage message) {
            if (Screen.reaches(user, message)) {
                accepted(message);
            } else if (!message.accepted() && message.psid().equals(user.psid())) {
                rejected(message);
            }
        } else if (entry instanceof GatewayRequest request) {
            refused(request);
        } else if (entry instanceof WebhookCall call && isOfUser(call)) {
            call(call);
        }
    }

    private void accepted(SentMessage message) {
        screen.bubbles(message).forEach(this::bubble);
        List<Rendering> renderings = screen.renderings(message);
        renderings.stream()
                .map(Rendering::obstacle)
                .filter(Objects::nonNull)
                .forEach(rule ->
                        line("  page: ", "(accepted, but Messenger can show nothing of it: " + rule.id() + ")"));
        if (renderings.isEmpty()) {
            line("  page: ", "(accepted, but it cannot be read as a message)");
        }
        problems(message);
        line(INDENT, "-- " + ticks(message));
    }

    private void bubble(Shown shown) {
        boolean isNew = last == null || shown.isAfter(last);
        unexpected |= isNew;
        List<String> lines = Words.lines(shown.bubble());
        for (int i = 0; i < lines.size(); i++) {
            line(i > 0 ? INDENT : isNew ? "> page: " : "  page: ", lines.get(i));
        }
    }

    private void rejected(SentMessage message) {
        line(
                "  page: ",
                "(rejected with code " + message.errorCode() + ": "
                        + Words.line(Objects.requireNonNullElse(message.details(), "no reason")) + ")");
        problems(message);
    }

    private void problems(SentMessage message) {
        for (Problem problem : message.problems()) {
            String severity = problem.severity().name().toLowerCase(Locale.ROOT);
            line(
                    INDENT,
                    severity + " " + problem.rule() + " at " + problem.pointer() + ": "
                            + Words.line(problem.message()));
        }
    }

    /** All reports about a message, as they came. */
    private String ticks(SentMessage message) {
        Stream<String> reports = calls(WebhookKind.STATUSES)
                .filter(call -> Objects.equals(call.message(), message.sequence()))
                .map(Picture::report)
                .filter(Objects::nonNull)
                .map(report -> status(Objects.requireNonNull(report)));
        return String.join(
                ", ", Stream.concat(Stream.of("accepted"), reports).distinct().toList());
    }

    private static String status(StatusReport report) {
        StatusReport.Status status = report.status();
        String code = status == null || status.code() == null ? "" : status.code();
        String word = code.matches("[0-4]") ? STATUSES.get(Integer.parseInt(code)) : "status " + Words.line(code);
        if (status == null || !List.of("failed", "rejected").contains(word)) {
            return word;
        }
        return word + " " + Words.line(Objects.requireNonNullElse(status.errorCode(), "without a code")) + ": "
                + Words.line(Objects.requireNonNullElse(status.errorDescription(), "no reason"));
    }

    private static @Nullable StatusReport report(WebhookCall call) {
        try {
            JsonNode msg = call.body().at("/messages/msg");
            return Screen.MAPPER.treeToValue(msg, StatusReport.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A request that was refused as a whole names nobody; it is shown where it may concern this user. */
    private void refused(GatewayRequest request) {
        boolean refused = request.status() != 200
                && entries.stream()
                        .noneMatch(entry ->
                                entry instanceof SentMessage message && message.request() == request.sequence());
        if (refused && (request.body().isEmpty() || request.body().contains(user.psid()))) {
            String answer = request.status() == 0 ? "a reset connection" : request.status() + " " + request.answer();
            line("  gateway: ", "(answered a request with " + Words.line(answer) + ")");
        }
    }

    private Stream<WebhookCall> calls(WebhookKind kind) {
        return entries.stream()
                .filter(entry -> entry instanceof WebhookCall call && call.kind() == kind && isOfUser(call))
                .map(WebhookCall.class::cast);
    }

    private boolean isOfUser(WebhookCall call) {
        return call.psid().equals(user.psid())
                && (call.pageId().isEmpty() || call.pageId().equals(user.pageId()));
    }

    private void call(WebhookCall call) {
        switch (call.kind()) {
            case MESSAGES -> line("  " + name + ": ", did(call));
            case EVENTS ->
                line(
                        "  CM.com: ",
                        "event " + Words.line(call.body().at("/event/type").asText()));
            case STATUSES -> {} // beside the message
        }
        List<Delivery> deliveries = entries.stream()
                .filter(entry -> entry instanceof Delivery delivery && delivery.call() == call.sequence())
                .map(Delivery.class::cast)
                .toList();
        deliveries.stream().filter(delivery -> !delivery.succeeded()).forEach(this::failed);
        if (deliveries.isEmpty() && call.kind() != WebhookKind.STATUSES) {
            line(INDENT, "-- the webhook has not answered yet");
        }
    }

    private static String did(WebhookCall call) {
        InboundMessage message = Screen.inbound(call);
        if (message == null || message.message() == null) {
            return Words.line(call.body().toString());
        }
        InboundMedia media = message.message().media();
        String text = Words.line(Objects.requireNonNullElse(message.text(), ""));
        if (message.postback() != null) {
            return "taps \"" + text + "\" (" + Words.line(message.postback()) + ")";
        }
        return media == null || media.mediaUri() == null ? text : "sends " + Words.line(media.mediaUri());
    }

    private void failed(Delivery delivery) {
        line(INDENT, "-- " + sentence(delivery));
    }

    /** What came of a webhook call that failed. */
    static String sentence(Delivery delivery) {
        String outcome = delivery.status() == null
                ? Objects.requireNonNullElse(delivery.error(), "No answer")
                : "answered " + delivery.status();
        return "attempt " + delivery.attempt() + " to call the webhook " + delivery.url() + ": " + outcome;
    }

    private void line(String start, String rest) {
        text.append(start).append(rest).append('\n');
    }
}
