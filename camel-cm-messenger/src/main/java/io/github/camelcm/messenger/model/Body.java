package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain text of a message: the whole of it, or the fallback text beside rich content.
 *
 * @param type {@code auto} or absent
 * @param content the text; may be empty beside rich content
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Body(
        @Nullable String type,
        @Nullable String content,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Body {
        raw = Raw.copy(raw);
    }

    /** Plain text, which CM.com encodes as the channel needs it. */
    public static Body text(String content) {
        return new Body("auto", content, Map.of());
    }
}
