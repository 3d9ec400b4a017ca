package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.AmbiguousOutcomeException;
import io.github.camelcm.messenger.CmMessengerException;
import io.github.camelcm.messenger.InvalidMessageException;
import io.github.camelcm.messenger.RejectedException;

/** How far the sending of a message came. What became of it after that, CM.com's reports tell. */
public enum Sending {
    /** It waits for its turn, perhaps after attempts that surely sent nothing. */
    PENDING,
    /** It is being sent. */
    SENDING,
    /** The gateway took it, or a report shows that it did. */
    SENT,
    /** Dead: it breaks a rule, and was never sent. */
    INVALID,
    /** Dead: the gateway refused it. */
    REJECTED,
    /** Dead: the gateway could not be reached, or had too much to do, at every attempt. */
    NOT_SENT,
    /** Dead: it may have arrived or not, so that nobody sends it again; a report will make it {@link #SENT}. */
    AMBIGUOUS;

    /** Where a message ends up that is not to be tried again. */
    static Sending after(CmMessengerException failure) {
        if (failure instanceof InvalidMessageException) {
            return INVALID;
        }
        if (failure instanceof RejectedException) {
            return REJECTED;
        }
        return failure instanceof AmbiguousOutcomeException ? AMBIGUOUS : NOT_SENT;
    }
}
