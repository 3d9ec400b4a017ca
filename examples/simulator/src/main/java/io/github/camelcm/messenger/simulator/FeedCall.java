package io.github.camelcm.messenger.simulator;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The live feed: Server-Sent Events. */
final class FeedCall {

    /** How many clients there may be at a time. */
    static final int MAX_CLIENTS = 32;

    private static final long BEAT_MILLIS = 15_000;

    private final Feed feed;
    private final long beatMillis;

    FeedCall(Feed feed) {
        this(feed, BEAT_MILLIS);
    }

    FeedCall(Feed feed, long beatMillis) {
        this.feed = feed;
        this.beatMillis = beatMillis;
    }

    void mount(Router router) {
        router.get(ControlApi.ROOT + "/feed").handler(this::open).failureHandler(Answers::failed);
    }

    private void open(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        FeedClient client = new FeedClient(context.vertx(), feed, response, beatMillis);
        if (!client.register(MAX_CLIENTS)) {
            response.setChunked(false);
            Answers.error(
                    context, 503, "There are " + MAX_CLIENTS + " clients of the feed already; close one of them.");
            return;
        }
        @Nullable String last = context.request().getHeader("Last-Event-ID");
        client.start(last == null ? "" : last);
    }
}
