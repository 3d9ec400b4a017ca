package io.github.camelcm.messenger.simulator;

import java.util.Locale;

/** Where a fault shows. */
public enum FaultPlace {
    /** In the gateway's answers. */
    GATEWAY,
    /** In the calls of webhooks. */
    WEBHOOKS;

    /** The name as the control API writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
