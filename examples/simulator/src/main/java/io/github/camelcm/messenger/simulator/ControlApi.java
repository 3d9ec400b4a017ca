package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control API, as {@code openapi.json} describes it: HTTP in front of {@link CmSimulator}'s methods. */
final class ControlApi {

    static final String ROOT = "/simulator/api";

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);
    private static final long MAX_BODY_SIZE = 1024L * 1024;
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final String CONVERSATION = ROOT + "/conversations/:pageId/:psid";

    private final CmSimulator simulator;
    private final String description = read("openapi.json");

    ControlApi(CmSimulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.route(ROOT + "/*")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_SIZE))
                .failureHandler(ControlApi::failed);
        on(router.get(ROOT + "/openapi.json"), context -> json(context, description));
        on(router.get(ROOT + "/journal"), this::journal);
        on(router.delete(ROOT + "/journal"), this::reset);
        on(router.get(ROOT + "/webhooks"), this::webhooks);
        on(router.put(ROOT + "/webhooks"), this::changeWebhooks);
        on(router.get(ROOT + "/conversations"), this::conversations);
        on(router.get(CONVERSATION), this::conversation);
        on(router.post(CONVERSATION + "/messages"), this::userMessage);
        on(router.post(CONVERSATION + "/taps"), this::userTap);
        on(router.post(CONVERSATION + "/events"), this::event);
        on(router.post(ROOT + "/statuses"), this::status);
        router.errorHandler(404, context -> error(context, 404, "There is nothing at this path."));
        router.errorHandler(405, context -> error(context, 405, "This path does not take that method."));
    }

    /** On a worker: reading the journal and writing large answers takes a while. */
    private static void on(Route route, Handler<RoutingContext> handler) {
        route.blockingHandler(handler, false).failureHandler(ControlApi::failed);
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof SimulatorException e) {
            error(context, e.reason().status(), e.getMessage());
        } else if (context.statusCode() == 413) {
            error(context, 413, "The body is larger than 1 MiB.");
        } else if (context.statusCode() < 500) {
            error(context, context.statusCode(), "This is no well-formed HTTP request.");
        } else {
            LOG.error("A control call failed", failure);
            error(context, 500, "The simulator failed; its log says why.");
        }
    }

    private void journal(RoutingContext context) {
        json(context, JournalJson.page(simulator.journal().page(after(context), limit(context))));
    }

    private void reset(RoutingContext context) {
        simulator.journal().clear();
        context.response().setStatusCode(204).end();
    }

    private void webhooks(RoutingContext context) {
        ObjectNode urls = Json.object();
        for (WebhookKind kind : WebhookKind.values()) {
            urls.put(kind.word(), simulator.maskedWebhookUrl(kind));
        }
        json(context, urls);
    }

    private void changeWebhooks(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "messages", "statuses", "events");
        Map<WebhookKind, @Nullable WebhookUrl> changes = new EnumMap<>(WebhookKind.class);
        for (WebhookKind kind : WebhookKind.values()) {
            if (body.names(kind.word())) {
                String url = body.optional(kind.word());
                changes.put(kind, url.isBlank() ? null : WebhookUrl.of(kind, url));
            }
        }
        // only now: one wrong URL changes nothing
        changes.forEach(simulator::changeWebhook);
        webhooks(context);
    }

    private void conversations(RoutingContext context) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("conversations");
        simulator.conversations().forEach(summary -> list.add(JournalJson.summary(summary)));
        json(context, json);
    }

    private void conversation(RoutingContext context) {
        JournalPage page = simulator.conversation(user(context, ""), after(context), limit(context));
        json(context, JournalJson.page(page));
    }

    private void userMessage(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "text", "media", "inReplyTo", "name");
        if (body.has("text") == body.has("media")) {
            throw SimulatorException.invalid("Give either \"text\" or \"media\".");
        }
        MessengerUser user = user(context, body.optional("name"));
        boolean answers = body.has("inReplyTo");
        String reference = body.optional("inReplyTo");
        if (body.has("text")) {
            String text = body.required("text");
            deliver(context, answers ? simulator.userWrites(user, text, reference) : simulator.userWrites(user, text));
        } else {
            ControlBody file = body.object("media", "mediaUri", "contentType", "title");
            UserMedia media =
                    new UserMedia(file.required("mediaUri"), file.optional("contentType"), file.optional("title"));
            deliver(context, answers ? simulator.userSends(user, media, reference) : simulator.userSends(user, media));
        }
    }

    private void userTap(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "suggestion", "label", "postbackData", "name");
        MessengerUser user = user(context, body.optional("name"));
        if (body.has("suggestion") == body.has("label")) {
            throw SimulatorException.invalid("Give either \"suggestion\" or \"label\" and \"postbackData\".");
        }
        deliver(
                context,
                body.has("suggestion")
                        ? simulator.userTaps(user, body.required("suggestion"))
                        : simulator.userTaps(user, body.required("label"), body.optional("postbackData")));
    }

    private void event(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "type", "reference", "custom");
        JsonNode custom = body.objectOrNull("custom");
        Map<String, Object> members =
                custom == null ? Map.of() : Json.MAPPER.convertValue(custom, new TypeReference<>() {});
        MessengerUser user = user(context, "");
        deliver(context, simulator.reportEvent(user, body.required("type"), body.optional("reference"), members));
    }

    private void status(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "reference", "code", "errorCode", "errorDescription", "psid");
        Status status = Status.of(StatusCode.of(body.requiredWord("code")));
        if (body.has("errorCode") || body.has("errorDescription")) {
            status = new Status(status.code(), body.optional("errorCode"), body.optional("errorDescription"));
        }
        String reference = body.required("reference");
        deliver(
                context,
                body.has("psid")
                        ? simulator.reportStatus(body.required("psid"), reference, status)
                        : simulator.reportStatus(reference, status));
    }

    private static void deliver(RoutingContext context, CompletableFuture<Delivery> delivery) {
        delivery.thenAccept(done -> json(context, JournalJson.entry(done))).exceptionally(failure -> {
            context.fail(failure);
            return null;
        });
    }

    private static MessengerUser user(RoutingContext context, String name) {
        return new MessengerUser(context.pathParam("pageId"), context.pathParam("psid"), name);
    }

    private static long after(RoutingContext context) {
        return number(context, "after", 0, 0, Long.MAX_VALUE);
    }

    private static int limit(RoutingContext context) {
        return (int) number(context, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    private static long number(RoutingContext context, String name, long absent, long min, long max) {
        String text = context.request().getParam(name);
        long number;
        try {
            number = text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < min || number > max) {
            throw SimulatorException.invalid("\"" + name + "\" must be a whole number, " + min + " to " + max + ".");
        }
        return number;
    }

    private static void json(RoutingContext context, JsonNode json) {
        json(context, json.toString());
    }

    private static void json(RoutingContext context, String json) {
        context.response().putHeader("Content-Type", "application/json").end(json);
    }

    static void error(RoutingContext context, int status, String sentence) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.object().put("error", sentence).toString());
    }

    private static String read(String resource) {
        try (InputStream in = ControlApi.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the simulator's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
