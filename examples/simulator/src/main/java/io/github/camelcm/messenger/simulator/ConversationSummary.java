package io.github.camelcm.messenger.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conversation between a page and a user, as far as the journal remembers it.
 *
 * @param user the page and the user; the name as last used
 * @param entries how many entries the conversation has
 * @param lastSequence sequence number of its newest entry
 * @param lastTime time of its newest entry
 * @param windowOpened when the user last wrote, sent or tapped something, which opens Messenger's 24-hour window; null if
 *     the journal remembers no such thing
 */
public record ConversationSummary(
        MessengerUser user,
        int entries,
        long lastSequence,
        Instant lastTime,
        @Nullable Instant windowOpened) {

    private static final Duration WINDOW = Duration.ofHours(24);

    /**
     * When the 24-hour window ends or has ended.
     *
     * @return the first instant outside of it; null if it was never opened
     */
    public @Nullable Instant windowEnds() {
        return windowOpened == null ? null : windowOpened.plus(WINDOW);
    }

    /**
     * Whether the page may write without a tag.
     *
     * @param now the time, by the simulator's clock
     * @return whether the 24-hour window is open
     */
    public boolean isWindowOpen(Instant now) {
        Instant ends = windowEnds();
        return ends != null && now.isBefore(ends);
    }
}
