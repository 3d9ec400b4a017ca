package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code media} as JSON gives it: one object, or an array, which is a frequent mistake (an item holds one
 * file). The array is kept, so that the rule {@code media-single} can name it.
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
record MediaMember(@Nullable Media media, @Nullable List<Object> array) {

    @JsonCreator
    static MediaMember one(
            @JsonProperty("mediaName") @Nullable String mediaName,
            @JsonProperty("mediaUri") @Nullable String mediaUri,
            @JsonProperty("mimeType") @Nullable String mimeType,
            @JsonAnySetter @Nullable Map<String, Object> raw) {
        return new MediaMember(new Media(mediaName, mediaUri, mimeType, raw), null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MediaMember several(List<Object> array) {
        return new MediaMember(null, array);
    }

    static @Nullable Media orNull(@Nullable MediaMember member) {
        return member == null ? null : member.media;
    }
}
