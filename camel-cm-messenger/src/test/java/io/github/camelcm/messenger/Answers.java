package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.FaultServer.Request;
import java.io.IOException;
import java.util.function.Predicate;

/** The gateway's answers, as CM.com's documentation shows them. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** Accepts every message. */
    public static Behaviour accepting() {
        return (request, connection) -> connection.json(200, body(request, msg -> true));
    }

    /** Accepts the messages that pass, rejects the others with code 303. */
    public static Behaviour accepting(Predicate<JsonNode> passes) {
        return (request, connection) -> {
            boolean any = false;
            for (JsonNode msg : messages(request)) {
                any |= passes.test(msg);
            }
            connection.json(any ? 200 : 400, body(request, passes));
        };
    }

    /** The messages of a request. */
    public static JsonNode messages(Request request) {
        try {
            return JSON.readTree(request.body()).at("/messages/msg");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(Request request, Predicate<JsonNode> passes) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode entries = answer.putArray("messages");
        int accepted = 0;
        for (JsonNode msg : messages(request)) {
            boolean ok = passes.test(msg);
            for (JsonNode to : msg.path("to")) {
                accepted += ok ? 1 : 0;
                entries.addObject()
                        .put("to", to.path("number").asText())
                        .put("status", ok ? "Accepted" : "Rejected")
                        .put("reference", msg.path("reference").asText())
                        .put("parts", ok ? 1 : 0)
                        .put("messageDetails", ok ? null : "recipient invalid")
                        .put("messageErrorCode", ok ? 0 : 303);
            }
        }
        answer.put("details", "Created " + accepted + " message(s)");
        answer.put("errorCode", accepted == entries.size() ? 0 : 201);
        return answer.toString();
    }
}
