package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How calls of the control API are answered, and what all of them read. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** On a worker: reading the journal and writing large answers takes a while. */
    static void on(Route route, Handler<RoutingContext> handler) {
        route.blockingHandler(handler, false).failureHandler(Answers::failed);
    }

    static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof SimulatorException e) {
            error(context, e.reason().status(), e.getMessage());
        } else if (context.statusCode() == 413) {
            error(context, 413, "The body is larger than this call allows.");
        } else if (context.statusCode() < 500) {
            error(context, context.statusCode(), "This is no well-formed HTTP request.");
        } else {
            LOG.error("A control call failed", failure);
            error(context, 500, "The simulator failed; its log says why.");
        }
    }

    static void json(RoutingContext context, JsonNode json) {
        json(context, json.toString());
    }

    static void json(RoutingContext context, String json) {
        context.response().putHeader("Content-Type", "application/json").end(json);
    }

    /** What writes a JSON value. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    /** An answer that may be large, sent as it is written. Once it has begun it can only break off. */
    static void stream(RoutingContext context, Writer writer) {
        HttpServerResponse response = context.response().putHeader("Content-Type", "application/json");
        ResponseStream body = new ResponseStream(response);
        try {
            JsonGenerator out = StateCalls.MAPPER.createGenerator(body);
            writer.write(out);
            out.flush();
            body.close();
        } catch (IOException | RuntimeException e) {
            if (!response.headWritten()) {
                throw new IllegalStateException("An answer cannot be written", e);
            }
            LOG.debug("An answer broke off", e);
            response.reset();
        }
    }

    static void done(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    static void error(RoutingContext context, int status, String sentence) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.object().put("error", sentence).toString());
    }

    static <T> void later(RoutingContext context, CompletableFuture<T> future, Function<T, JsonNode> write) {
        future.thenAccept(result -> json(context, write.apply(result))).exceptionally(failure -> {
            context.fail(failure);
            return null;
        });
    }

    static MessengerUser user(RoutingContext context, String name) {
        return new MessengerUser(context.pathParam("pageId"), context.pathParam("psid"), name);
    }

    static long number(RoutingContext context, String name, long absent, long min, long max) {
        return number(name, context.request().getParam(name), absent, min, max);
    }

    static long pathNumber(RoutingContext context, String name) {
        return number(name, context.pathParam(name), -1, 1, Long.MAX_VALUE);
    }

    private static long number(String name, @Nullable String text, long absent, long min, long max) {
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
}
