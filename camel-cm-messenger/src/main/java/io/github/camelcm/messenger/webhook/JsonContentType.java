package io.github.camelcm.messenger.webhook;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which content types a call may have. */
public final class JsonContentType {

    private static final Pattern JSON = Pattern.compile(
            "(?:application/json|text/json|application/[a-z0-9!#$&^_.+-]+\\+json)", Pattern.CASE_INSENSITIVE);

    private JsonContentType() {}

    /**
     * Whether it is absent, blank, or one of {@code application/json}, {@code text/json} and {@code application/*+json}
     * in any case and with any parameters.
     */
    public static boolean accepts(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return JSON.matcher(type.strip()).matches();
    }
}
