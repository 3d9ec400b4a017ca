package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * About how many bytes of memory things take. An estimate on the high side: a parsed document takes many times what its
 * text does, and each character of a text up to two bytes.
 */
final class Weight {

    /** What an entry takes beside its bodies. */
    static final long ENTRY = 500;

    private static final long TEXT = 56;
    private static final long OBJECT = 144;
    private static final long MEMBER = 48;
    private static final long ARRAY = 64;
    private static final long ELEMENT = 8;

    private Weight() {}

    static long of(JournalEntry entry) {
        if (entry instanceof GatewayRequest request) {
            return ENTRY + of(request.body()) + of(request.answer());
        }
        if (entry instanceof SentMessage message) {
            return ENTRY + of(message.msg());
        }
        return ENTRY + of(entry instanceof WebhookCall call ? call.body() : ((Delivery) entry).body());
    }

    static long of(String text) {
        return TEXT + 2L * text.length();
    }

    /** The parser's nesting limit bounds the recursion. */
    static long of(JsonNode json) {
        if (!json.isContainerNode()) {
            return of(json.asText());
        }
        long sum = json.isObject() ? OBJECT : ARRAY + ELEMENT * json.size();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            sum += MEMBER + 2L * member.getKey().length();
        }
        for (JsonNode child : json) {
            sum += of(child);
        }
        return sum;
    }
}
