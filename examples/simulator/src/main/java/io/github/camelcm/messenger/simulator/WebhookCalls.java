package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhook URLs, repeats by hand, and calls held and released. */
final class WebhookCalls {

    private final CmSimulator simulator;
    private final Deliveries deliveries;

    WebhookCalls(CmSimulator simulator) {
        this.simulator = simulator;
        this.deliveries = simulator.deliveries();
    }

    void mount(Router router) {
        String root = ControlApi.ROOT;
        Answers.on(router.get(root + "/webhooks"), this::webhooks);
        Answers.on(router.put(root + "/webhooks"), this::changeWebhooks);
        Answers.on(router.get(root + "/calls/:call"), this::call);
        Answers.on(router.post(root + "/calls/:call/deliveries"), this::repeat);
        Answers.on(router.get(root + "/held"), this::held);
        Answers.on(router.put(root + "/held"), this::hold);
        Answers.on(router.post(root + "/held/releases"), this::release);
    }

    private void webhooks(RoutingContext context) {
        ObjectNode urls = Json.object();
        for (WebhookKind kind : WebhookKind.values()) {
            urls.put(kind.word(), simulator.maskedWebhookUrl(kind));
        }
        Answers.json(context, urls);
    }

    private void changeWebhooks(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "messages", "statuses", "events");
        Map<WebhookKind, @Nullable WebhookUrl> changes = new EnumMap<>(WebhookKind.class);
        for (WebhookKind kind : WebhookKind.values()) {
            if (body.names(kind.word())) {
                String url = body.optional(kind.word()).strip();
                if (!url.equals(simulator.maskedWebhookUrl(kind))) { // what is shown, sent back: it stays
                    changes.put(kind, url.isEmpty() ? null : WebhookUrl.of(kind, url));
                }
            }
        }
        // only now: one wrong URL changes nothing
        changes.forEach(simulator::changeWebhook);
        webhooks(context);
    }

    private void call(RoutingContext context) {
        long number = Answers.pathNumber(context, "call");
        WebhookCall call = simulator
                .journal()
                .find(WebhookCall.class, number)
                .orElseThrow(() -> SimulatorException.notFound("The journal has no call of that number."));
        ObjectNode json = Json.object();
        json.set("call", JournalJson.entry(call));
        json.put("held", deliveries.held().stream().anyMatch(held -> held.sequence() == number));
        json.set("deliveries", entries(simulator.core().conversations().deliveries(number)));
        json.put("droppedDeliveries", simulator.journal().droppedDeliveries());
        Answers.json(context, json);
    }

    private void repeat(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "times");
        int times = body.has("times") ? body.integer("times", 1, Integer.MAX_VALUE) : 1;
        Answers.later(context, deliveries.repeat(Answers.pathNumber(context, "call"), times), WebhookCalls::deliveries);
    }

    private void held(RoutingContext context) {
        ObjectNode json = Json.object().put("on", deliveries.isHolding());
        json.set("calls", entries(deliveries.held()));
        Answers.json(context, json);
    }

    private void hold(RoutingContext context) {
        deliveries.hold(ControlBody.of(context, "on").flag("on"));
        held(context);
    }

    private void release(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "calls");
        List<Long> calls = body.has("calls") ? body.numbers("calls") : List.of();
        Answers.later(context, deliveries.release(calls), WebhookCalls::deliveries);
    }

    private static ObjectNode deliveries(List<Delivery> deliveries) {
        ObjectNode json = Json.object();
        json.set("deliveries", entries(deliveries));
        return json;
    }

    private static ArrayNode entries(List<? extends JournalEntry> entries) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        entries.forEach(entry -> json.add(JournalJson.entry(entry)));
        return json;
    }
}
