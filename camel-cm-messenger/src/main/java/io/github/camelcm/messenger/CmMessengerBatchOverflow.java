package io.github.camelcm.messenger;

/** What happens to a message when {@code batchPending} messages wait or are in flight. */
public enum CmMessengerBatchOverflow {
    /** The thread that sends is held up until there is room, for the {@code responseTimeout} at most. */
    block,
    /** The exchange fails at once. */
    reject
}
