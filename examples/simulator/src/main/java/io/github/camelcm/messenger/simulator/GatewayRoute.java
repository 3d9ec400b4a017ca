package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.GatewayAnswer.Verdict;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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
    private final Faults faults;
    private final StatusReporter reporter;
    private final Runnable processed;
    private final long maxBodySize;

    /**
     * The gateway.
     *
     * @param processed run after each request, when something new may be due
     */
    GatewayRoute(
            SimulatorOptions options,
            Journal journal,
            Clock clock,
            Faults faults,
            StatusReporter reporter,
            Runnable processed) {
        this.judge = new GatewayJudge(options.productToken(), options.check());
        this.journal = journal;
        this.clock = clock;
        this.faults = faults;
        this.reporter = reporter;
        this.processed = processed;
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
        FaultHit hit;
        GatewayReply reply;
        synchronized (journal) { // in one piece, so that a request and its messages stand together
            hit = faults.gateway(answer.messages());
            FaultRule rule = hit.deciding();
            reply = rule == null ? GatewayReply.of(answer) : GatewayReply.of(answer, rule.fault());
            process(context, body, reply, hit.rules());
        }
        processed.run();
        if (hit.delayMillis() == 0) {
            send(context, reply);
        } else {
            context.vertx().setTimer(hit.delayMillis(), timer -> send(context, reply));
        }
    }

    private void process(RoutingContext context, byte[] body, GatewayReply reply, List<Long> fired) {
        String text = new String(body, StandardCharsets.UTF_8);
        GatewayRequest request = note(context, text, reply.status(), reply.text(), fired);
        JsonNode msg = null;
        JsonNode masked = null;
        for (Verdict verdict : reply.processed()) {
            if (masked == null || verdict.msg() != msg) { // once for all recipients of a message
                msg = verdict.msg();
                masked = Secrets.masked(msg);
            }
            SentMessage message = note(request, verdict, masked);
            if (message.accepted()) {
                reporter.begin(message);
            }
        }
    }

    private static void send(RoutingContext context, GatewayReply reply) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return; // who asked has given up
        }
        if (reply.status() == 0) {
            reset(context.request().connection());
            return;
        }
        if (reply.retryAfter() >= 0) {
            response.putHeader("Retry-After", String.valueOf(reply.retryAfter()));
        }
        response.setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .end(reply.text());
    }

    /** Resets the connection in the sense of TCP, which Vert.x itself has no call for: it would end it in good order. */
    private static void reset(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        connection.close();
    }

    private void refuse(RoutingContext context, int status, String sentence) {
        note(context, "", status, sentence, List.of());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(sentence);
    }

    private GatewayRequest note(RoutingContext context, String body, int status, String answer, List<Long> fired) {
        HttpServerRequest request = context.request();
        String masked = Secrets.maskedBody(body);
        return journal.add(sequence -> new GatewayRequest(
                sequence,
                clock.instant(),
                request.method().name(),
                Secrets.maskedHeaders(request.headers().entries()),
                masked,
                status,
                answer,
                fired));
    }

    private SentMessage note(GatewayRequest request, Verdict verdict, JsonNode masked) {
        Refusal refusal = verdict.refusal();
        return journal.add(sequence -> new SentMessage(
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
                masked));
    }
}
