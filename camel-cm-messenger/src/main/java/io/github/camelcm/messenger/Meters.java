package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;

/** Where the counts of endpoints go besides JMX. What is not overridden goes nowhere. */
interface Meters {

    /** Where there is no registry of meters. */
    Meters NONE = new Meters() {};

    /** What became of an event that was received. */
    enum EventResult {
        ROUTED,
        IGNORED,
        REPEATED
    }

    default void sent(int messages) {}

    default void known(Outcome outcome, int messages) {}

    default void attempt(long nanos) {}

    default void request(int messages) {}

    default void invalid() {}

    default void received(EventResult result) {}

    default void refused() {}

    /** Takes the meters out of their registry. */
    default void remove() {}
}
