package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.OracleJson.elements;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.member;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A second reading of {@code messenger-rules.md}, slow and literal, to compare the validator with. It looks at one
 * {@code msg} as it is: no defaults are filled in, and the limits are those of the page.
 */
public final class RulesOracle {

    private RulesOracle() {}

    /** Every violation of every rule in {@code msg}. */
    public static Set<Finding> check(JsonNode msg) {
        Set<Finding> found = new LinkedHashSet<>();
        OracleEnvelope.check(msg, found);
        OracleNames.check(msg, found);
        if (OracleEnvelope.messengerIsAmongTheChannels(msg)) {
            checkContent(msg, found);
        }
        return found;
    }

    private static void checkContent(JsonNode msg, Set<Finding> found) {
        JsonNode richContent = member(msg, "richContent");
        List<JsonNode> items = elements(richContent, "conversation");
        for (int i = 0; i < items.size(); i++) {
            String at = "/richContent/conversation/" + i;
            OracleMatrix matrix = new OracleMatrix(items.get(i), at, found);
            matrix.check();
            OracleFields.checkItem(items.get(i), at, matrix.quickReplies(), found);
        }
        // Nothing of these is rendered by the matrix, so none of them is a quick reply.
        OracleFields.checkSuggestions(richContent, "/richContent", Set.of(), found);
    }

    /**
     * For each item its row of the input matrix, 1 to 16. A carousel of one card has the row of its item reading, any
     * other carousel 0.
     */
    public static List<Integer> rows(JsonNode msg) {
        List<Integer> rows = new ArrayList<>();
        for (JsonNode item : elements(member(msg, "richContent"), "conversation")) {
            JsonNode carousel = member(item, "carousel");
            if (carousel == null) {
                rows.add(OracleMatrix.row(item));
            } else {
                List<JsonNode> cards = elements(carousel, "cards");
                rows.add(cards.size() == 1 ? OracleMatrix.row(cards.get(0)) : 0);
            }
        }
        return rows;
    }
}
