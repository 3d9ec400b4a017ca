package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.util.Locale;

/** What a webhook is called for. CM.com has one webhook each. */
public enum WebhookKind {
    /** What users write, send and tap. */
    MESSAGES,
    /** Status reports: what became of a message. */
    STATUSES,
    /** Channel events, for example an opt-in. */
    EVENTS;

    /**
     * Whether CM.com counts an answer as success: exactly 200 for messages, any 2xx for status reports. For events
     * nothing is documented; the simulator's own choice is exactly 200.
     *
     * @param status HTTP status of the webhook's answer
     * @return whether the event counts as delivered
     */
    public boolean succeeded(int status) {
        return this == STATUSES ? status >= 200 && status < 300 : status == 200;
    }

    /**
     * How long CM.com calls again, counted from what happened. For messages its documentation says "up to a month",
     * here 30 days; for status reports 7 days. For events nothing is documented; the simulator's own choice is 30 days.
     *
     * @return the time
     */
    public Duration patience() {
        return Duration.ofDays(this == STATUSES ? 7 : 30);
    }

    /** The name as the control API and the command line write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
