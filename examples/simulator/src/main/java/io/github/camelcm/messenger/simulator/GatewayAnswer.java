package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway says to a request, in the shape that CM.com's documentation gives. */
record GatewayAnswer(int status, int errorCode, String details, List<Verdict> verdicts) {

    /** What became of a message for one recipient. */
    record Verdict(JsonNode msg, String to, @Nullable Refusal refusal, List<Problem> problems) {

        boolean accepted() {
            return refusal == null;
        }

        String reference() {
            return Json.text(msg, "reference");
        }
    }

    static GatewayAnswer refused(Refusal refusal) {
        int status = refusal.code() == Refusal.INTERNAL ? 500 : 400;
        return new GatewayAnswer(status, refusal.code(), refusal.sentence(), List.of());
    }

    static GatewayAnswer of(List<Verdict> verdicts) {
        long accepted = verdicts.stream().filter(Verdict::accepted).count();
        int errorCode = accepted == verdicts.size() ? 0 : Refusal.SEE_MESSAGES;
        return new GatewayAnswer(
                accepted == 0 ? 400 : 200, errorCode, "Created " + accepted + " message(s)", List.copyOf(verdicts));
    }

    /** How many messages were judged, whatever the number of their recipients; 0 if the request was refused. */
    int messages() {
        int messages = 0;
        JsonNode before = null;
        for (Verdict verdict : verdicts) {
            messages += verdict.msg() == before ? 0 : 1;
            before = verdict.msg();
        }
        return messages;
    }

    ObjectNode json() {
        ObjectNode answer = Json.object();
        answer.put("details", details);
        answer.put("errorCode", errorCode);
        ArrayNode messages = answer.putArray("messages");
        for (Verdict verdict : verdicts) {
            Refusal refusal = verdict.refusal();
            messages.addObject()
                    .put("to", verdict.to())
                    .put("status", refusal == null ? "Accepted" : "Rejected")
                    .put("reference", verdict.reference())
                    .put("parts", refusal == null ? 1 : 0)
                    .put("messageDetails", refusal == null ? null : refusal.sentence())
                    .put("messageErrorCode", refusal == null ? 0 : refusal.code());
        }
        return answer;
    }
}
