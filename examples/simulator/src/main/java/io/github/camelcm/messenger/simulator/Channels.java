package io.github.camelcm.messenger.simulator;

import java.util.Set;

/** The names of channels, spelled as CM.com spells them. CM.com's SDK, read 2026-11. */
final class Channels {

    static final String MESSENGER = "Facebook Messenger";

    static final Set<String> NAMES = Set.of(
            MESSENGER,
            "SMS",
            "WhatsApp",
            "Push",
            "RCS",
            "Viber",
            "Voice",
            "Line",
            "Twitter",
            "MobilePush",
            "Instagram",
            "Telegram Messenger",
            "Google Business Messages",
            "Apple Messages for Business",
            "Apple Business Chat",
            "iMessage");

    private Channels() {}
}
