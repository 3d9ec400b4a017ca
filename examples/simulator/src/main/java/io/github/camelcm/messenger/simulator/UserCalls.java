package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/** What users do, what is reported by hand, and what is reported by itself. */
final class UserCalls {

    private static final int LONGEST_STEP = 7 * 24 * 60 * 60 * 1000;

    private final CmSimulator simulator;
    private final Users users;

    UserCalls(CmSimulator simulator) {
        this.simulator = simulator;
        this.users = simulator.users();
    }

    void mount(Router router) {
        String conversation = ControlApi.ROOT + "/conversations/:pageId/:psid";
        Answers.on(router.post(conversation + "/messages"), this::message);
        Answers.on(router.post(conversation + "/taps"), this::tap);
        Answers.on(router.post(conversation + "/events"), this::event);
        Answers.on(router.post(ControlApi.ROOT + "/statuses"), this::status);
        Answers.on(router.get(ControlApi.ROOT + "/ladder"), this::ladder);
        Answers.on(router.put(ControlApi.ROOT + "/ladder"), this::changeLadder);
    }

    private void message(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "text", "media", "inReplyTo", "name");
        if (body.has("text") == body.has("media")) {
            throw SimulatorException.invalid("Give either \"text\" or \"media\".");
        }
        MessengerUser user = Answers.user(context, body.optional("name"));
        boolean answers = body.has("inReplyTo");
        String reference = body.optional("inReplyTo");
        if (body.has("text")) {
            String text = body.required("text");
            answer(context, answers ? users.writes(user, text, reference) : users.writes(user, text));
        } else {
            ControlBody file = body.object("media", "mediaUri", "contentType", "title");
            UserMedia media =
                    new UserMedia(file.required("mediaUri"), file.optional("contentType"), file.optional("title"));
            answer(context, answers ? users.sends(user, media, reference) : users.sends(user, media));
        }
    }

    private void tap(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "message", "suggestion", "label", "postbackData", "name");
        MessengerUser user = Answers.user(context, body.optional("name"));
        if (body.has("suggestion") == body.has("label")) {
            throw SimulatorException.invalid("Give either \"suggestion\" or \"label\" and \"postbackData\".");
        }
        if (body.has("message") && !body.has("suggestion")) {
            throw SimulatorException.invalid("\"message\" goes with \"suggestion\".");
        }
        answer(context, tap(user, body));
    }

    private Told tap(MessengerUser user, ControlBody body) {
        if (body.has("message")) {
            return users.taps(user, body.number("message", 1, Long.MAX_VALUE), body.required("suggestion"));
        }
        return body.has("suggestion")
                ? users.taps(user, body.required("suggestion"))
                : users.taps(user, body.required("label"), body.optional("postbackData"));
    }

    private void event(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "type", "reference", "custom");
        JsonNode custom = body.objectOrNull("custom");
        Map<String, Object> members =
                custom == null ? Map.of() : Json.MAPPER.convertValue(custom, new TypeReference<>() {});
        MessengerUser user = Answers.user(context, "");
        answer(context, users.event(user, body.required("type"), body.optional("reference"), members));
    }

    private void status(RoutingContext context) {
        ControlBody body =
                ControlBody.of(context, "message", "reference", "code", "errorCode", "errorDescription", "psid");
        if (body.has("message") && (body.has("reference") || body.has("psid"))) {
            throw SimulatorException.invalid("Give either \"message\", or \"reference\" with or without \"psid\".");
        }
        answer(context, report(body, status(body)));
    }

    private Told report(ControlBody body, Status status) {
        if (body.has("message")) {
            return users.status(body.number("message", 1, Long.MAX_VALUE), status);
        }
        String reference = body.required("reference");
        return body.has("psid")
                ? users.status(body.required("psid"), reference, status)
                : users.status(reference, status);
    }

    private static Status status(ControlBody body) {
        Status status = Status.of(StatusCode.of(body.requiredWord("code")));
        return body.has("errorCode") || body.has("errorDescription")
                ? new Status(status.code(), body.optional("errorCode"), body.optional("errorDescription"))
                : status;
    }

    /** What came of the first attempt; of a call that is held, the call itself. */
    private static void answer(RoutingContext context, Told told) {
        if (told.held()) {
            context.response().setStatusCode(202);
            Answers.json(context, JournalJson.entry(told.call()));
        } else {
            Answers.later(context, told.delivery(), JournalJson::entry);
        }
    }

    private void ladder(RoutingContext context) {
        Answers.json(context, ControlJson.ladder(simulator.statusLadder()));
    }

    private void changeLadder(RoutingContext context) {
        ControlBody body = ControlBody.of(context, "on", "steps");
        StatusLadder before = simulator.statusLadder();
        simulator.statusLadder(new StatusLadder(
                body.has("on") ? body.flag("on") : before.on(),
                body.has("steps")
                        ? body.objects("steps", "code", "afterMillis", "errorCode", "errorDescription").stream()
                                .map(UserCalls::step)
                                .toList()
                        : before.steps()));
        ladder(context);
    }

    private static StatusStep step(ControlBody body) {
        return new StatusStep(status(body), Duration.ofMillis(body.integer("afterMillis", 0, LONGEST_STEP)));
    }
}
