package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number that a {@code Dial} button calls.
 *
 * @param phoneNumber international form: {@code +} and 7–15 digits
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Dial(
        @Nullable String phoneNumber,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Dial {
        raw = Raw.copy(raw);
    }

    public static Dial of(String phoneNumber) {
        return new Dial(phoneNumber, Map.of());
    }
}
