package io.github.camelcm.messenger.ingest;

import io.github.camelcm.messenger.load.Spread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds with one number of connections: minimum, median and maximum, and each round compared with its own bare. */
final class IngestReport {

    private final Map<Target, List<Measurement>> rounds = new EnumMap<>(Target.class);

    void add(Target target, Measurement measurement) {
        rounds.computeIfAbsent(target, first -> new ArrayList<>()).add(measurement);
    }

    /** A Markdown table. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append("| minimum / median / maximum | requests/s | ratio to bare | p50 µs | p99 µs | server CPU µs |\n");
        table.append("|---|---|---|---|---|---|\n");
        rounds.forEach((target, measured) -> table.append("| ")
                .append(target.title())
                .append(values(measured, Measurement::perSecond).cell("%.0f"))
                .append(ratios(measured).cell("%.2f"))
                .append(values(measured, Measurement::p50).cell("%.0f"))
                .append(values(measured, Measurement::p99).cell("%.0f"))
                .append(values(measured, Measurement::cpu).cell("%.1f"))
                .append(" |\n"));
        return table.toString();
    }

    private Spread ratios(List<Measurement> measured) {
        List<Measurement> bare = rounds.get(Target.BARE);
        return new Spread(IntStream.range(0, measured.size())
                .mapToDouble(i -> measured.get(i).perSecond() / bare.get(i).perSecond()));
    }

    private static Spread values(List<Measurement> measured, ToDoubleFunction<Measurement> value) {
        return new Spread(measured.stream().mapToDouble(value));
    }
}
