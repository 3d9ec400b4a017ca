package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.OracleJson.characters;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.elements;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.has;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.member;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table "Envelope", without {@code text-encoding} and {@code unknown-field}. */
final class OracleEnvelope {

    static final String MESSENGER = "Facebook Messenger";

    static final List<String> CHANNELS = List.of(
            MESSENGER,
            "SMS",
            "WhatsApp",
            "Push",
            "RCS",
            "Viber",
            "Voice",
            "Line",
            "Twitter",
            "MobilePush",
            "Instagram",
            "Telegram Messenger",
            "Google Business Messages",
            "Apple Messages for Business",
            "Apple Business Chat",
            "iMessage");

    private static final Pattern RELATIVE = Pattern.compile("[0-9]+[hHmM]");

    private static final Pattern ABSOLUTE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})"
            + "( ?(GMT|UTC|Z|[+-]([0-9]{1,2}|[0-9]{4}|[0-9]{2}:[0-9]{2})))?");

    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private OracleEnvelope() {}

    static boolean messengerIsAmongTheChannels(JsonNode msg) {
        return !has(msg, "allowedChannels") || namesMessenger(msg);
    }

    static void check(JsonNode msg, Set<Finding> found) {
        checkFrom(msg, found);
        checkTo(msg, found);
        checkContent(msg, found);
        checkChannels(msg, found);
        String reference = string(msg, "reference");
        if (reference != null && !reference.matches("[A-Za-z0-9]{1,32}")) {
            found.add(new Finding("reference-format", "WARNING", "/reference"));
        }
        for (String name : List.of("customGrouping", "customGrouping2", "customGrouping3")) {
            String grouping = string(msg, name);
            if (grouping != null && characters(grouping) > 100) {
                found.add(new Finding("grouping-length", "ERROR", "/" + name));
            }
        }
        String validity = string(msg, "validity");
        if (validity != null && !isValidity(validity)) {
            found.add(new Finding("validity-format", "ERROR", "/validity"));
        }
    }

    private static void checkFrom(JsonNode msg, Set<Finding> found) {
        String from = string(msg, "from");
        if (from == null) {
            found.add(new Finding("from-required", "ERROR", "/from"));
        } else if (!from.matches("[0-9]+")) {
            found.add(new Finding("page-id-format", "WARNING", "/from"));
        }
    }

    private static void checkTo(JsonNode msg, Set<Finding> found) {
        List<JsonNode> recipients = elements(msg, "to");
        if (recipients.isEmpty()) {
            found.add(new Finding("to-required", "ERROR", "/to"));
        }
        for (int i = 0; i < recipients.size(); i++) {
            String number = string(recipients.get(i), "number");
            if (number == null) {
                found.add(new Finding("to-required", "ERROR", "/to/" + i + "/number"));
            } else if (!number.matches("[1-9][0-9]{0,31}")) {
                found.add(new Finding("psid-format", "WARNING", "/to/" + i + "/number"));
            }
        }
    }

    private static void checkContent(JsonNode msg, Set<Finding> found) {
        boolean hasItem = !elements(member(msg, "richContent"), "conversation").isEmpty();
        String content = string(member(msg, "body"), "content");
        if (hasItem) {
            return;
        }
        if (content == null) {
            found.add(new Finding("content-required", "ERROR", "/body/content"));
        } else if (characters(content) > 2000) {
            found.add(new Finding("body-length", "ERROR", "/body/content"));
        }
    }

    private static void checkChannels(JsonNode msg, Set<Finding> found) {
        if (!has(msg, "allowedChannels")) {
            return;
        }
        List<JsonNode> names = elements(msg, "allowedChannels");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).asText();
            if (!CHANNELS.contains(name)) {
                boolean nearMiss =
                        CHANNELS.stream().anyMatch(listed -> bare(listed).equals(bare(name)));
                found.add(new Finding("channel-known", nearMiss ? "ERROR" : "WARNING", "/allowedChannels/" + i));
            }
        }
        if (!namesMessenger(msg)) {
            found.add(new Finding("channel-messenger", "WARNING", "/allowedChannels"));
        }
    }

    private static boolean namesMessenger(JsonNode msg) {
        return elements(msg, "allowedChannels").stream()
                .anyMatch(name -> name.asText().equals(MESSENGER));
    }

    private static String bare(String name) {
        return name.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isValidity(String validity) {
        if (RELATIVE.matcher(validity).matches()) {
            return true;
        }
        Matcher absolute = ABSOLUTE.matcher(validity);
        if (!absolute.matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(absolute.group(1), CALENDAR);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
