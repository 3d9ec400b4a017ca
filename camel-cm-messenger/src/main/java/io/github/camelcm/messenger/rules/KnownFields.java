package io.github.camelcm.messenger.rules;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names that CM.com is known to have in its JSON, on any channel, and what a misspelled one may mean. */
final class KnownFields {

    /** From CM.com's documentation and SDKs, read on 2026-11-23. */
    private static final String NAMES =
            // what this component writes
            "from to number body type content reference allowedChannels validity customGrouping customGrouping2"
                    + " customGrouping3 richContent conversation suggestions header text media mediaName mediaUri"
                    + " mimeType carousel cards tag action label postbackdata url dial phoneNumber product id"
                    // the envelope of a request, and what the gateway answers
                    + " messages msg authentication producttoken details errorCode status parts messageDetails"
                    + " messageErrorCode"
                    // what the webhooks carry
                    + " message name contentType title custom groupings time timeUtc channel messageContext event"
                    + " received operator code errorDescription latitude longitude searchQuery"
                    // other channels
                    + " appKey dcs minimumNumberOfMessageParts maximumNumberOfMessageParts location contacts template"
                    + " interactive payment oauth2 listPicker context cardWidth viewLocation shareLocation calendar"
                    + " description";

    /** CM.com's names by those of Meta's own API that people know from there. */
    private static final Map<String, String> METAS = Map.of(
            "quick_replies", "suggestions",
            "buttons", "suggestions",
            "payload", "postbackdata",
            "attachment", "media",
            "image_url", "media",
            "subtitle", "text");

    private static final int MISTAKES = 2;

    /** CM.com's spelling by the name in lower case. */
    private static final Map<String, String> BY_LOWER_CASE = new TreeMap<>();

    static {
        for (String name : NAMES.split(" ")) {
            BY_LOWER_CASE.put(name.toLowerCase(Locale.ROOT), name);
        }
    }

    private KnownFields() {}

    static boolean known(String name) {
        return BY_LOWER_CASE.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** CM.com's name for what Meta's own API calls so. */
    static @Nullable String ofMetas(String name) {
        return METAS.get(name.toLowerCase(Locale.ROOT));
    }

    /** The known name that differs by at most two letters left out, added, changed or swapped, and by less than half. */
    static @Nullable String nearMiss(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.min(MISTAKES, (lower.length() - 1) / 2) + 1;
        for (Map.Entry<String, String> known : BY_LOWER_CASE.entrySet()) {
            if (Math.abs(known.getKey().length() - lower.length()) < least) {
                int distance = distance(lower, known.getKey());
                if (distance < least) {
                    least = distance;
                    nearest = known.getValue();
                }
            }
        }
        return nearest;
    }

    /** The optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
