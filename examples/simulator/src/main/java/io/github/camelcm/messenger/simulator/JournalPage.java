package io.github.camelcm.messenger.simulator;

import java.util.List;

/**
 * A piece of the journal.
 *
 * @param entries the entries, oldest first
 * @param next what to pass as {@code after} to go on: the last sequence number read, or the given one if the page is
 *     empty
 * @param more whether there are further entries by now
 * @param dropped how many entries, deliveries aside, the bounds have cost since the start or the last {@link Journal#clear()}
 * @param droppedDeliveries how many deliveries they have cost
 */
public record JournalPage(List<JournalEntry> entries, long next, boolean more, long dropped, long droppedDeliveries) {

    /** Copies the entries. */
    public JournalPage {
        entries = List.copyOf(entries);
    }
}
