package io.github.camelcm.messenger.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The URL of a webhook. Its query may hold a secret, so {@link #toString()} leaves the query out. */
record WebhookUrl(URI uri) {

    /** Stands for the query wherever a URL is shown. */
    private static final String MASK = "?***";

    /** Where a consumer of the component listens if not told otherwise. */
    static final String EXAMPLE = "http://127.0.0.1:8080/cm-messenger/1234567890?token=TOKEN";

    static WebhookUrl of(WebhookKind kind, String text) {
        String what = "The webhook URL for " + kind.word();
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw SimulatorException.invalid(what + " is not a URL; give one like " + EXAMPLE + ".");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null || uri.getPort() > 65535) {
            throw SimulatorException.invalid(
                    what + " must be absolute, with http or https and a host, like " + EXAMPLE + ".");
        }
        if (uri.getRawUserInfo() != null) {
            throw SimulatorException.invalid(
                    what + " holds a user name, which CM.com's calls do not use; put the secret into the query.");
        }
        if (text.strip().endsWith(MASK)) {
            throw SimulatorException.invalid(what + " is masked: the simulator shows " + MASK
                    + " in place of the query. " + "Give the whole URL; leave one out that is to stay.");
        }
        return new WebhookUrl(uri);
    }

    @Override
    public String toString() {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getRawAuthority() + path + (uri.getRawQuery() == null ? "" : MASK);
    }
}
