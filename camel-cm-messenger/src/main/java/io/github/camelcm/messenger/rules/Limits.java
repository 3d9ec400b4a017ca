package io.github.camelcm.messenger.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The limits in force: the defaults of {@link Limit}, some of them overridden. Immutable. */
public final class Limits {

    public static final Limits DEFAULTS = new Limits(new EnumMap<>(Limit.class));

    private final int[] values = new int[Limit.values().length];

    private Limits(Map<Limit, Integer> overrides) {
        for (Limit limit : Limit.values()) {
            values[limit.ordinal()] = overrides.getOrDefault(limit, limit.defaultValue());
        }
    }

    /**
     * The defaults, but for those named.
     *
     * @param overrides by {@link Limit#key()}; numbers, or texts of digits; 0 or more
     * @throws IllegalArgumentException if a key is no limit's or a value no such number; it names the key
     */
    public static Limits overriding(Map<?, ?> overrides) {
        Map<Limit, Integer> values = new EnumMap<>(Limit.class);
        overrides.forEach((key, value) -> values.put(byKey(String.valueOf(key)), number(key, value)));
        return new Limits(values);
    }

    public int of(Limit limit) {
        return values[limit.ordinal()];
    }

    private static Limit byKey(String key) {
        for (Limit limit : Limit.values()) {
            if (limit.key().equals(key)) {
                return limit;
            }
        }
        throw new IllegalArgumentException("limits: '" + key + "' is no limit; the limits are "
                + Arrays.stream(Limit.values()).map(Limit::key).collect(Collectors.joining(", ")));
    }

    private static int number(Object key, Object value) {
        try {
            int number = Integer.parseInt(String.valueOf(value).trim());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("limits: '" + key + "' must be a whole number of 0 or more");
    }
}
