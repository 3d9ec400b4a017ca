package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a message.
 *
 * @param number the PSID: the user's page-scoped id, valid for the sending page only. Not a phone number
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Recipient(
        @Nullable String number,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Recipient {
        raw = Raw.copy(raw);
    }

    public static Recipient of(String psid) {
        return new Recipient(psid, Map.of());
    }
}
