package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.simulator.GatewayAnswer.Verdict;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway on the wire: {@code POST /v1.0/message}.
 *
 * <p>405, 413 and 415 with a plain sentence are the simulator's own choice: CM.com documents neither a limit for the
 * body nor what other methods and content types get. The content type must be {@code application/json}, parameters
 * aside.
 */
final class GatewayRoute {

    static final String PATH = "/v1.0/message";

    private static final Logger LOG = LoggerFactory.getLogger(GatewayRoute.class);

    private final GatewayJudge judge;
    private final Journal journal;
    private final Clock clock;
    private final long maxBodySize;

    GatewayRoute(SimulatorOptions options, Journal journal) {
        this.judge = new GatewayJudge(options.productToken(), options.check());
        this.journal = journal;
        this.clock = options.clock();
        this.maxBodySize = options.maxBodySize();
    }

    void mount(Router router) {
        router.route(PATH).handler(this::refuseAtSight).failureHandler(this::refuseFailed);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(maxBodySize))
                .failureHandler(this::refuseFailed);
        // judging a large body takes a while and the check is foreign code: not on the event loop
        router.post(PATH).blockingHandler(this::answer, false).failureHandler(this::refuseFailed);
    }

    private void refuseAtSight(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST) {
            context.response().putHeader("Allow", "POST");
            refuse(context, 405, "Method not allowed: use POST");
        } else if (!isJson(request.getHeader("Content-Type"))) {
            refuse(context, 415, "Unsupported content type: use application/json");
        } else {
            context.next();
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip();
        return type.toLowerCase(Locale.ROOT).equals("application/json");
    }

    private void refuseFailed(RoutingContext context) {
        if (context.statusCode() == 413) {
            refuse(context, 413, "Request body too large: at most " + maxBodySize + " bytes are allowed");
        } else {
            refuse(context, 400, "Bad request");
        }
    }

    private void answer(RoutingContext context) {
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        GatewayAnswer answer;
        try {
            answer = judge.judge(body, context.request().getHeader(Secrets.TOKEN_HEADER));
        } catch (RuntimeException e) {
            LOG.error("A request to the simulated gateway could not be judged; it is answered with code 500", e);
            answer = GatewayAnswer.refused(new Refusal(Refusal.INTERNAL, "Internal error"));
        }
        String text = answer.json().toString();
        GatewayRequest request = note(context, new String(body, StandardCharsets.UTF_8), answer.status(), text);
        long charactersEach = body.length / Math.max(1, answer.verdicts().size());
        for (Verdict verdict : answer.verdicts()) {
            note(request, verdict, charactersEach);
        }
        context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(text);
    }

    private void refuse(RoutingContext context, int status, String sentence) {
        note(context, "", status, sentence);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(sentence);
    }

    private GatewayRequest note(RoutingContext context, String body, int status, String answer) {
        HttpServerRequest request = context.request();
        String masked = Secrets.maskedBody(body);
        return journal.add(
                (long) masked.length() + answer.length(),
                sequence -> new GatewayRequest(
                        sequence,
                        clock.instant(),
                        request.method().name(),
                        Secrets.maskedHeaders(request.headers()),
                        masked,
                        status,
                        answer));
    }

    private void note(GatewayRequest request, Verdict verdict, long characters) {
        Refusal refusal = verdict.refusal();
        journal.add(
                characters,
                sequence -> new SentMessage(
                        sequence,
                        request.time(),
                        request.sequence(),
                        Json.text(verdict.msg(), "from"),
                        verdict.to(),
                        verdict.reference(),
                        verdict.accepted(),
                        refusal == null ? 0 : refusal.code(),
                        refusal == null ? null : refusal.sentence(),
                        verdict.problems(),
                        verdict.msg()));
    }
}
