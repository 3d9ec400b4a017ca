package io.github.camelcm.messenger.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
                .append(spread("%.0f", values(measured, Measurement::perSecond)))
                .append(spread("%.2f", ratios(measured)))
                .append(spread("%.0f", values(measured, Measurement::p50)))
                .append(spread("%.0f", values(measured, Measurement::p99)))
                .append(spread("%.1f", values(measured, Measurement::cpu)))
                .append(" |\n"));
        return table.toString();
    }

    private double[] ratios(List<Measurement> measured) {
        List<Measurement> bare = rounds.get(Target.BARE);
        return IntStream.range(0, measured.size())
                .mapToDouble(i -> measured.get(i).perSecond() / bare.get(i).perSecond())
                .sorted()
                .toArray();
    }

    private static double[] values(List<Measurement> measured, ToDoubleFunction<Measurement> value) {
        return measured.stream().mapToDouble(value).sorted().toArray();
    }

    private static String spread(String format, double[] sorted) {
        String all = " | " + format + " / " + format + " / " + format;
        return String.format(Locale.ROOT, all, sorted[0], median(sorted), sorted[sorted.length - 1]);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
