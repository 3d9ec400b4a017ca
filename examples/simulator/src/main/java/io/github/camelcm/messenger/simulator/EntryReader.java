package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads journal entries back from what {@link JournalJson} wrote. Secrets that somebody wrote into them are masked. */
final class EntryReader {

    private static final int MAX_STATUS = 999;

    private EntryReader() {}

    private enum Type {
        REQUEST,
        MESSAGE,
        CALL,
        DELIVERY
    }

    /** @param before the entry before this one; null for the first */
    static JournalEntry entry(StateNode node, long last, @Nullable JournalEntry before) {
        return switch (node.word("type", Type.class, type -> type.name().toLowerCase(Locale.ROOT))) {
            case REQUEST -> request(node, last);
            case MESSAGE -> message(node, last, before);
            case CALL -> call(node, last);
            case DELIVERY -> delivery(node, last);
        };
    }

    private static GatewayRequest request(StateNode node, long last) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        StateNode all = node.member("headers");
        node.object("headers").fieldNames().forEachRemaining(name -> headers.put(name, all.text(name)));
        return new GatewayRequest(
                sequence(node, last),
                node.instant("time"),
                node.text("method"),
                Secrets.maskedHeaders(headers.entrySet()),
                Secrets.maskedBody(node.text("body")),
                node.integer("status", 0, MAX_STATUS),
                node.text("answer"),
                faults(node));
    }

    private static SentMessage message(StateNode node, long last, @Nullable JournalEntry before) {
        boolean sharesMsg = before instanceof SentMessage && node.json().get("msg") == null;
        return new SentMessage(
                sequence(node, last),
                node.instant("time"),
                node.number("request", 1, last),
                node.text("pageId"),
                node.text("psid"),
                node.text("reference"),
                node.flag("accepted"),
                node.integer("errorCode", 0, Integer.MAX_VALUE),
                node.textOrNull("details"),
                node.list("problems", EntryReader::problem),
                sharesMsg ? ((SentMessage) before).msg() : Secrets.masked(node.object("msg")));
    }

    private static Problem problem(StateNode node) {
        return new Problem(
                node.text("rule"),
                node.word("severity", Problem.Severity.class, severity -> severity.name()
                        .toLowerCase(Locale.ROOT)),
                node.text("pointer"),
                node.text("message"));
    }

    static WebhookCall call(StateNode node, long last) {
        return new WebhookCall(
                sequence(node, last),
                node.instant("time"),
                kind(node),
                node.text("pageId"),
                node.text("psid"),
                aboutMessage(node, last),
                node.object("body"));
    }

    private static Delivery delivery(StateNode node, long last) {
        return new Delivery(
                sequence(node, last),
                node.instant("time"),
                node.number("call", 1, last),
                kind(node),
                node.text("url"),
                node.object("body"),
                node.integer("attempt", 1, Integer.MAX_VALUE - 1),
                node.member("status").isNull() ? null : (Integer) node.integer("status", 100, MAX_STATUS),
                node.textOrNull("error"),
                Duration.ofMillis(node.number("latencyMillis", 0, Integer.MAX_VALUE)),
                faults(node));
    }

    static @Nullable Long aboutMessage(StateNode node, long last) {
        return node.member("message").isNull() ? null : (Long) node.number("message", 1, last);
    }

    private static long sequence(StateNode node, long last) {
        return node.number("sequence", 1, last);
    }

    private static WebhookKind kind(StateNode node) {
        return node.word("kind", WebhookKind.class, WebhookKind::word);
    }

    private static List<Long> faults(StateNode node) {
        return node.list("faults", id -> id.number(1, Long.MAX_VALUE));
    }
}
