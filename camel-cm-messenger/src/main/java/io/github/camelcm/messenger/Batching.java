package io.github.camelcm.messenger;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import io.github.camelcm.messenger.gateway.BatchSettings;
import io.github.camelcm.messenger.gateway.Batcher;
import io.github.camelcm.messenger.gateway.Gateway;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The batcher of an endpoint, which all its running producers share. Thread-safe. */
final class Batching {

    private final CmMessengerEndpoint endpoint;

    /** Guarded by this, as is {@link #batcher}: who comes while the last one leaves gets a new batcher, not a closed one. */
    private int producers;

    private @Nullable Batcher batcher;

    Batching(CmMessengerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * @param gateway the way to the gateway if this is the first producer
     * @throws IllegalArgumentException if an option has a value out of its range; it names the option
     */
    synchronized Batcher join(Gateway gateway) {
        Batcher shared = batcher;
        if (shared == null) {
            shared = endpoint.getComponent().batcher(gateway, settings(endpoint.getConfiguration()));
            batcher = shared;
        }
        producers++;
        return shared;
    }

    /** Sends what waits; the last producer waits for the answers. */
    void leave(Batcher shared) {
        if (last()) {
            endpoint.getComponent().release(shared);
        } else {
            shared.flush();
        }
    }

    private synchronized boolean last() {
        producers--;
        if (producers == 0) {
            batcher = null;
        }
        return producers == 0;
    }

    /** @return null while there is room for further messages */
    synchronized @Nullable Trouble trouble() {
        if (batcher == null || !batcher.isFull()) {
            return null;
        }
        int pending = endpoint.getConfiguration().getBatchPending();
        return new Trouble(
                "The batch queue is full: batchPending messages wait or are in flight",
                Map.of("batchPending", pending));
    }

    /** @return how many messages wait or are in flight; null where nothing is batched */
    synchronized @Nullable Integer pending() {
        return batcher == null ? null : batcher.pending();
    }

    static boolean wanted(CmMessengerConfiguration options) {
        return HttpOptions.positive("batchSize", options.getBatchSize()) > 1;
    }

    private static BatchSettings settings(CmMessengerConfiguration options) {
        if (options.getBatchSize() > Gateway.MAX_MESSAGES) {
            throw new IllegalArgumentException(
                    "batchSize must be 1-" + Gateway.MAX_MESSAGES + ", it is " + options.getBatchSize());
        }
        if (options.getBatchLinger() < 0) {
            throw new IllegalArgumentException("batchLinger must not be negative, it is " + options.getBatchLinger());
        }
        return new BatchSettings(
                options.getBatchSize(),
                Duration.ofMillis(options.getBatchLinger()),
                HttpOptions.positive("batchPending", options.getBatchPending()),
                options.getBatchOverflow() == CmMessengerBatchOverflow.block,
                HttpOptions.duration("responseTimeout", options.getResponseTimeout()),
                HttpOptions.positive("maxTotalConnections", options.getMaxTotalConnections()),
                HttpOptions.duration("connectionRequestTimeout", options.getConnectionRequestTimeout()));
    }
}
