package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What Messenger shows, message by message.
 *
 * @param conversation the items, in the order in which they arrive
 * @param suggestions passed on as they are; what CM.com does with them on Messenger is not documented
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record RichContent(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> conversation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public RichContent {
        conversation = Raw.list(conversation);
        suggestions = Raw.list(suggestions);
        raw = Raw.copy(raw);
    }

    public static RichContent of(List<Item> conversation) {
        return new RichContent(conversation, List.of(), Map.of());
    }
}
