package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user sent to a page, as CM.com posts it. Empty strings, nulls and missing members are alike.
 *
 * @param from the user
 * @param to the page
 * @param message what was written, sent or tapped
 * @param reference of the message it answers, if known
 * @param groupings the custom groupings of that message
 * @param time CM.com's local time (CET or CEST), {@code yyyy-MM-dd HH:mm:ss}
 * @param timeUtc UTC, {@code yyyy-MM-ddTHH:mm:ss}, whole seconds
 * @param channel {@code Facebook Messenger}
 * @param messageContext not documented for Messenger
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record InboundMessage(
        @Nullable Contact from,
        @Nullable Contact to,
        @Nullable InboundContent message,
        @Nullable String reference,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> groupings,
        @Nullable String time,
        @Nullable String timeUtc,
        @Nullable String channel,
        @Nullable String messageContext,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw)
        implements JsonRecord {

    public InboundMessage {
        reference = Raw.presentOrNull(reference);
        groupings = Raw.groupings(groupings);
        time = Raw.presentOrNull(time);
        timeUtc = Raw.presentOrNull(timeUtc);
        channel = Raw.presentOrNull(channel);
        messageContext = Raw.presentOrNull(messageContext);
        raw = Raw.copy(raw);
    }

    /** What the user wrote, or the label of what was tapped; null for a file. */
    public @Nullable String text() {
        return message == null ? null : message.text();
    }

    /** The postback data of the quick reply or button that was tapped; null if none was. */
    public @Nullable String postback() {
        if (message == null || message.custom() == null) {
            return null;
        }
        return message.custom().suggestions().stream()
                .map(Suggestion::postbackdata)
                .filter(data -> data != null && !data.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The time that CM.com gives it; null if {@code timeUtc} is missing or cannot be read. */
    public @Nullable Instant timestamp() {
        return UtcTime.read(timeUtc);
    }

    /**
     * The start of an answer: from the page, to the writer.
     *
     * @throws IllegalStateException if the message does not say who wrote it
     */
    public MessageBuilder reply() {
        String writer = from == null ? null : from.number();
        if (writer == null || writer.isBlank()) {
            throw new IllegalStateException(
                    "The message cannot be answered: it does not say who wrote it (/from/number is missing)");
        }
        return new MessageBuilder().from(to == null ? null : to.number()).to(writer);
    }
}
