package io.github.camelcm.messenger;

import org.jspecify.annotations.Nullable;

/** Makes the name of a file, which a user or a server chose, safe to be the name of a file here. */
final class MediaName {

    /** Even if each takes three bytes, they fit into the 255 that file systems allow. */
    private static final int MAX_LENGTH = 80;

    private MediaName() {}

    /**
     * The last part of a path, without control characters and such as turn text around, without dots and spaces at its
     * ends, and with {@code _} for what Windows or Camel's simple language would take for more than a name.
     *
     * @return null if nothing is left
     */
    static @Nullable String safe(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe =
                last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").replaceAll("[<>:\"|?*$]", "_");
        if (safe.length() > MAX_LENGTH) { // the end has the extension
            int start = safe.length() - MAX_LENGTH;
            safe = safe.substring(Character.isLowSurrogate(safe.charAt(start)) ? start + 1 : start);
        }
        safe = safe.replaceAll("^[.\\p{Z}]+|[.\\p{Z}]+$", "");
        return safe.isEmpty() ? null : safe;
    }
}
