package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;

/** The clock. */
final class ClockCalls {

    private final SimulatorClock clock;

    ClockCalls(CmSimulator simulator) {
        this.clock = simulator.clock();
    }

    void mount(Router router) {
        Answers.on(router.get(ControlApi.ROOT + "/clock"), this::read);
        Answers.on(router.put(ControlApi.ROOT + "/clock"), this::change);
        Answers.on(router.post(ControlApi.ROOT + "/clock/advances"), this::advance);
    }

    private void read(RoutingContext context) {
        Answers.json(context, ControlJson.clock(clock.reading()));
    }

    private void change(RoutingContext context) {
        switch (ControlBody.of(context, "mode").required("mode")) {
            case "manual" -> clock.stop();
            case "running" -> clock.run();
            default -> throw SimulatorException.invalid("\"mode\" must be \"manual\" or \"running\".");
        }
        read(context);
    }

    private void advance(RoutingContext context) {
        Duration by;
        try {
            by = Duration.parse(ControlBody.of(context, "by").required("by"));
        } catch (DateTimeException | ArithmeticException e) {
            throw SimulatorException.invalid("\"by\" must be a duration such as PT5M, PT24H or P7D.");
        }
        Answers.later(context, clock.advance(by), ClockCalls::json);
    }

    private static ObjectNode json(ClockAdvance advance) {
        ObjectNode json = Json.object().put("fired", advance.fired()).put("complete", advance.complete());
        json.set("clock", ControlJson.clock(advance.clock()));
        return json;
    }
}
