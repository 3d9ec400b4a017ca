package io.github.camelcm.messenger.simulator;

import java.util.Locale;

/**
 * When a fault rule fires, of the requests that count for it; see {@link Faults}.
 *
 * @param type how it chooses
 * @param count how many for {@link Type#NEXT}, which for {@link Type#EVERY}, 1 to 1,000,000; 1 for {@link Type#ALWAYS}
 */
public record FaultScope(Type type, int count) {

    /** How a rule chooses. */
    public enum Type {
        /** Every time. */
        ALWAYS,
        /** The next so many times it can fire, then never again. */
        NEXT,
        /** On the N-th, 2N-th, 3N-th … request that counts. */
        EVERY;

        /** The name as the control API writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MAX_COUNT = 1_000_000;

    /**
     * Checks the count.
     *
     * @throws SimulatorException if it is out of range
     */
    public FaultScope {
        if (count < 1 || count > (type == Type.ALWAYS ? 1 : MAX_COUNT)) {
            throw SimulatorException.invalid(
                    "The \"count\" of a scope must be 1 to " + MAX_COUNT + "; \"always\" has none.");
        }
    }

    /**
     * Every time.
     *
     * @return the scope
     */
    public static FaultScope always() {
        return new FaultScope(Type.ALWAYS, 1);
    }

    /**
     * The next so many times, then never again.
     *
     * @param count how many
     * @return the scope
     */
    public static FaultScope next(int count) {
        return new FaultScope(Type.NEXT, count);
    }

    /**
     * Every N-th time.
     *
     * @param count the N; 1 is always
     * @return the scope
     */
    public static FaultScope every(int count) {
        return new FaultScope(Type.EVERY, count);
    }
}
