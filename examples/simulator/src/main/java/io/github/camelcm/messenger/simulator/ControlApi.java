package io.github.camelcm.messenger.simulator;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The control API, as {@code openapi.json} describes it: HTTP in front of {@link CmSimulator}'s methods. */
final class ControlApi {

    static final String ROOT = "/simulator/api";

    private static final long MAX_BODY_SIZE = 1024L * 1024;

    private final CmSimulator simulator;
    private final String description = read("openapi.json");

    ControlApi(CmSimulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        StateCalls state = new StateCalls(simulator);
        state.mountBody(router); // before the handler of all other bodies
        router.route(ROOT + "/*")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_SIZE))
                .failureHandler(Answers::failed);
        Answers.on(router.get(ROOT + "/openapi.json"), context -> Answers.json(context, description));
        new JournalCalls(simulator).mount(router);
        new UserCalls(simulator).mount(router);
        new WebhookCalls(simulator).mount(router);
        new ClockCalls(simulator).mount(router);
        new FaultCalls(simulator.faults()).mount(router);
        new FeedCall(simulator.core().feed()).mount(router);
        state.mount(router);
        router.errorHandler(404, context -> Answers.error(context, 404, "There is nothing at this path."));
        router.errorHandler(405, context -> Answers.error(context, 405, "This path does not take that method."));
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
