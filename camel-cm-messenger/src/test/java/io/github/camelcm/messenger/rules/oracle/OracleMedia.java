package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.OracleJson.absent;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.member;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.string;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field rules of {@code media}, how a URL is formed, and what kind of media it is. */
final class OracleMedia {

    static final Map<String, List<String>> MIME_TYPES = Map.ofEntries(
            entry("jpg", List.of("image/jpeg", "image/jpg")),
            entry("jpeg", List.of("image/jpeg", "image/jpg")),
            entry("png", List.of("image/png")),
            entry("gif", List.of("image/gif")),
            entry("webp", List.of("image/webp")),
            entry("bmp", List.of("image/bmp")),
            entry("mp4", List.of("video/mp4", "audio/mp4")),
            entry("m4v", List.of("video/x-m4v", "video/mp4")),
            entry("mov", List.of("video/quicktime")),
            entry("webm", List.of("video/webm", "audio/webm")),
            entry("avi", List.of("video/x-msvideo")),
            entry("3gp", List.of("video/3gpp")),
            entry("mp3", List.of("audio/mpeg", "audio/mp3")),
            entry("m4a", List.of("audio/mp4", "audio/x-m4a")),
            entry("aac", List.of("audio/aac")),
            entry("ogg", List.of("audio/ogg", "video/ogg")),
            entry("wav", List.of("audio/wav", "audio/x-wav")),
            entry("amr", List.of("audio/amr")),
            entry("pdf", List.of("application/pdf")),
            entry("txt", List.of("text/plain")),
            entry("csv", List.of("text/csv")),
            entry("doc", List.of("application/msword")),
            entry("docx", List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
            entry("xls", List.of("application/vnd.ms-excel")),
            entry("xlsx", List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
            entry("ppt", List.of("application/vnd.ms-powerpoint")),
            entry("pptx", List.of("application/vnd.openxmlformats-officedocument.presentationml.presentation")),
            entry("zip", List.of("application/zip")));

    private static final Pattern FILE = Pattern.compile(".+\\.([A-Za-z0-9]{1,8})", Pattern.DOTALL);

    private static final Pattern URL =
            Pattern.compile("(?i:https?)://(?<authority>[^/?#\\\\]*)(?<path>[^?#]*).*", Pattern.DOTALL);

    private OracleMedia() {}

    static boolean isPresent(JsonNode media) {
        if (media == null || media.isArray()) {
            return !absent(media);
        }
        return media.properties().stream().anyMatch(member -> !absent(member.getValue()));
    }

    static void check(JsonNode holder, String at, boolean thumbnail, Set<Finding> found) {
        JsonNode media = member(holder, "media");
        if (!isPresent(media)) {
            return;
        }
        if (media.isArray()) {
            found.add(new Finding("media-single", "ERROR", at + "/media"));
            return;
        }
        if (!isUrl(string(media, "mediaUri"))) {
            found.add(new Finding("media-uri", "ERROR", at + "/media/mediaUri"));
        }
        if (!thumbnail && !isGoodName(string(media, "mediaName"), string(media, "mimeType"))) {
            found.add(new Finding("media-name", "WARNING", at + "/media/mediaName"));
        }
    }

    private static boolean isGoodName(String mediaName, String mimeType) {
        String extension = extension(mediaName);
        if (extension == null) {
            return false;
        }
        boolean bothKnown = MIME_TYPES.containsKey(extension)
                && MIME_TYPES.values().stream().anyMatch(types -> types.contains(bare(mimeType)));
        return !bothKnown || MIME_TYPES.get(extension).contains(bare(mimeType));
    }

    static boolean isUrl(String url) {
        return url != null && URL.matcher(url).matches() && !host(url).isBlank();
    }

    private static String host(String url) {
        Matcher parts = URL.matcher(url);
        parts.matches();
        String authority = parts.group("authority");
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[") && host.contains("]")) {
            return host.substring(0, host.indexOf(']') + 1);
        }
        return host.contains(":") ? host.substring(0, host.indexOf(':')) : host;
    }

    /** What stands before the slash of the media's MIME type, or of the one its extension tells; null if unknown. */
    static String kind(JsonNode media) {
        if (media.isArray()) {
            return null;
        }
        String mimeType = bare(string(media, "mimeType"));
        boolean says = mimeType.contains("/") && !beforeSlash(mimeType).isEmpty();
        if (says && !mimeType.equals("application/octet-stream")) {
            return beforeSlash(mimeType);
        }
        String ofName = extension(string(media, "mediaName"));
        if (MIME_TYPES.containsKey(String.valueOf(ofName))) {
            return beforeSlash(MIME_TYPES.get(ofName).get(0));
        }
        String ofUrl = extension(lastSegment(string(media, "mediaUri")));
        if (MIME_TYPES.containsKey(String.valueOf(ofUrl))) {
            return beforeSlash(MIME_TYPES.get(ofUrl).get(0));
        }
        return null;
    }

    private static String lastSegment(String url) {
        if (!isUrl(url)) {
            return null;
        }
        Matcher parts = URL.matcher(url);
        parts.matches();
        String path = parts.group("path");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String extension(String fileName) {
        if (fileName == null) {
            return null;
        }
        Matcher file = FILE.matcher(fileName);
        return file.matches() ? file.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static String bare(String mimeType) {
        return mimeType == null ? "" : mimeType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String beforeSlash(String mimeType) {
        return mimeType.substring(0, mimeType.indexOf('/')).strip();
    }
}
