package io.github.camelcm.messenger.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a call must carry, since CM.com does not sign its calls: as query parameter {@code token}, or as
 * {@code Authorization: Bearer}. Every token that is given must be the right one, or a right one would hide a guess.
 *
 * <p>Only the secret's SHA-256 is held. Compared are digests, all of them and to their end, so the time an answer takes
 * tells neither how much of a guess was right nor how long the secret is.
 */
public final class WebhookToken {

    private static final byte[] PARAMETER = "token".getBytes(StandardCharsets.US_ASCII);
    private static final String SCHEME = "bearer";
    private static final byte[] UNREADABLE = {};

    private final byte[] expected;

    /**
     * @param secret letters, digits and signs of ASCII; others are expected in UTF-8
     * @throws IllegalArgumentException if it is blank: it would admit a call that carries nothing
     */
    public WebhookToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The option webhookToken is blank: set a secret, or leave it out");
        }
        this.expected = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether at least one token is given, and every one is the right one.
     *
     * @param rawQuery what follows the {@code ?}, still coded; parameters are separated by {@code &} only
     * @param authorization the values of all {@code Authorization} headers; schemes but Bearer are ignored
     */
    public boolean admits(@Nullable String rawQuery, List<String> authorization) {
        List<byte[]> tokens = new ArrayList<>();
        if (rawQuery != null) {
            addParameters(rawQuery, tokens);
        }
        authorization.forEach(credentials -> addBearer(credentials, tokens));
        boolean right = true;
        for (byte[] token : tokens) {
            right &= MessageDigest.isEqual(Sha256.of(token), expected);
        }
        return right && !tokens.isEmpty();
    }

    private static void addParameters(String rawQuery, List<byte[]> tokens) {
        for (String parameter : rawQuery.split("&", -1)) {
            int equals = parameter.indexOf('=');
            byte[] name = PercentCoding.decode(equals < 0 ? parameter : parameter.substring(0, equals));
            if (name != null && new String(name, StandardCharsets.US_ASCII).equalsIgnoreCase("authorization")) {
                tokens.add(UNREADABLE); // most servers would make a header of it
            } else if (Arrays.equals(name, PARAMETER)) {
                byte[] value = PercentCoding.decode(equals < 0 ? "" : parameter.substring(equals + 1));
                tokens.add(value == null ? UNREADABLE : value);
            }
        }
    }

    /** RFC 9110, 11.4: the scheme in any case, one or more spaces, the token; blanks around the value do not count. */
    private static void addBearer(String credentials, List<byte[]> tokens) {
        String value = credentials.strip();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return;
        }
        String rest = value.substring(SCHEME.length());
        if (rest.isEmpty()) {
            tokens.add(UNREADABLE);
        } else if (rest.charAt(0) == ' ' || rest.charAt(0) == '\t') {
            tokens.add(rest.strip().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public String toString() {
        return "WebhookToken[secret]";
    }
}
