package io.github.camelcm.messenger.rules;

import org.jspecify.annotations.Nullable;

/** The forms of ids, numbers and URLs. */
final class Format {

    private Format() {}

    static boolean digits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!digit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean lettersOrDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(digit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** {@code http} or {@code https} in any case, {@code ://}, a host; nothing else is checked. */
    static boolean url(@Nullable String url) {
        if (url == null) {
            return false;
        }
        int start = https(url) ? 8 : url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
        if (start < 0) {
            return false;
        }
        int end = start;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        String host = url.substring(at >= start ? at + 1 : start, end);
        int port = host.indexOf(':'); // or a colon of an IPv6 address, which has a bracket before it
        return !(port < 0 ? host : host.substring(0, port)).isBlank();
    }

    static boolean https(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8);
    }

    /** How many digits a phone number has; -1 if it is not {@code +} and digits, separators aside. */
    static int phoneDigits(String phone) {
        int digits = 0;
        boolean plus = false;
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (digit(c) && plus) {
                digits++;
            } else if (c == '+' && !plus) {
                plus = true;
            } else if (" .-()[]".indexOf(c) < 0) {
                return -1;
            }
        }
        return plus ? digits : -1;
    }

    /** Whether a text holds half of a surrogate pair, which has no UTF-8 form. */
    static boolean unpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
