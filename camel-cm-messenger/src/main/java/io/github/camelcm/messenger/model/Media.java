package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that Messenger fetches and shows: an image, a video, a sound or a document.
 *
 * @param mediaName the file's name, with its extension
 * @param mediaUri an absolute {@code http} or {@code https} URL that CM.com and Meta can reach; at most 25 MB by
 *     CM.com's page, images at most 8 MB
 * @param mimeType for example {@code image/jpeg}
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record Media(
        @Nullable String mediaName,
        @Nullable String mediaUri,
        @Nullable String mimeType,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

    public Media {
        raw = Raw.copy(raw);
    }

    /**
     * The file behind a URL. Its name is the last part of the URL's path, its type follows from the extension; where a
     * URL does not tell, use {@link #of(String, String, String)}.
     */
    public static Media of(String mediaUri) {
        String name = MediaTypes.fileName(mediaUri);
        return new Media(name.isEmpty() ? null : name, mediaUri, MediaTypes.ofName(name), Map.of());
    }

    public static Media of(String mediaName, String mediaUri, String mimeType) {
        return new Media(mediaName, mediaUri, mimeType, Map.of());
    }
}
