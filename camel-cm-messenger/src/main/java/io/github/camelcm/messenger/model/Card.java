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
 * One card: an element of Messenger's generic template.
 *
 * <pre>{@code
 * Card.titled("Blue shirt").text("All sizes").image("https://example.com/blue.jpg").buttons(Button.reply("Buy", "BUY"))
 * }</pre>
 *
 * @param header the title, at most 80 characters
 * @param text the subtitle, at most 80 characters
 * @param media the image
 * @param suggestions at most three buttons, or one or more products
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Card(
        @Nullable String header,
        @Nullable String text,
        @Nullable Media media,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
        @JsonAnyGetter Map<String, Object> raw) {

    public Card {
        suggestions = Raw.list(suggestions);
        raw = Raw.copy(raw);
    }

    @JsonCreator
    static Card read(
            @JsonProperty("header") @Nullable String header,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("media") @Nullable MediaMember media,
            @JsonProperty("suggestions") @Nullable List<Suggestion> suggestions,
            @JsonAnySetter @Nullable Map<String, Object> raw) {
        return new Card(header, text, MediaMember.orNull(media), suggestions, Raw.withMediaArray(raw, media));
    }

    public static Card titled(String title) {
        return new Card(title, null, null, List.of(), Map.of());
    }

    /** A product of the page's catalogue; cards of products stand among their like only. */
    public static Card product(String productId) {
        return new Card(null, null, null, List.of(Button.product(productId)), Map.of());
    }

    public Card text(String subtitle) {
        return new Card(header, subtitle, media, suggestions, raw);
    }

    public Card image(String imageUri) {
        return media(Media.of(imageUri));
    }

    public Card media(Media newMedia) {
        return new Card(header, text, newMedia, suggestions, raw);
    }

    /** The card with these buttons, in this order, instead of those it had. */
    public Card buttons(Button... buttons) {
        return new Card(header, text, media, Button.suggestions(buttons), raw);
    }
}
