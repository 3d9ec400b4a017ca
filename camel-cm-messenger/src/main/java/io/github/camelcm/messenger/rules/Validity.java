package io.github.camelcm.messenger.rules;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of {@code validity}: {@code 2h}, {@code 30m}, or a date and time with an optional zone. */
final class Validity {

    static final String FORMS =
            "validity must be hours (2h), minutes (30m), or yyyy-MM-dd HH:mm:ss with an optional zone";

    private static final Pattern RELATIVE = Pattern.compile("[0-9]+[hHmM]");
    private static final Pattern ABSOLUTE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})"
            + "(?: ?(?:GMT|UTC|Z|[+-](?:[0-9]{1,2}|[0-9]{4}|[0-9]{2}:[0-9]{2})))?");
    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Validity() {}

    static boolean wellFormed(String validity) {
        if (RELATIVE.matcher(validity).matches()) {
            return true;
        }
        Matcher absolute = ABSOLUTE.matcher(validity);
        if (!absolute.matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(absolute.group(1), CALENDAR);
            return true;
        } catch (DateTimeParseException e) {
            return false; // the 30th of February
        }
    }
}
