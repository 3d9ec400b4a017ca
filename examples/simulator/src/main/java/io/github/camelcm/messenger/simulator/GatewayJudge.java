package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.GatewayAnswer.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a request: refuses it as a whole, or each of its messages for each recipient.
 *
 * <p>The order is the simulator's own choice: a wrong token in the header, then the JSON, then a wrong token in the
 * body, then the structure, then the messages. A token in the header wins over one in the body.
 */
final class GatewayJudge {

    /** At most this many {@code msg} in a request. CM.com's SDK, read 2026-11. */
    static final int MAX_MESSAGES = 1000;

    static final Refusal WRONG_TOKEN = new Refusal(Refusal.TOKEN, "No account found for the product token");

    private final @Nullable String productToken;
    private final MessageJudge messages;

    GatewayJudge(@Nullable String productToken, MessageCheck check) {
        this.productToken = productToken;
        this.messages = new MessageJudge(check);
    }

    GatewayAnswer judge(byte[] body, @Nullable String headerToken) {
        if (headerToken != null && !isRight(headerToken)) {
            return GatewayAnswer.refused(WRONG_TOKEN);
        }
        JsonNode request = parse(body);
        if (request == null) {
            return GatewayAnswer.refused(new Refusal(Refusal.MALFORMED, "The body is not valid JSON in UTF-8"));
        }
        JsonNode envelope = Json.member(request, "messages");
        if (headerToken == null && !isRight(bodyToken(envelope))) {
            return GatewayAnswer.refused(WRONG_TOKEN);
        }
        Refusal refusal = structure(request, envelope);
        return refusal != null ? GatewayAnswer.refused(refusal) : GatewayAnswer.of(verdicts(envelope));
    }

    private boolean isRight(@Nullable String token) {
        return productToken == null || productToken.equals(token);
    }

    private static @Nullable String bodyToken(@Nullable JsonNode envelope) {
        JsonNode token = Json.member(Json.member(envelope, "authentication"), "producttoken");
        return token == null ? null : token.asText();
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            // decoded here, strictly: the parser alone would also take UTF-16 and UTF-32
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode json = Json.MAPPER.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (CharacterCodingException | JsonProcessingException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Refusal structure(JsonNode request, @Nullable JsonNode envelope) {
        if (!request.isObject()) {
            return new Refusal(Refusal.MSG, "The body must be a JSON object with \"messages\"");
        }
        if (Json.holdsNull(request)) {
            return new Refusal(Refusal.MSG, "The body holds a null value; leave absent values out");
        }
        if (envelope == null || !envelope.isObject()) {
            return new Refusal(Refusal.MSG, "\"messages\" must be an object with \"msg\"");
        }
        JsonNode msg = Json.member(envelope, "msg");
        if (msg == null || !msg.isArray() || msg.isEmpty()) {
            return new Refusal(Refusal.MSG, "\"messages.msg\" must be an array with at least one message");
        }
        if (msg.size() > MAX_MESSAGES) {
            return new Refusal(
                    Refusal.MSG, "\"messages.msg\" holds " + msg.size() + " messages, at most 1000 are allowed");
        }
        for (JsonNode one : msg) {
            if (!one.isObject()) {
                return new Refusal(Refusal.MSG, "Every element of \"messages.msg\" must be an object");
            }
        }
        return null;
    }

    private List<Verdict> verdicts(@Nullable JsonNode envelope) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode msg : Json.elements(envelope, "msg")) {
            verdicts.addAll(messages.judge(msg));
        }
        return verdicts;
    }
}
