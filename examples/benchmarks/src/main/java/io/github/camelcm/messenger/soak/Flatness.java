package io.github.camelcm.messenger.soak;

import io.github.camelcm.messenger.load.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether heap and threads stayed what they were. The first fifth of the readings is left out: classes are loaded and
 * pools filled in it. Of the rest, the median of the last third may exceed that of the first third by 2 MB of heap, or
 * 5 % if that is more, and by 2 threads.
 */
final class Flatness {

    /** Fewer readings tell nothing. */
    private static final int LEAST = 15;

    private static final double HEAP_MB = 2;
    private static final double HEAP_PART = 0.05;
    private static final double THREADS = 2;

    private final List<Reading> readings;

    Flatness(List<Reading> all) {
        this.readings = all.subList(all.size() / 5, all.size());
    }

    /** What grew; nothing where there are too few readings to tell. */
    List<String> complaints() {
        List<String> grown = new ArrayList<>();
        if (readings.size() >= LEAST) {
            double heap = firstThird(Reading::heap);
            grew(grown, "MB of heap", Reading::heap, Math.max(HEAP_MB, heap * HEAP_PART));
            grew(grown, "threads", Reading::threads, THREADS);
        }
        return grown;
    }

    @Override
    public String toString() {
        return readings.size() < LEAST
                ? "too few readings to tell whether heap and threads are flat"
                : String.format(
                        Locale.ROOT,
                        "median of the first and of the last third: heap %.2f and %.2f MB, threads %.0f and %.0f",
                        firstThird(Reading::heap),
                        lastThird(Reading::heap),
                        firstThird(Reading::threads),
                        lastThird(Reading::threads));
    }

    private void grew(List<String> grown, String what, ToDoubleFunction<Reading> value, double allowed) {
        double more = lastThird(value) - firstThird(value);
        if (more > allowed) {
            grown.add(String.format(Locale.ROOT, "%.2f more %s in the last third than in the first", more, what));
        }
    }

    private double firstThird(ToDoubleFunction<Reading> value) {
        return median(readings.subList(0, readings.size() / 3), value);
    }

    private double lastThird(ToDoubleFunction<Reading> value) {
        return median(readings.subList(readings.size() - readings.size() / 3, readings.size()), value);
    }

    private static double median(List<Reading> part, ToDoubleFunction<Reading> value) {
        return new Spread(part.stream().mapToDouble(value)).median();
    }
}
