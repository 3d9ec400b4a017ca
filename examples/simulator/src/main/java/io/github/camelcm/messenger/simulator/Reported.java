package io.github.camelcm.messenger.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What a status report is about. On the wire there are only recipient and reference; the simulator also knows which
 * message it is, if it is one of its own.
 *
 * @param pageId the page that sent it; empty if not known
 * @param message sequence number of the {@link SentMessage}; null if not known
 */
record Reported(
        String pageId,
        String psid,
        String reference,
        @Nullable Long message) {

    static Reported on(SentMessage message) {
        return new Reported(message.pageId(), message.psid(), message.reference(), message.sequence());
    }

    /** Whether both are about the same message, as far as that is known. */
    boolean isSame(Reported other) {
        return message == null || other.message == null
                ? psid.equals(other.psid) && reference.equals(other.reference)
                : message.equals(other.message);
    }
}
