package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MediaTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a file, and what kind of file it is. */
final class MediaRules {

    /** What Messenger can make of a file. */
    enum Kind {
        IMAGE,
        VIDEO,
        OTHER,
        UNKNOWN
    }

    private MediaRules() {}

    /** @param raw the unknown members beside the media, where an array in its place is kept */
    static void check(
            @Nullable Media media, Map<String, Object> raw, Pointer parent, boolean thumbnail, Findings findings) {
        if (Fields.mediaArray(raw) != null) {
            findings.add(
                    Rule.MEDIA_SINGLE,
                    parent.member("media"),
                    "media is an array, one object is allowed; several files are several items");
        } else if (media != null && Fields.present(media)) {
            Pointer at = parent.member("media");
            if (!Format.url(media.mediaUri())) {
                findings.add(Rule.MEDIA_URI, at.member("mediaUri"), "mediaUri is not an absolute http or https URL");
            }
            if (!thumbnail) {
                name(media, at, findings);
            }
        }
    }

    private static void name(Media media, Pointer at, Findings findings) {
        String extension = MediaTypes.extension(media.mediaName());
        if (extension == null) {
            findings.add(
                    Rule.MEDIA_NAME,
                    at.member("mediaName"),
                    "mediaName is missing or has no file extension, by which CM.com knows the type; in Java:"
                            + " Media.of(mediaName, mediaUri, mimeType)");
        } else if (MediaTypes.contradict(extension, media.mimeType())) {
            findings.add(
                    Rule.MEDIA_NAME,
                    at.member("mediaName"),
                    "mediaName has an extension that does not go with mimeType");
        }
    }

    /** By the MIME type; if that says nothing, by the extension of the name, else of the URL's path. */
    static Kind kind(Media media) {
        String kind = beforeSlash(MediaTypes.essence(media.mimeType()));
        if (kind.isEmpty()) {
            String byName = MediaTypes.ofName(media.mediaName());
            String type = byName != null || !Format.url(media.mediaUri())
                    ? byName
                    : MediaTypes.ofName(MediaTypes.fileName(media.mediaUri()));
            kind = type == null ? "" : beforeSlash(type);
        }
        return switch (kind) {
            case "" -> Kind.UNKNOWN;
            case "image" -> Kind.IMAGE;
            case "video" -> Kind.VIDEO;
            default -> Kind.OTHER;
        };
    }

    /** What the type says of the file; "" where it says nothing. */
    private static String beforeSlash(String type) {
        int slash = type.indexOf('/');
        return slash < 0 || type.equals("application/octet-stream")
                ? ""
                : type.substring(0, slash).trim();
    }
}
