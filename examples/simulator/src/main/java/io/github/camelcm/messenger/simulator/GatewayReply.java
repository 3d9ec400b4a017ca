package io.github.camelcm.messenger.simulator;

import io.github.camelcm.messenger.simulator.GatewayAnswer.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes out on the wire for a request, and what was processed of it.
 *
 * @param status HTTP status; 0 resets the connection
 * @param text body of the answer; of a lost one, what it would have been
 * @param retryAfter seconds; negative for none
 * @param processed the verdicts to be noted
 */
record GatewayReply(int status, String contentType, String text, int retryAfter, List<Verdict> processed) {

    /** Refused by a fault rule; CM.com documents the code, "rejected", but not what it is used for. */
    private static final Refusal FAULT = new Refusal(Refusal.REJECTED, "Rejected by a fault rule of the simulator");

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    static GatewayReply of(GatewayAnswer answer) {
        return new GatewayReply(answer.status(), JSON, answer.json().toString(), -1, answer.verdicts());
    }

    /** The answer with the fault in it. */
    static GatewayReply of(GatewayAnswer answer, Fault fault) {
        return switch (fault.kind()) {
            case THROTTLED -> nothing(429, "text/plain; charset=utf-8", "Too many requests", fault.value());
            case INTERNAL_ERROR -> nothing(500, HTML, page("500 Internal Server Error"), -1);
            case UNAVAILABLE -> nothing(503, HTML, page("503 Service Unavailable"), -1);
            case WRONG_TOKEN -> of(GatewayAnswer.refused(GatewayJudge.WRONG_TOKEN));
            case REJECTED_MESSAGE -> of(GatewayAnswer.of(rejecting(answer.verdicts(), fault.value())));
            case RESET_BEFORE -> nothing(0, JSON, "", -1);
            case RESET_AFTER -> of(answer).with(0, of(answer).text());
            case MALFORMED_ANSWER ->
                of(answer).with(answer.status(), firstHalf(of(answer).text()));
            case SLOW, LOST_ANSWER -> of(answer); // neither decides about an answer
        };
    }

    private static GatewayReply nothing(int status, String contentType, String text, int retryAfter) {
        return new GatewayReply(status, contentType, text, retryAfter, List.of());
    }

    private GatewayReply with(int otherStatus, String otherText) {
        return new GatewayReply(otherStatus, contentType, otherText, retryAfter, processed);
    }

    private static String page(String title) {
        return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>";
    }

    private static String firstHalf(String json) {
        return json.substring(0, json.length() / 2);
    }

    private static List<Verdict> rejecting(List<Verdict> verdicts, int message) {
        List<Verdict> changed = new ArrayList<>(verdicts.size());
        int number = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            number += i == 0 || verdicts.get(i - 1).msg() != verdict.msg() ? 1 : 0;
            boolean meant = number == message && verdict.accepted();
            changed.add(meant ? new Verdict(verdict.msg(), verdict.to(), FAULT, verdict.problems()) : verdict);
        }
        return changed;
    }
}
