package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.GatewayAnswer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges one {@code msg}, for each of its recipients. The first refusal counts, in the order of CM.com's codes: sender,
 * recipients, number, body, other fields.
 */
final class MessageJudge {

    /** The simulator's own choice: a page-scoped id is 1 to 32 digits; a phone number (+ or 0 first) is none. */
    private static final Pattern PSID = Pattern.compile("[1-9][0-9]{0,31}");

    /** Where another channel than Messenger may take the message, the number may be a phone number. */
    private static final Pattern ANY_NUMBER = Pattern.compile("\\+?[0-9]{1,32}");

    private final MessageCheck check;

    MessageJudge(MessageCheck check) {
        this.check = check;
    }

    List<Verdict> judge(JsonNode msg) {
        Refusal envelope = from(msg);
        if (envelope == null) {
            envelope = to(msg);
        }
        List<JsonNode> recipients = Json.elements(msg, "to");
        if (recipients.isEmpty()) {
            return List.of(new Verdict(msg, "", envelope, List.of()));
        }
        Refusal content = MessageFields.refusal(msg);
        List<Problem> problems = envelope == null && content == null ? List.copyOf(check.check(msg)) : List.of();
        if (content == null) {
            content = refusal(problems);
        }
        Pattern plausible = messengerOnly(msg) ? PSID : ANY_NUMBER;
        List<Verdict> verdicts = new ArrayList<>(recipients.size());
        for (JsonNode recipient : recipients) {
            Refusal refusal = envelope != null ? envelope : number(recipient, plausible);
            verdicts.add(
                    new Verdict(msg, Json.text(recipient, "number"), refusal != null ? refusal : content, problems));
        }
        return verdicts;
    }

    private static @Nullable Refusal from(JsonNode msg) {
        return Json.text(msg, "from").isBlank()
                ? new Refusal(Refusal.FROM, "/from is missing; it must be the id of the Facebook page, as a string")
                : null;
    }

    private static @Nullable Refusal to(JsonNode msg) {
        return Json.elements(msg, "to").isEmpty()
                ? new Refusal(Refusal.TO, "/to is missing; it must be an array with at least one recipient")
                : null;
    }

    private static @Nullable Refusal number(JsonNode recipient, Pattern plausible) {
        if (!recipient.isObject()) {
            return new Refusal(Refusal.TO, "Every element of /to must be an object with \"number\"");
        }
        String number = Json.text(recipient, "number");
        if (number.isBlank()) {
            return new Refusal(Refusal.NUMBER, "The \"number\" of a recipient is missing; it must be a string");
        }
        return plausible.matcher(number).matches()
                ? null
                : new Refusal(
                        Refusal.NUMBER,
                        "The \"number\" of a recipient is no PSID; for Messenger it must be 1 to 32 digits, the "
                                + "first not 0");
    }

    private static boolean messengerOnly(JsonNode msg) {
        List<JsonNode> channels = Json.elements(msg, "allowedChannels");
        return !channels.isEmpty()
                && channels.stream().allMatch(channel -> MessageFields.MESSENGER.equals(channel.textValue()));
    }

    private static @Nullable Refusal refusal(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .map(problem -> new Refusal(Refusal.FIELD, problem.message()))
                .orElse(null);
    }
}
