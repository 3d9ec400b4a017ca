package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Cards side by side, to swipe through.
 *
 * @param cards 1–10 cards
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Carousel(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Carousel {
        cards = Raw.list(cards);
        raw = Raw.copy(raw);
    }

    public static Carousel of(List<Card> cards) {
        return new Carousel(cards, Map.of());
    }
}
