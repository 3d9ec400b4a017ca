package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fault rules. */
final class FaultCalls {

    private static final String[] MEMBERS = {
        "kind", "where", "scope", "retryAfterSeconds", "message", "delayMillis",
    };

    private final Faults faults;

    FaultCalls(Faults faults) {
        this.faults = faults;
    }

    void mount(Router router) {
        String path = ControlApi.ROOT + "/faults";
        Answers.on(router.get(path), this::list);
        Answers.on(router.post(path), this::add);
        Answers.on(router.delete(path), this::clear);
        Answers.on(router.delete(path + "/:id"), this::remove);
    }

    private void list(RoutingContext context) {
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        faults.list().forEach(rule -> rules.add(ControlJson.rule(rule)));
        Answers.json(context, json);
    }

    private void add(RoutingContext context) {
        ControlBody body = ControlBody.of(context, MEMBERS);
        FaultRule rule = faults.add(fault(body), scope(body.object("scope", "type", "count")));
        context.response().setStatusCode(201);
        Answers.json(context, ControlJson.rule(rule));
    }

    private static Fault fault(ControlBody body) {
        FaultKind kind = word(body, "kind", FaultKind.values(), FaultKind::word);
        FaultPlace where = word(body, "where", FaultPlace.values(), FaultPlace::word);
        for (String parameter : new String[] {"retryAfterSeconds", "message", "delayMillis"}) {
            if (body.has(parameter) && !parameter.equals(kind.parameter())) {
                throw SimulatorException.invalid("\"" + parameter + "\" does not go with that kind of fault.");
            }
        }
        int value = kind.parameter().isEmpty() ? 0 : body.integer(kind.parameter(), 0, Integer.MAX_VALUE);
        return new Fault(kind, where, value);
    }

    private static FaultScope scope(ControlBody body) {
        FaultScope.Type type = word(body, "type", FaultScope.Type.values(), FaultScope.Type::word);
        boolean always = type == FaultScope.Type.ALWAYS && !body.has("count");
        return new FaultScope(type, always ? 1 : body.integer("count", 0, Integer.MAX_VALUE));
    }

    private static <E> E word(ControlBody body, String name, E[] all, Function<E, String> word) {
        String text = body.required(name);
        return Arrays.stream(all)
                .filter(one -> word.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> SimulatorException.invalid("\"" + name + "\" must be one of "
                        + Arrays.stream(all).map(word).collect(Collectors.joining(", ")) + "."));
    }

    private void clear(RoutingContext context) {
        faults.clear();
        Answers.done(context);
    }

    private void remove(RoutingContext context) {
        faults.remove(Answers.pathNumber(context, "id"));
        Answers.done(context);
    }
}
