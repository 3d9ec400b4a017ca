package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reset, export and import, and saving to the state file. */
final class StateCalls {

    /** A full journal fits, see {@link Journal}: its text is smaller than what it takes in memory. */
    private static final long MAX_BODY_SIZE = 256L * 1024 * 1024;

    /** A message may be nested as deeply as Jackson reads by default, and stands some levels deep in the document. */
    private static final int MAX_NESTING = 1100;

    static final JsonMapper MAPPER = Json.mapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength((int) MAX_BODY_SIZE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .build())
            .build());

    private final CmSimulator simulator;

    StateCalls(CmSimulator simulator) {
        this.simulator = simulator;
    }

    void mountBody(Router router) {
        router.put(ControlApi.ROOT + "/state")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_SIZE))
                .failureHandler(Answers::failed);
    }

    void mount(Router router) {
        Answers.on(router.get(ControlApi.ROOT + "/state"), this::export);
        Answers.on(router.put(ControlApi.ROOT + "/state"), this::replace);
        Answers.on(router.post(ControlApi.ROOT + "/state/save"), this::save);
        Answers.on(router.post(ControlApi.ROOT + "/reset"), this::reset);
    }

    private void export(RoutingContext context) {
        Answers.stream(context, simulator.core().state()::write);
    }

    private void replace(RoutingContext context) {
        Buffer body = Objects.requireNonNullElseGet(context.body().buffer(), Buffer::buffer);
        JsonNode state;
        try (InputStream in = new BufferStream(body)) {
            state = MAPPER.readTree(in);
        } catch (IOException | NumberFormatException e) {
            throw SimulatorException.invalid("The state is not valid JSON. Nothing was changed.");
        }
        simulator.importState(state);
        Answers.done(context);
    }

    private void save(RoutingContext context) {
        simulator.saveState();
        Answers.done(context);
    }

    private void reset(RoutingContext context) {
        simulator.reset();
        Answers.done(context);
    }
}
