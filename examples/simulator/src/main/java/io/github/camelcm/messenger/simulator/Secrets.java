package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps secrets out of the journal: somebody may point a real product token at the simulator by mistake. */
final class Secrets {

    static final String TOKEN_HEADER = "X-CM-PRODUCTTOKEN";

    private static final String MASK = "***";

    /** CM.com's name of the token in a body. */
    private static final String TOKEN = "producttoken";

    private static final Set<String> SECRET_HEADERS =
            Set.of(TOKEN_HEADER.toLowerCase(Locale.ROOT), "authorization", "proxy-authorization", "cookie");

    private static final Pattern BODY_TOKEN = Pattern.compile("\"producttoken\"\\s*+:\\s*+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    static Map<String, String> maskedHeaders(Iterable<Map.Entry<String, String>> headers) {
        Map<String, String> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, String> header : headers) {
            boolean secret = SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT));
            masked.merge(header.getKey(), secret ? MASK : header.getValue(), (one, other) -> one + ", " + other);
        }
        return masked;
    }

    /** The body with every product token masked, be it JSON or not; all else stays as it came, letter by letter. */
    static String maskedBody(String body) {
        boolean mayHoldOne =
                body.contains("\\u") || BODY_TOKEN.matcher(body).find(); // a name may be written with escapes
        if (!mayHoldOne) {
            return body;
        }
        StringBuilder masked = new StringBuilder(body.length());
        int end = 0;
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equalsIgnoreCase(TOKEN)) {
                    parser.nextToken();
                    long start = parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren().finishToken();
                    masked.append(body, end, (int) start)
                            .append('"')
                            .append(MASK)
                            .append('"');
                    end = (int) parser.currentLocation().getCharOffset();
                }
            }
            return masked.append(body, end, body.length()).toString();
        } catch (IOException e) {
            return masked.append(maskedRoughly(body.substring(end))).toString();
        }
    }

    /** For what is no JSON: what looks like a member of that name is masked. */
    private static String maskedRoughly(String body) {
        StringBuilder masked = new StringBuilder(body.length());
        Matcher name = BODY_TOKEN.matcher(body);
        int from = 0;
        while (from <= body.length() && name.find(from)) {
            masked.append(body, from, name.end());
            from = endOfValue(body, name.end());
            boolean quoted = name.end() < body.length() && body.charAt(name.end()) == '"';
            boolean closed = quoted && from > name.end() + 1 && body.charAt(from - 1) == '"';
            masked.append('"').append(MASK).append(quoted && !closed ? "" : "\"");
        }
        return masked.append(body, Math.min(from, body.length()), body.length()).toString();
    }

    /** Where a JSON value ends that is no container; by hand, since a pattern would need stack for each escape. */
    private static int endOfValue(String body, int start) {
        if (start < body.length() && body.charAt(start) == '"') {
            for (int i = start + 1; i < body.length(); i++) {
                if (body.charAt(i) == '\\') {
                    i++;
                } else if (body.charAt(i) == '"') {
                    return i + 1;
                }
            }
            return body.length();
        }
        int end = start;
        while (end < body.length() && ",}] \t\r\n".indexOf(body.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The value itself if it holds no product token, else a copy with the tokens masked. */
    static JsonNode masked(JsonNode json) {
        if (!holdsToken(json)) {
            return json;
        }
        JsonNode copy = json.deepCopy();
        mask(copy);
        return copy;
    }

    private static boolean holdsToken(JsonNode json) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (isToken(member)) {
                return true;
            }
        }
        for (JsonNode child : json) {
            if (holdsToken(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(Map.Entry<String, JsonNode> member) {
        return member.getKey().equalsIgnoreCase(TOKEN)
                && !MASK.equals(member.getValue().textValue());
    }

    private static void mask(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(Secrets::isToken)
                    .toList()
                    .forEach(member ->
                            member.setValue(Json.MAPPER.getNodeFactory().textNode(MASK)));
        }
        json.forEach(Secrets::mask);
    }
}
