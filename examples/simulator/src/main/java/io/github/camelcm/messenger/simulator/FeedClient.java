package io.github.camelcm.messenger.simulator;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One client of the feed, in the format of Server-Sent Events. It is given no more than its connection takes: what it has
 * not taken waits in the feed's own buffer. If it falls behind that buffer, or still has not taken what it was given when
 * the next heart beat is due, its connection is closed; it may come back with the id of the last event it has.
 */
final class FeedClient {

    private static final int BATCH = 100;

    private final Vertx vertx;
    private final Context context;
    private final Feed feed;
    private final HttpServerResponse response;
    private final long beatMillis;
    private final Runnable onEvent = this::wake;
    private final AtomicBoolean awake = new AtomicBoolean();
    private long sent;
    private long beat;
    private boolean ended;

    /** To be made on the connection's event loop. */
    FeedClient(Vertx vertx, Feed feed, HttpServerResponse response, long beatMillis) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.feed = feed;
        this.response = response;
        this.beatMillis = beatMillis;
    }

    /** False if there are too many clients already. */
    boolean register(int max) {
        return feed.listen(onEvent, max);
    }

    /** Starts after the event with that id; with an empty one, with what happens from now on. */
    void start(String lastEventId) {
        response.closeHandler(closed -> end());
        response.exceptionHandler(failure -> end());
        response.drainHandler(drained -> write());
        long number = lastEventId.isEmpty() ? feed.lastNumber() : feed.number(lastEventId);
        if (number >= 0 && feed.after(number, 1) != null) {
            sent = number;
            event("start", sent, "{}");
        } else {
            sent = feed.lastNumber();
            event("reset", sent, "{}");
        }
        beat = vertx.setPeriodic(beatMillis, id -> beat());
        write();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            context.runOnContext(now -> write());
        }
    }

    private void write() {
        awake.set(false);
        while (!ended) {
            List<Feed.Event> events = feed.after(sent, BATCH);
            if (events == null) {
                drop();
                return;
            }
            if (events.isEmpty() || response.writeQueueFull()) {
                return;
            }
            for (Feed.Event event : events) {
                sent = event.number();
                event(event.type(), sent, event.data());
            }
        }
    }

    private void beat() {
        if (response.writeQueueFull()) {
            drop();
        } else {
            response.write(": beat\n\n");
        }
    }

    private void event(String type, long number, String data) {
        response.write("event: " + type + "\nid: " + feed.id(number) + "\ndata: " + data + "\n\n");
    }

    private void drop() {
        end();
        response.reset();
    }

    private void end() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(beat);
            feed.forget(onEvent);
        }
    }
}
