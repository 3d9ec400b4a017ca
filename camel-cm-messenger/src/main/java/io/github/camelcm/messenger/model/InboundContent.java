package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user wrote, sent or tapped.
 *
 * @param text what was written, or the label of what was tapped
 * @param media the file that was sent
 * @param custom the tapped suggestions, the location, and whatever is newer
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record InboundContent(
        @Nullable String text,
        @Nullable InboundMedia media,
        @Nullable Custom custom,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public InboundContent {
        text = Raw.presentOrNull(text);
        raw = Raw.copy(raw);
    }

    /**
     * The part of a received message that differs by kind.
     *
     * @param suggestions what was tapped: an action {@code Reply} with its postback data
     * @param location a place; documented by CM.com for other channels
     * @param raw kinds that this record does not know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    public record Custom(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
            @Nullable Location location,
            @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

        public Custom {
            suggestions = Raw.presentElements(suggestions);
            raw = Raw.copy(raw);
        }
    }

    /**
     * A place that a user sent.
     *
     * @param latitude degrees, as they came
     * @param longitude degrees, as they came
     * @param label the place's name
     * @param searchQuery what the user searched for
     * @param raw members that this record does not know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    public record Location(
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String label,
            @Nullable String searchQuery,
            @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

        public Location {
            raw = Raw.copy(raw);
        }
    }
}
