package io.github.camelcm.messenger.send;

import io.github.camelcm.messenger.load.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds of one delay and one number of exchanges under way. */
final class SendReport {

    private final Map<String, List<SendMeasurement>> rounds = new LinkedHashMap<>();

    SendReport(List<Contestant> contestants) {
        contestants.forEach(contestant -> rounds.put(contestant.title(), new ArrayList<>()));
    }

    void add(Contestant contestant, SendMeasurement measurement) {
        rounds.get(contestant.title()).add(measurement);
    }

    /** A Markdown table, and the ratios that there are aims for. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("| minimum / median / maximum | messages/s | p50 ms | p99 ms | sender's CPU µs |\n");
        text.append("|---|---|---|---|---|\n");
        rounds.forEach((title, measured) -> text.append("| ")
                .append(title)
                .append(values(measured, SendMeasurement::perSecond).cell("%.0f"))
                .append(values(measured, SendMeasurement::p50).cell("%.2f"))
                .append(values(measured, SendMeasurement::p99).cell("%.2f"))
                .append(values(measured, SendMeasurement::cpu).cell("%.1f"))
                .append(" |\n"));
        text.append("\n| ratio of messages/s in one round | minimum / median / maximum |\n|---|---|\n");
        ratio(text, Contestants.SINGLE, Contestants.BARE);
        ratio(text, Contestants.SINGLE, Contestants.CAMEL_HTTP);
        ratio(text, Contestants.LIST + 1000, Contestants.JACKSON);
        for (String title : rounds.keySet()) {
            if (title.startsWith(Contestants.BATCHED)) {
                ratio(text, title, Contestants.TELEGRAM, Contestants.WHATSAPP);
                ratio(text, title, Contestants.CAMEL_HTTP);
            }
        }
        return text.toString();
    }

    /** @param others the best of them in each round */
    private void ratio(StringBuilder text, String title, String... others) {
        List<String> present =
                List.of(others).stream().filter(rounds::containsKey).toList();
        List<SendMeasurement> measured = rounds.getOrDefault(title, List.of());
        if (measured.isEmpty() || present.isEmpty()) {
            return;
        }
        Spread ratios = new Spread(IntStream.range(0, measured.size())
                .mapToDouble(round -> measured.get(round).perSecond() / best(present, round)));
        text.append("| ")
                .append(title)
                .append(" : ")
                .append(present.size() == 1 ? present.get(0) : "the best of " + String.join(" and ", present))
                .append(ratios.cell("%.2f"))
                .append(" |\n");
    }

    private double best(List<String> titles, int round) {
        return titles.stream()
                .mapToDouble(title -> rounds.get(title).get(round).perSecond())
                .max()
                .orElseThrow();
    }

    private static Spread values(List<SendMeasurement> measured, ToDoubleFunction<SendMeasurement> value) {
        return new Spread(measured.stream().mapToDouble(value));
    }
}
