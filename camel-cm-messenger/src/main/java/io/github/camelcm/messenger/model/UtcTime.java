package io.github.camelcm.messenger.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CM.com's {@code timeUtc}, which names no zone; one with a zone, a fraction, or a blank in place of the T is read too. */
final class UtcTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private UtcTime() {}

    /** Null if there is none, or none that can be read. */
    static @Nullable Instant read(@Nullable String timeUtc) {
        if (timeUtc == null) {
            return null;
        }
        try {
            TemporalAccessor time = FORMAT.parse(timeUtc.strip().replace(' ', 'T'));
            return time.isSupported(ChronoField.OFFSET_SECONDS) // asked, since a failed try is dear
                    ? Instant.from(time)
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
