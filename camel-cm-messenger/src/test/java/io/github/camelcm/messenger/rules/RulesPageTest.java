package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.PageSection;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.rules.BadMessages.Bad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes the tables of the page of rules, and fails if that changes the page: from the comments on the constants of {@link
 * Rule} and {@link Limit}, and from what the validator says of the {@link BadMessages}.
 */
class RulesPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-rules.adoc");
    private static final Path SOURCES = Path.of("src/main/java/io/github/camelcm/messenger/rules");

    /** A constant with its comment, or the line that names a group of constants. */
    private static final Pattern CONSTANT =
            Pattern.compile("^ {4}/\\*\\*((?s:.*?))\\*/\\s+([A-Z_]+)\\(\"|^ {4}// (.*)$", Pattern.MULTILINE);

    private static final Pattern READ = Pattern.compile("all sources read on ([\\d-]+)");

    /** The keys of limits, which the page shows as code. */
    private static final Pattern KEYS = Pattern.compile(Arrays.stream(Limit.values())
            .map(Limit::key)
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])")));

    @Test
    void everyRuleIsInTheTableOfRules() throws Exception {
        Map<Rule, Map<Severity, String>> said = said();
        StringBuilder table = new StringBuilder("""
                [width="100%",cols="2,1,4,4",options="header"]
                |===
                | Rule | Severity | What it asks | What a violation says
                """);
        int rows = 0;
        for (MatchResult found : constants("Rule.java")) {
            if (found.group(3) != null) {
                table.append("4+| *").append(found.group(3)).append("*\n");
            } else {
                Rule rule = Rule.valueOf(found.group(2));
                table.append(row(rule, text(found.group(1)), said.get(rule)));
                rows++;
            }
        }

        assertThat(rows).as("rules with a comment that says what they ask").isEqualTo(Rule.values().length);
        PageSection.check(PAGE, "rules", "RulesPageTest", table.append("|===\n").toString());
    }

    @Test
    void everyLimitIsInTheTableOfLimits() throws Exception {
        StringBuilder table = new StringBuilder("""
                [width="100%",cols="3,1,4,4",options="header"]
                |===
                | Limit | Default | What it counts | Source
                """);
        int rows = 0;
        for (MatchResult found : constants("Limit.java")) {
            Limit limit = Limit.valueOf(found.group(2));
            table.append("| `%s` | %d | %s | %s\n"
                    .formatted(limit.key(), limit.defaultValue(), text(found.group(1)), cell(limit.source())));
            rows++;
        }

        assertThat(rows).as("limits with a comment that says what they count").isEqualTo(Limit.values().length);
        Matcher read = READ.matcher(Files.readString(SOURCES.resolve("Limit.java")));
        assertThat(read.find()).as("when the sources were read").isTrue();
        table.append("|===\n\nAll sources were read on ").append(read.group(1)).append(".\n");
        PageSection.check(PAGE, "limits", "RulesPageTest", table.toString());
    }

    /** What the validator says of the first bad message of each rule and severity. */
    private static Map<Rule, Map<Severity, String>> said() throws JsonShapeException {
        Map<Rule, Map<Severity, String>> said = new EnumMap<>(Rule.class);
        for (Bad bad : BadMessages.all().toList()) {
            Rule rule = Arrays.stream(Rule.values())
                    .filter(known -> known.id().equals(bad.rule()))
                    .findFirst()
                    .orElseThrow();
            String sentence = Messages.violations(OutboundReader.message(bad.msg()))
                    .get(0)
                    .message();
            said.computeIfAbsent(rule, key -> new EnumMap<>(Severity.class)).putIfAbsent(bad.severity(), sentence);
        }
        assertThat(said).as("rules that a bad message breaks").containsOnlyKeys(Rule.values());
        return said;
    }

    private static String row(Rule rule, String asks, Map<Severity, String> said) {
        String severities = said.keySet().stream().map(RulesPageTest::word).collect(Collectors.joining(" or "));
        String sentences = Set.copyOf(said.values()).size() == 1
                ? cell(said.values().iterator().next())
                : said.entrySet().stream()
                        .map(sentence -> "_" + word(sentence.getKey()) + ":_ " + cell(sentence.getValue()))
                        .collect(Collectors.joining(" +\n"));
        return "| `%s` | %s | %s | %s\n".formatted(rule.id(), severities, asks, sentences);
    }

    private static Iterable<MatchResult> constants(String source) throws IOException {
        return CONSTANT.matcher(Files.readString(SOURCES.resolve(source))).results()::iterator;
    }

    /** A comment's text as AsciiDoc. */
    private static String text(String comment) {
        String text = comment.replaceAll("\\s*\\n\\s*\\* ?", " ").strip().replaceAll("\\{@code ([^}]*)}", "`$1`");
        return KEYS.matcher(cell(text)).replaceAll(key -> Matcher.quoteReplacement("`" + key.group(1) + "`"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
