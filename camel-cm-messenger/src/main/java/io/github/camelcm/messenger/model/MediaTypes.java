package io.github.camelcm.messenger.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** File extensions and the MIME types that go with them. */
public final class MediaTypes {

    private static final int LONGEST_EXTENSION = 8;

    /** Extension, then its types, the usual one first. */
    private static final Map<String, List<String>> BY_EXTENSION = table(
            "jpg image/jpeg image/jpg",
            "jpeg image/jpeg image/jpg",
            "png image/png",
            "gif image/gif",
            "webp image/webp",
            "bmp image/bmp",
            "mp4 video/mp4 audio/mp4",
            "m4v video/x-m4v video/mp4",
            "mov video/quicktime",
            "webm video/webm audio/webm",
            "avi video/x-msvideo",
            "3gp video/3gpp",
            "mp3 audio/mpeg audio/mp3",
            "m4a audio/mp4 audio/x-m4a",
            "aac audio/aac",
            "ogg audio/ogg video/ogg",
            "wav audio/wav audio/x-wav",
            "amr audio/amr",
            "pdf application/pdf",
            "txt text/plain",
            "csv text/csv",
            "doc application/msword",
            "docx application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xls application/vnd.ms-excel",
            "xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt application/vnd.ms-powerpoint",
            "pptx application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "zip application/zip");

    private static final Set<String> KNOWN_TYPES =
            BY_EXTENSION.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private MediaTypes() {}

    /** The usual MIME type of a file with this name, or null where the extension is missing or not known. */
    public static @Nullable String ofName(@Nullable String fileName) {
        String extension = extension(fileName);
        List<String> types = extension == null ? null : BY_EXTENSION.get(extension);
        return types == null ? null : types.get(0);
    }

    /** The extension in lower case, without its dot: 1–8 ASCII letters or digits at the very end, or null. */
    public static @Nullable String extension(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        int dot = fileName.lastIndexOf('.');
        int length = fileName.length() - dot - 1;
        if (dot < 1 || length < 1 || length > LONGEST_EXTENSION) {
            return null;
        }
        for (int i = dot + 1; i < fileName.length(); i++) {
            char c = fileName.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                return null;
            }
        }
        return fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether extension and type contradict each other; what is not known contradicts nothing. */
    public static boolean contradict(String extension, @Nullable String mimeType) {
        List<String> types = BY_EXTENSION.get(extension);
        String essence = essence(mimeType);
        return types != null && KNOWN_TYPES.contains(essence) && !types.contains(essence);
    }

    /** The type in lower case without its parameters: {@code image/png} of {@code Image/PNG; q=1}; "" for null. */
    public static String essence(@Nullable String mimeType) {
        if (mimeType == null) {
            return "";
        }
        int end = mimeType.indexOf(';');
        return (end < 0 ? mimeType : mimeType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    /** The last part of a URL's path, without query and fragment; "" if there is none. */
    public static String fileName(@Nullable String url) {
        if (url == null) {
            return "";
        }
        int start = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        int end = start;
        int lastSlash = -1;
        for (; end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#'; end++) {
            if (url.charAt(end) == '/') {
                lastSlash = end;
            }
        }
        return lastSlash < 0 ? "" : url.substring(lastSlash + 1, end);
    }

    private static Map<String, List<String>> table(String... lines) {
        return Arrays.stream(lines)
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toUnmodifiableMap(words -> words.get(0), words -> words.subList(1, words.size())));
    }
}
