package io.github.camelcm.messenger.load;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Values of several rounds, told by the least, the one in the middle and the greatest. */
public final class Spread {

    private final double[] sorted;

    /** @param values one or more */
    public Spread(DoubleStream values) {
        this.sorted = values.sorted().toArray();
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The next cell of a Markdown table. */
    public String cell(String format) {
        String all = " | " + format + " / " + format + " / " + format;
        return String.format(Locale.ROOT, all, sorted[0], median(), sorted[sorted.length - 1]);
    }
}
