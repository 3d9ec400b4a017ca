package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Looking at what happened, and at what would. */
final class JournalCalls {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final CmSimulator simulator;

    JournalCalls(CmSimulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        String root = ControlApi.ROOT;
        Answers.on(router.get(root + "/journal"), this::journal);
        Answers.on(router.delete(root + "/journal"), this::clear);
        Answers.on(router.get(root + "/messages/:sequence"), this::message);
        Answers.on(router.get(root + "/conversations"), this::conversations);
        Answers.on(router.get(root + "/conversations/:pageId/:psid"), this::conversation);
        Answers.on(router.get(root + "/conversations/:pageId/:psid/statuses"), this::statuses);
        Answers.on(router.post(root + "/explain"), this::explain);
    }

    private void journal(RoutingContext context) {
        page(context, entry -> true);
    }

    private void clear(RoutingContext context) {
        simulator.journal().clear();
        simulator.core().feed().reset();
        Answers.done(context);
    }

    private void conversation(RoutingContext context) {
        Predicate<JournalEntry> wanted = Conversations.isOf(Answers.user(context, ""), rejected(context));
        page(context, flag(context, "statuses", true) ? wanted : wanted.and(entry -> !isStatusReport(entry)));
    }

    private static boolean isStatusReport(JournalEntry entry) {
        return entry instanceof WebhookCall call && call.kind() == WebhookKind.STATUSES;
    }

    private void page(RoutingContext context, Predicate<JournalEntry> wanted) {
        boolean back = context.request().getParam("before") != null;
        if (back && context.request().getParam("after") != null) {
            throw SimulatorException.invalid("Give either \"after\" or \"before\".");
        }
        Journal journal = simulator.journal();
        JournalPage page = back
                ? journal.pageBefore(Answers.number(context, "before", 1, 1, Long.MAX_VALUE), limit(context), wanted)
                : journal.page(Answers.number(context, "after", 0, 0, Long.MAX_VALUE), limit(context), wanted);
        ReportedStatuses statuses = new ReportedStatuses(journal.calls());
        Answers.stream(context, out -> JournalJson.page(page, entry -> entry(entry, statuses), out));
    }

    /** How far messages have come; less to read than the messages again. */
    private void statuses(RoutingContext context) {
        long from = Answers.number(context, "from", 0, 0, Long.MAX_VALUE);
        long to = Answers.number(context, "to", Long.MAX_VALUE, 0, Long.MAX_VALUE);
        Journal journal = simulator.journal();
        ReportedStatuses statuses = new ReportedStatuses(journal.calls());
        Predicate<JournalEntry> wanted = Conversations.isOf(Answers.user(context, ""), true);
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("statuses");
        journal.messages().stream()
                .filter(message -> message.sequence() >= from && message.sequence() <= to)
                .filter(wanted)
                .forEach(message ->
                        list.add(JournalJson.status(statuses.of(message)).put("message", message.sequence())));
        Answers.json(context, json);
    }

    /** An entry; of a message also what became of it and what Messenger shows. */
    private ObjectNode entry(JournalEntry entry, ReportedStatuses statuses) {
        ObjectNode json = JournalJson.entry(entry);
        if (entry instanceof SentMessage message) {
            json.set("status", JournalJson.status(statuses.of(message)));
            json.set(
                    "renderings",
                    ExplanationJson.renderings(simulator.core().explainer().renderings(message.msg())));
        }
        return json;
    }

    private void message(RoutingContext context) {
        MessageInspection found = simulator.inspect(Answers.pathNumber(context, "sequence"));
        ObjectNode json = Json.object();
        json.set("message", entry(found.message(), new ReportedStatuses(found.calls())));
        json.set("request", found.request() == null ? Json.MAPPER.nullNode() : JournalJson.entry(found.request()));
        json.set("calls", entries(found.calls()));
        json.set("deliveries", entries(found.deliveries()));
        json.put("droppedDeliveries", simulator.journal().droppedDeliveries());
        Answers.json(context, json);
    }

    private ArrayNode entries(List<? extends JournalEntry> entries) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        entries.forEach(entry -> json.add(JournalJson.entry(entry)));
        return json;
    }

    private void conversations(RoutingContext context) {
        Instant now = simulator.clock().instant();
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("conversations");
        simulator
                .core()
                .conversations()
                .summaries(rejected(context))
                .forEach(summary -> list.add(JournalJson.summary(summary, now)));
        Answers.json(context, json.put("dropped", simulator.journal().dropped()));
    }

    private void explain(RoutingContext context) {
        JsonNode payload = ControlBody.read(context);
        Answers.json(
                context,
                ExplanationJson.explanation(simulator.core().explainer().explain(payload)));
    }

    private static boolean rejected(RoutingContext context) {
        return flag(context, "rejected", false);
    }

    private static boolean flag(RoutingContext context, String name, boolean otherwise) {
        String text = context.request().getParam(name, String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw SimulatorException.invalid("\"" + name + "\" must be true or false.");
        }
        return text.equals("true");
    }

    private static int limit(RoutingContext context) {
        return (int) Answers.number(context, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }
}
