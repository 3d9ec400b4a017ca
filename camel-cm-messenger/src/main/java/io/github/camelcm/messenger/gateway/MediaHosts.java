package io.github.camelcm.messenger.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that media may be fetched from, and so may see the product token. A webhook names the URL of a file, and
 * anybody may have called the webhook: what is not exactly {@code https://} and one of these hosts is refused.
 *
 * <p>A host without a port stands for HTTPS' own port, 443, only.
 */
public final class MediaHosts {

    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65535;
    private static final Pattern ENTRY = Pattern.compile("([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::([1-9][0-9]{0,4}))?");

    /** A host and its port, by how a URL may write the two. */
    private final Map<String, MediaAddress> byAuthority = new HashMap<>();

    /**
     * @param hosts names, separated by commas, each with or without a port
     * @throws IllegalArgumentException if there is none, or one is no plain name
     */
    public MediaHosts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            Matcher entry = ENTRY.matcher(host.trim().toLowerCase(Locale.ROOT));
            int port = !entry.matches() ? 0 : entry.group(2) == null ? HTTPS_PORT : Integer.parseInt(entry.group(2));
            if (port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException("mediaHosts must be host names, each with or without a port (host or"
                        + " host:port), separated by commas");
            }
            add(new MediaAddress(entry.group(1), port, ""));
        }
    }

    private void add(MediaAddress place) {
        byAuthority.put(place.host() + ":" + place.port(), place);
        if (place.port() == HTTPS_PORT) {
            byAuthority.put(place.host(), place);
        }
    }

    /**
     * The address that a URL stands for. Its host is the option's own, never one that was read from the URL.
     *
     * @throws MediaAddressException if it is not {@code https://}, one of the hosts, and perhaps a path and a query
     */
    public MediaAddress address(String url) throws MediaAddressException {
        URI uri = parse(url);
        String authority = uri == null ? null : uri.getRawAuthority();
        if (uri == null || authority == null || !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new MediaAddressException("the URL of the media is not an absolute https URL");
        }
        // the text of host and port as a whole: what is written in any other way is not looked into
        MediaAddress place = byAuthority.get(authority.toLowerCase(Locale.ROOT));
        if (place == null || uri.getHost() == null) {
            throw new MediaAddressException(refusal(uri, authority));
        }
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
        return new MediaAddress(place.host(), place.port(), path + query);
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) { // its text holds the URL
            return null;
        }
    }

    private static String refusal(URI uri, String authority) {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            return "the URL of the media has more, or less, than a plain host name: nothing was asked";
        }
        return "the option mediaHosts does not name "
                + (authority.equalsIgnoreCase(host) ? host : host + " with that port")
                + ": nothing was asked, and the product token stays here";
    }
}
