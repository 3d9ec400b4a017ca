package io.github.camelcm.messenger.gateway;

import io.github.camelcm.messenger.model.RecipientResult;
import java.util.Map;
import java.util.Set;

/** CM.com's codes in words, from its documentation, read on 2026-11-23. Other codes occur. */
public final class GatewayCodes {

    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(101, "no account for the product token (option productToken)"),
            Map.entry(102, "the balance is insufficient"),
            Map.entry(103, "the product token is incorrect (option productToken)"),
            Map.entry(201, "all messages were rejected"),
            Map.entry(202, "the JSON is malformed"),
            Map.entry(203, "a message is malformed"),
            Map.entry(301, "from is invalid"),
            Map.entry(302, "to is invalid"),
            Map.entry(303, "the recipient's number is invalid"),
            Map.entry(304, "the body is invalid"),
            Map.entry(305, "a field is invalid"),
            Map.entry(401, "stopped by the spam filter"),
            Map.entry(402, "blacklisted"),
            Map.entry(403, "rejected"),
            Map.entry(RecipientResult.INTERNAL_ERROR, "an internal error of CM.com"),
            Map.entry(999, "an unknown error"));

    /** About the account, the gateway, or nothing in particular. */
    private static final Set<Integer> NOT_ABOUT_A_MESSAGE = Set.of(101, 102, 103, RecipientResult.INTERNAL_ERROR, 999);

    private GatewayCodes() {}

    /** Whether a request that is refused with the code would be refused whatever messages it held. */
    static boolean concernsEveryMessage(int code) {
        return NOT_ABOUT_A_MESSAGE.contains(code);
    }

    /** {@code "CM.com's code 303, the recipient's number is invalid"}. */
    public static String describe(int code) {
        String meaning = MEANINGS.get(code);
        return "CM.com's code " + code + (meaning == null ? "" : ", " + meaning);
    }
}
