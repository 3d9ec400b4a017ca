package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the channel without a message, such as an opt-in, as CM.com posts it.
 *
 * @param from the user
 * @param to the page
 * @param event what happened
 * @param timeUtc UTC, {@code yyyy-MM-ddTHH:mm:ss}, whole seconds
 * @param channel {@code Facebook Messenger}
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record ChannelEvent(
        @Nullable Contact from,
        @Nullable Contact to,
        @Nullable Event event,
        @Nullable String timeUtc,
        @Nullable String channel,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw)
        implements JsonRecord {

    public ChannelEvent {
        timeUtc = Raw.presentOrNull(timeUtc);
        channel = Raw.presentOrNull(channel);
        raw = Raw.copy(raw);
    }

    /** The time that CM.com gives it; null if {@code timeUtc} is missing or cannot be read. */
    public @Nullable Instant timestamp() {
        return UtcTime.read(timeUtc);
    }

    /**
     * @param type for example {@code OptInSubscribed}
     * @param reference of what the event is about
     * @param custom what differs by type, as it came
     * @param raw members that this record does not know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    public record Event(
            @Nullable String type,
            @Nullable String reference,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> custom,
            @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

        public Event {
            type = Raw.presentOrNull(type);
            reference = Raw.presentOrNull(reference);
            custom = Raw.copy(custom);
            raw = Raw.copy(raw);
        }
    }
}
