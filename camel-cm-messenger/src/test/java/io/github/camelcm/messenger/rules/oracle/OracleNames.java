package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about every name and every string, wherever it stands: {@code unknown-field} and {@code text-encoding}. */
final class OracleNames {

    /** A place in the tree whose members the page knows; each member is a plain value or leads to a further place. */
    enum Place {
        MSG(
                "from",
                "to",
                "body",
                "reference",
                "allowedChannels",
                "richContent",
                "validity",
                "customGrouping",
                "customGrouping2",
                "customGrouping3"),
        RECIPIENT("number"),
        BODY("type", "content"),
        RICH_CONTENT("conversation", "suggestions"),
        ITEM("text", "header", "media", "suggestions", "carousel", "tag"),
        CAROUSEL("cards"),
        CARD("text", "header", "media", "suggestions"),
        MEDIA("mediaName", "mediaUri", "mimeType"),
        SUGGESTION("action", "label", "postbackdata", "url", "dial", "product", "media"),
        DIAL("phoneNumber"),
        PRODUCT("id");

        final List<String> members;

        Place(String... members) {
            this.members = List.of(members);
        }

        /** The canonical spelling of a member of this place, or null if this place has no such member. */
        String canonical(String name) {
            return members.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
        }
    }

    private static final Map<String, Place> LEADS_TO = Map.of(
            "to",
            Place.RECIPIENT,
            "body",
            Place.BODY,
            "richContent",
            Place.RICH_CONTENT,
            "conversation",
            Place.ITEM,
            "suggestions",
            Place.SUGGESTION,
            "carousel",
            Place.CAROUSEL,
            "cards",
            Place.CARD,
            "media",
            Place.MEDIA,
            "dial",
            Place.DIAL,
            "product",
            Place.PRODUCT);

    private static final List<String> KNOWN = names("""
            messages authentication producttoken msg from to number body type content reference allowedChannels
            richContent conversation customGrouping customGrouping2 customGrouping3 validity postbackdata
            dial phoneNumber product id
            details errorCode status parts messageDetails messageErrorCode
            name message text media mediaUri contentType title custom groupings time timeUtc channel messageContext
            suggestions action label latitude longitude searchQuery location event
            received code errorDescription operator
            header carousel cards tag url mediaName mimeType
            appKey dcs minimumNumberOfMessageParts maximumNumberOfMessageParts contacts template interactive payment
            oauth2 listPicker context cardWidth viewLocation shareLocation calendar description
            """);

    private OracleNames() {}

    static Place leadsTo(String canonicalName) {
        return LEADS_TO.get(canonicalName);
    }

    static void check(JsonNode msg, Set<Finding> found) {
        checkObject(msg, Place.MSG, "", found);
    }

    private static void checkObject(JsonNode object, Place place, String at, Set<Finding> found) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String spelled = member.getKey();
            if (member.getValue().isNull()) {
                continue; // absent, like everything that is null
            }
            if (KNOWN.stream().noneMatch(spelled::equalsIgnoreCase)) {
                found.add(new Finding("unknown-field", "WARNING", at + "/" + escaped(spelled)));
            }
            String canonical = place.canonical(spelled);
            if (canonical == null) {
                checkStrings(member.getValue(), at + "/" + escaped(spelled), found);
            } else {
                checkMember(member.getValue(), leadsTo(canonical), at + "/" + canonical, found);
            }
        }
    }

    private static void checkMember(JsonNode value, Place place, String at, Set<Finding> found) {
        // Media written as an array is no media the page knows: its strings count, its names do not.
        if (place == null || (place == Place.MEDIA && value.isArray())) {
            checkStrings(value, at, found);
        } else if (value.isObject()) {
            checkObject(value, place, at, found);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                checkObject(value.get(i), place, at + "/" + i, found);
            }
        }
    }

    private static void checkStrings(JsonNode value, String at, Set<Finding> found) {
        if (value.isTextual() && hasUnpairedSurrogate(value.asText())) {
            found.add(new Finding("text-encoding", "ERROR", at));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            checkStrings(member.getValue(), at + "/" + escaped(member.getKey()), found);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                checkStrings(value.get(i), at + "/" + i, found);
            }
        }
    }

    private static boolean hasUnpairedSurrogate(String text) {
        // codePoints() hands out a surrogate only where it stands alone.
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<String> names(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }
}
