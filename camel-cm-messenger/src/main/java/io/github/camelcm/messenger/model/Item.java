package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a conversation: one message in Messenger, in a few cases two. What it becomes depends on which of its
 * fields are present; {@code io.github.camelcm.messenger.rules.Renderer} says what.
 *
 * @param header the text of a button template, or the title of a generic template
 * @param text a text message, or the subtitle of a generic template
 * @param media a media message, or the image of a generic template
 * @param suggestions quick replies, buttons or products
 * @param carousel cards side by side
 * @param tag a {@link MessageTag}'s name
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Item(
        @Nullable String header,
        @Nullable String text,
        @Nullable Media media,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
        @Nullable Carousel carousel,
        @Nullable String tag,
        @JsonAnyGetter Map<String, Object> raw) {

    public Item {
        suggestions = Raw.list(suggestions);
        raw = Raw.copy(raw);
    }

    @JsonCreator
    static Item read(
            @JsonProperty("header") @Nullable String header,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("media") @Nullable MediaMember media,
            @JsonProperty("suggestions") @Nullable List<Suggestion> suggestions,
            @JsonProperty("carousel") @Nullable Carousel carousel,
            @JsonProperty("tag") @Nullable String tag,
            @JsonAnySetter @Nullable Map<String, Object> raw) {
        return new Item(
                header, text, MediaMember.orNull(media), suggestions, carousel, tag, Raw.withMediaArray(raw, media));
    }

    public static Item text(String text, List<Suggestion> quickReplies) {
        return new Item(null, text, null, quickReplies, null, null, Map.of());
    }

    public Item withTag(String newTag) {
        return new Item(header, text, media, suggestions, carousel, newTag, raw);
    }
}
