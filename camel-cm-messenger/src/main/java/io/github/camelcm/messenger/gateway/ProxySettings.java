package io.github.camelcm.messenger.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that requests go through.
 *
 * @param host its name or address
 * @param port its port
 * @param user for Basic authentication; null for none
 * @param password of the user, a secret
 * @param direct the hosts that are reached without it, in lower case; {@code *} stands for any text at either end
 */
public record ProxySettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        List<String> direct) {

    public ProxySettings {
        direct = List.copyOf(direct);
    }

    /** @param hosts separated by commas or, as in Java's system property, by {@code |} */
    public static List<String> hosts(@Nullable String hosts) {
        return hosts == null
                ? List.of()
                : Arrays.stream(hosts.split("[,|]"))
                        .map(host -> host.trim().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .toList();
    }

    /** Whether a host is reached without the proxy. */
    boolean bypasses(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return direct.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        boolean open = pattern.startsWith("*");
        boolean openEnd = pattern.endsWith("*") && pattern.length() > 1;
        String part = pattern.substring(open ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
        if (open && openEnd) {
            return name.contains(part);
        }
        return open ? name.endsWith(part) : openEnd ? name.startsWith(part) : name.equals(part);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ProxySettings[" + host + ":" + port + "]";
    }
}
