package io.github.camelcm.messenger.simulator;

import java.time.Instant;

/**
 * One conversation between a page and a user, as far as the journal remembers it.
 *
 * @param user the page and the user; the name as last used
 * @param entries how many entries the conversation has
 * @param lastSequence sequence number of its newest entry
 * @param lastTime time of its newest entry
 */
public record ConversationSummary(MessengerUser user, int entries, long lastSequence, Instant lastTime) {}
