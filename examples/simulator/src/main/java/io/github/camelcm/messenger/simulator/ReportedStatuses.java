package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far messages have come, by the status reports about them. These may come in any order: the furthest counts. */
final class ReportedStatuses {

    /** From the least to the most that can become of a message. */
    private static final List<StatusCode> ORDER =
            List.of(StatusCode.ACCEPTED, StatusCode.DELIVERED, StatusCode.READ, StatusCode.REJECTED, StatusCode.FAILED);

    private final Map<Long, Status> furthest = new HashMap<>();

    /** @param calls all that the journal has; those that report no status do not matter */
    ReportedStatuses(List<WebhookCall> calls) {
        calls.stream().filter(call -> call.kind() == WebhookKind.STATUSES).forEach(this::note);
    }

    private void note(WebhookCall call) {
        Long message = call.message();
        if (message == null) {
            return; // about a message that is none of the simulator's
        }
        JsonNode report = Json.member(Json.member(call.body(), "messages"), "msg");
        JsonNode said = Json.member(report, "status");
        String code = Json.text(said, "code");
        Arrays.stream(StatusCode.values())
                .filter(known -> known.wire().equals(code))
                .map(known -> new Status(known, Json.text(said, "errorCode"), Json.text(said, "errorDescription")))
                .forEach(status -> furthest.merge(message, status, ReportedStatuses::further));
    }

    private static Status further(Status one, Status other) {
        return ORDER.indexOf(other.code()) > ORDER.indexOf(one.code()) ? other : one;
    }

    /** What became of a message; that the gateway took or refused it, where nothing is reported. */
    Status of(SentMessage message) {
        if (!message.accepted()) {
            return new Status(
                    StatusCode.REJECTED,
                    String.valueOf(message.errorCode()),
                    Objects.requireNonNullElse(message.details(), ""));
        }
        return furthest.getOrDefault(message.sequence(), Status.of(StatusCode.ACCEPTED));
    }
}
