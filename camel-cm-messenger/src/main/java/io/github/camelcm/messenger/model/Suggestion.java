package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can tap. Whether Messenger shows it as a quick reply, a button or a product follows from the item
 * it belongs to. In Java, {@link QuickReply} and {@link Button} make suggestions.
 *
 * @param action the action's name as it was read; see {@link Action}
 * @param label what the user reads; at most 20 characters
 * @param postbackdata what comes back when a {@code Reply} is tapped; at most 1000 characters
 * @param url the page of {@code OpenUrl} and {@code Login}
 * @param dial the number of {@code Dial}
 * @param product the product of {@code ViewProduct}
 * @param media the thumbnail of a quick reply; at least 24 × 24 pixels
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Suggestion(
        @Nullable String action,
        @Nullable String label,
        @Nullable String postbackdata,
        @Nullable String url,
        @Nullable Dial dial,
        @Nullable Product product,
        @Nullable Media media,
        @JsonAnyGetter Map<String, Object> raw) {

    public Suggestion {
        raw = Raw.copy(raw);
    }

    @JsonCreator
    static Suggestion read(
            @JsonProperty("action") @Nullable String action,
            @JsonProperty("label") @Nullable String label,
            @JsonProperty("postbackdata") @Nullable String postbackdata,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("dial") @Nullable Dial dial,
            @JsonProperty("product") @Nullable Product product,
            @JsonProperty("media") @Nullable MediaMember media,
            @JsonAnySetter @Nullable Map<String, Object> raw) {
        return new Suggestion(
                action,
                label,
                postbackdata,
                url,
                dial,
                product,
                MediaMember.orNull(media),
                Raw.withMediaArray(raw, media));
    }
}
