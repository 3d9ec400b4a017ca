package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that a user sent; CM.com keeps it.
 *
 * @param mediaUri where CM.com keeps it; fetching it needs the product token
 * @param contentType its MIME type
 * @param title its title or name
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record InboundMedia(
        @Nullable String mediaUri,
        @Nullable String contentType,
        @Nullable String title,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public InboundMedia {
        mediaUri = Raw.presentOrNull(mediaUri);
        contentType = Raw.presentOrNull(contentType);
        title = Raw.presentOrNull(title);
        raw = Raw.copy(raw);
    }
}
