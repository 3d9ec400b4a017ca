package io.github.camelcm.messenger.rules;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of channels as CM.com's SDKs spell them. */
final class Channels {

    static final String MESSENGER = "Facebook Messenger";

    static final List<String> NAMES = List.of(
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

    static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** The channel that is meant by a name which differs only in case, spaces and punctuation. */
    static @Nullable String nearMiss(String name) {
        String bare = bare(name);
        for (String channel : NAMES) {
            if (bare(channel).equals(bare)) {
                return channel;
            }
        }
        return null;
    }

    private static String bare(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
