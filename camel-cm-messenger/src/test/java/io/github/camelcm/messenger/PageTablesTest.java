package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Writes the page's tables of options and headers from the component's JSON, and fails if that changes the page. */
class PageTablesTest {

    private static final String HEAD = """
            [width="100%",cols="3,6,2,2",options="header"]
            |===
            | Name | Description | Default | Type
            """;

    /** Camel's order of groups, not that of the alphabet. */
    private static final List<String> GROUPS = List.of(
            "common",
            "consumer",
            "consumer (advanced)",
            "producer",
            "producer (advanced)",
            "proxy",
            "security",
            "health",
            "advanced");

    /** Names of options and headers, which the page shows as code. */
    private static final Pattern NAME =
            Pattern.compile("\\b(CamelCmMessenger\\w+|[a-z]+[A-Z]\\w+(=\\w+)?|X-CM-\\w+)\\b");

    @Test
    void theTableOfOptionsIsThatOfTheJson() throws Exception {
        Map<String, JsonNode> ofComponent = byName("componentProperties");
        Map<String, JsonNode> ofEndpoint = byName("properties");
        Map<String, JsonNode> all = new LinkedHashMap<>(ofComponent);
        ofEndpoint.forEach(all::putIfAbsent);
        Map<String, StringBuilder> rows = new TreeMap<>();
        all.forEach((name, option) -> {
            String only = !ofEndpoint.containsKey(name)
                    ? "Of the component only. "
                    : !ofComponent.containsKey(name) ? "Of endpoints only. " : "";
            rows.computeIfAbsent(option.path("group").asText(), group -> new StringBuilder())
                    .append(row(name, only, option));
        });

        assertThat(GROUPS).containsAll(rows.keySet());
        StringBuilder table = new StringBuilder(HEAD);
        GROUPS.stream()
                .filter(rows::containsKey)
                .forEach(group ->
                        table.append("4+| *").append(group).append("*\n").append(rows.get(group)));
        PageSection.check("options", "PageTablesTest", table.append("|===\n").toString());
    }

    @Test
    void theTableOfHeadersIsThatOfTheJson() throws Exception {
        StringBuilder table = new StringBuilder(HEAD.replace(" | Default", "").replace("3,6,2,2", "3,6,2"));
        byName("headers")
                .forEach((name, header) ->
                        table.append("| `%s` | %s | %s\n".formatted(name, where(header) + text(header), type(header))));

        assertThat(table).contains(CmMessengerConstants.PSID);
        PageSection.check("headers", "PageTablesTest", table.append("|===\n").toString());
    }

    private static Map<String, JsonNode> byName(String members) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        Metadata.members(members).forEach(member -> byName.put(member.getKey(), member.getValue()));
        byName.remove("pageId"); // part of the URI, not an option
        return byName;
    }

    private static String row(String name, String only, JsonNode option) {
        String value = option.path("defaultValue").asText();
        return "| `%s` | %s%s%s | %s | %s\n"
                .formatted(
                        name,
                        only,
                        text(option),
                        option.path("secret").asBoolean() ? " A secret." : "",
                        value.isEmpty() ? "" : "`" + value + "`",
                        type(option))
                .replace("|  |", "| |");
    }

    private static String where(JsonNode header) {
        return switch (header.path("label").asText()) {
            case "producer" -> "_Sending._ ";
            case "consumer" -> "_Received._ ";
            default -> "";
        };
    }

    private static String text(JsonNode described) {
        String text = described.path("description").asText().strip();
        String marked = NAME.matcher(text).replaceAll("`$1`").replace("|", "\\|");
        return marked.endsWith(".") ? marked : marked + ".";
    }

    private static String type(JsonNode described) {
        if (described.has("enum")) {
            return StreamSupport.stream(described.get("enum").spliterator(), false)
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        String javaType = described.path("javaType").asText();
        String type = described.path("type").asText(javaType);
        return type.equals("duration")
                ? type
                : javaType.replaceAll("\\b([a-z]\\w*\\.)+", "").replaceAll("<.*>", "");
    }
}
