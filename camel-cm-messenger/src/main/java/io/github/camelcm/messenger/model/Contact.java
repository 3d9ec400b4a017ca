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
 * One side of a received message: the user or the page.
 *
 * @param number the PSID or the Facebook Page ID
 * @param name the user's name, if CM.com may know it
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Contact(
        @Nullable String number,
        @Nullable String name,
        @JsonAnyGetter Map<String, Object> raw) {

    public Contact {
        number = Raw.presentOrNull(number);
        name = Raw.presentOrNull(name);
        raw = Raw.copy(raw);
    }

    @JsonCreator
    static Contact read(
            @JsonProperty("number") @Nullable String number,
            @JsonProperty("name") @Nullable String name,
            @JsonAnySetter @Nullable Map<String, Object> raw) {
        return new Contact(number, name, raw == null ? Map.of() : raw);
    }

    /** A contact written as a plain string is its number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Contact of(String number) {
        return new Contact(number, null, Map.of());
    }
}
