package io.github.camelcm.messenger.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a file.
 *
 * @param status the HTTP status
 * @param contentType the header {@code Content-Type} as it came, if any
 * @param fileName of the header {@code Content-Disposition} as it came, if any: not safe to be the name of a file
 * @param refusal why the file was not taken; null if all its bytes were
 */
public record MediaAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String fileName,
        @Nullable String refusal) {

    MediaAnswer refused(String why) {
        return new MediaAnswer(status, contentType, fileName, why);
    }
}
