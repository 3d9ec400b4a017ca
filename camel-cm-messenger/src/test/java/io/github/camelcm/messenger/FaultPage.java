package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** The tables "what happens when" of the component's page, as they were observed. */
final class FaultPage {

    /** By fault and form. */
    private final Map<String, Map<String, Set<String>>> observed = new LinkedHashMap<>();

    void observed(String fault, String form, List<Exchange> exchanges) {
        exchanges.forEach(exchange -> observed.computeIfAbsent(fault, name -> new LinkedHashMap<>())
                .computeIfAbsent(form, name -> new TreeSet<>())
                .add(told(exchange)));
    }

    static String told(Exchange exchange) {
        if (exchange.getException() != null) {
            return "`" + exchange.getException().getClass().getSimpleName() + "`";
        }
        Object body = exchange.getMessage().getBody();
        Stream<?> results = body instanceof List<?> list ? list.stream() : Stream.of(body);
        return "results: " + words(results.map(result -> ((SendResult) result).outcome()));
    }

    static String words(Stream<Outcome> outcomes) {
        return outcomes.distinct().map(FaultPage::word).sorted().collect(Collectors.joining(", "));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Writes the table into the page, and fails if that changed it. Says nothing when only some faults were met. */
    void check(List<String> faults) throws IOException {
        if (observed.keySet().containsAll(faults)) {
            PageSection.check("what happens when", "FaultTableTest", table(faults));
        }
    }

    /**
     * Writes the table of lists whose second request failed into the page, and fails if that changed it.
     *
     * @param told by what the exchange was told: what became of each request's messages, then what a redelivery came to
     */
    static void checkPositions(Map<String, List<String>> told) throws IOException {
        StringBuilder table = new StringBuilder("[cols=\"2,1,1,1,2\"]\n|===\n")
                .append("| The exchange is told | request 1 | request 2 | request 3 | after a redelivery\n\n");
        told.forEach((by, cells) -> table.append("| ")
                .append(by)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append('\n'));
        PageSection.check(
                "when the second of three fails",
                "FaultPositionsTest",
                table.append("|===\n").toString());
    }

    private String table(List<String> faults) {
        StringBuilder table = new StringBuilder("[cols=\"2,2,2,2\"]\n|===\n| When");
        observed.get(faults.get(0)).keySet().forEach(form -> table.append(" | ").append(form));
        table.append("\n\n");
        for (String fault : faults) {
            table.append("| ").append(fault);
            observed.get(fault).values().forEach(told -> table.append(" | ").append(String.join(" or ", told)));
            table.append('\n');
        }
        return table.append("|===\n").toString();
    }
}
