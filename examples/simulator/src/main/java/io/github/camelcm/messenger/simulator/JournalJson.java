package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Journal and conversations as the control API writes them. */
final class JournalJson {

    private JournalJson() {}

    /** Entry by entry: all of them together may be large. */
    static void page(JournalPage page, Function<JournalEntry, ObjectNode> write, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("entries");
        for (JournalEntry entry : page.entries()) {
            out.writeTree(write.apply(entry));
        }
        out.writeEndArray();
        out.writeNumberField("next", page.next());
        out.writeBooleanField("more", page.more());
        out.writeNumberField("dropped", page.dropped());
        out.writeNumberField("droppedDeliveries", page.droppedDeliveries());
        out.writeEndObject();
    }

    static ObjectNode summary(ConversationSummary summary, Instant now) {
        return Json.object()
                .put("pageId", summary.user().pageId())
                .put("psid", summary.user().psid())
                .put("name", summary.user().name())
                .put("entries", summary.entries())
                .put("lastSequence", summary.lastSequence())
                .put("lastTime", summary.lastTime().toString())
                .put("windowOpened", text(summary.windowOpened()))
                .put("windowEnds", text(summary.windowEnds()))
                .put("windowOpen", summary.isWindowOpen(now));
    }

    static ObjectNode status(Status status) {
        return Json.object()
                .put("code", status.code().name())
                .put("errorCode", status.errorCode())
                .put("errorDescription", status.errorDescription());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static ObjectNode entry(JournalEntry entry) {
        ObjectNode json = Json.object();
        json.put("type", type(entry));
        json.put("sequence", entry.sequence());
        json.put("time", entry.time().toString());
        if (entry instanceof GatewayRequest request) {
            add(json, request);
        } else if (entry instanceof SentMessage message) {
            add(json, message);
        } else if (entry instanceof WebhookCall call) {
            add(json, call);
        } else if (entry instanceof Delivery delivery) {
            add(json, delivery);
        }
        return json;
    }

    /** What there is a new entry of, and no more: the entry itself may be large. */
    static ObjectNode hint(JournalEntry entry) {
        return Json.object().put("type", type(entry)).put("sequence", entry.sequence());
    }

    private static String type(JournalEntry entry) {
        if (entry instanceof GatewayRequest) {
            return "request";
        }
        if (entry instanceof SentMessage) {
            return "message";
        }
        return entry instanceof WebhookCall ? "call" : "delivery";
    }

    private static void add(ObjectNode json, GatewayRequest request) {
        json.put("method", request.method());
        ObjectNode headers = json.putObject("headers");
        request.headers().forEach(headers::put);
        json.put("body", request.body()).put("status", request.status()).put("answer", request.answer());
        faults(json, request.faults());
    }

    private static void faults(ObjectNode json, List<Long> faults) {
        ArrayNode ids = json.putArray("faults");
        faults.forEach(ids::add);
    }

    private static void add(ObjectNode json, SentMessage message) {
        json.put("request", message.request())
                .put("pageId", message.pageId())
                .put("psid", message.psid())
                .put("reference", message.reference())
                .put("accepted", message.accepted())
                .put("errorCode", message.errorCode())
                .put("details", message.details());
        ArrayNode problems = json.putArray("problems");
        for (Problem problem : message.problems()) {
            problems.addObject()
                    .put("rule", problem.rule())
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                    .put("pointer", problem.pointer())
                    .put("message", problem.message());
        }
        json.set("msg", message.msg());
    }

    private static void add(ObjectNode json, WebhookCall call) {
        json.put("kind", call.kind().word())
                .put("pageId", call.pageId())
                .put("psid", call.psid())
                .put("message", call.message());
        json.set("body", call.body());
    }

    private static void add(ObjectNode json, Delivery delivery) {
        json.put("call", delivery.call())
                .put("kind", delivery.kind().word())
                .put("url", delivery.url())
                .put("attempt", delivery.attempt())
                .put("succeeded", delivery.succeeded())
                .put("status", delivery.status())
                .put("error", delivery.error())
                .put("latencyMillis", delivery.latency().toMillis());
        json.set("body", delivery.body());
        faults(json, delivery.faults());
    }
}
