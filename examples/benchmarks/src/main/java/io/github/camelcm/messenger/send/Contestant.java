package io.github.camelcm.messenger.send;

import java.util.function.Consumer;

/**
 * Somebody who sends to the gateway.
 *
 * @param title in the results
 * @param messages that one exchange carries
 * @param mostInFlight how many exchanges it may have under way at most
 * @param blocking whether {@link Way#send} returns only when the exchange is over
 * @param sends whether the gateway sees the messages
 */
record Contestant(String title, int messages, int mostInFlight, boolean blocking, boolean sends, Way way) {

    /** One exchange. */
    interface Way {

        /** @param done gets null, or what went wrong; called exactly once */
        void send(Consumer<Throwable> done) throws Exception;
    }

    static Contestant asynchronous(String title, Way way) {
        return new Contestant(title, 1, Integer.MAX_VALUE, false, true, way);
    }

    static Contestant blocking(String title, Way way) {
        return new Contestant(title, 1, Integer.MAX_VALUE, true, true, way);
    }

    int inFlight(int wanted) {
        return Math.min(wanted, mostInFlight);
    }
}
