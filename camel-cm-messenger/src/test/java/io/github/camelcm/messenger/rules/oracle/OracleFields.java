package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.OracleJson.characters;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.elements;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.has;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.member;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The table "Fields", asked of every item, card and suggestion whatever its row. */
final class OracleFields {

    static final List<String> TAGS =
            List.of("CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE", "HUMAN_AGENT");

    private static final List<String> WITHDRAWN_TAGS = TAGS.subList(0, 3);

    static final List<String> ACTIONS = List.of("Reply", "OpenUrl", "Dial", "Login", "Logout", "ViewProduct");

    private OracleFields() {}

    /** The action in the spelling of the page, or null if the page does not know it. */
    static String action(JsonNode suggestion) {
        String action = string(suggestion, "action");
        return ACTIONS.stream()
                .filter(known -> known.equalsIgnoreCase(action))
                .findFirst()
                .orElse(null);
    }

    /** @param quickReplies pointers of the suggestions that become quick replies */
    static void checkItem(JsonNode item, String at, Set<String> quickReplies, Set<Finding> found) {
        checkTag(item, at, found);
        checkElement(item, at, quickReplies, found);
        List<JsonNode> cards = elements(member(item, "carousel"), "cards");
        for (int i = 0; i < cards.size(); i++) {
            checkElement(cards.get(i), at + "/carousel/cards/" + i, quickReplies, found);
        }
    }

    private static void checkTag(JsonNode item, String at, Set<Finding> found) {
        String tag = string(item, "tag");
        if (tag == null) {
            return;
        }
        if (!TAGS.contains(tag)) {
            found.add(new Finding("tag-known", "ERROR", at + "/tag"));
        }
        if (WITHDRAWN_TAGS.contains(tag)) {
            found.add(new Finding("tag-withdrawn", "WARNING", at + "/tag"));
        }
    }

    private static void checkElement(JsonNode element, String at, Set<String> quickReplies, Set<Finding> found) {
        OracleMedia.check(element, at, false, found);
        checkSuggestions(element, at, quickReplies, found);
    }

    static void checkSuggestions(JsonNode holder, String at, Set<String> quickReplies, Set<Finding> found) {
        List<JsonNode> suggestions = elements(holder, "suggestions");
        for (int i = 0; i < suggestions.size(); i++) {
            String pointer = at + "/suggestions/" + i;
            checkSuggestion(suggestions.get(i), pointer, quickReplies.contains(pointer), found);
        }
    }

    private static void checkSuggestion(JsonNode suggestion, String at, boolean quickReply, Set<Finding> found) {
        String action = action(suggestion);
        if (action == null) {
            found.add(new Finding("action-known", "ERROR", at + "/action"));
            return;
        }
        checkLabel(suggestion, action, at, found);
        checkPostbackData(suggestion, action, at, quickReply, found);
        checkTarget(suggestion, action, at, found);
        OracleMedia.check(suggestion, at, true, found);
    }

    private static void checkLabel(JsonNode suggestion, String action, String at, Set<Finding> found) {
        String label = string(suggestion, "label");
        if (List.of("Reply", "OpenUrl", "Dial").contains(action)) {
            if (label == null) {
                found.add(new Finding("label-required", "ERROR", at + "/label"));
            } else if (characters(label) > 20) {
                found.add(new Finding("label-length", "ERROR", at + "/label"));
            }
        } else if (label != null) {
            found.add(new Finding("label-unexpected", "WARNING", at + "/label"));
        }
    }

    private static void checkPostbackData(
            JsonNode suggestion, String action, String at, boolean quickReply, Set<Finding> found) {
        String postbackData = string(suggestion, "postbackdata");
        if (postbackData != null && characters(postbackData) > 1000) {
            found.add(new Finding("postbackdata-length", "ERROR", at + "/postbackdata"));
        }
        if (postbackData == null && action.equals("Reply")) {
            found.add(new Finding("postbackdata-required", quickReply ? "ERROR" : "WARNING", at + "/postbackdata"));
        }
    }

    private static void checkTarget(JsonNode suggestion, String action, String at, Set<Finding> found) {
        switch (action) {
            case "OpenUrl", "Login" -> checkUrl(string(suggestion, "url"), action, at, found);
            case "Dial" -> checkPhone(string(member(suggestion, "dial"), "phoneNumber"), at, found);
            case "ViewProduct" -> {
                if (!has(member(suggestion, "product"), "id")) {
                    found.add(new Finding("product-required", "ERROR", at + "/product/id"));
                }
            }
            default -> {}
        }
    }

    private static void checkUrl(String url, String action, String at, Set<Finding> found) {
        if (!OracleMedia.isUrl(url)) {
            found.add(new Finding("url-required", "ERROR", at + "/url"));
        } else if (action.equals("Login") && !url.matches("(?is)https:.*")) {
            found.add(new Finding("login-https", "WARNING", at + "/url"));
        }
    }

    private static void checkPhone(String phone, String at, Set<Finding> found) {
        if (phone == null) {
            found.add(new Finding("phone-required", "ERROR", at + "/dial/phoneNumber"));
        } else if (!phone.replaceAll("[ .()\\[\\]-]", "").matches("\\+[0-9]{7,15}")) {
            found.add(new Finding("phone-format", "WARNING", at + "/dial/phoneNumber"));
        }
    }
}
