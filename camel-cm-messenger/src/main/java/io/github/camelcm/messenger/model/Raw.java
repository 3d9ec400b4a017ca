package io.github.camelcm.messenger.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Defensive copies of what the records hold: unmodifiable, in the order given, without null members where it is not said
 * otherwise. Jackson gives null for what JSON lacks; the records hold empty lists and maps instead.
 */
final class Raw {

    private Raw() {}

    /** A deep copy; CM.com's gateway fails on nulls, so members that are null are left out. */
    static Map<String, Object> copy(@Nullable Map<String, ?> members) {
        if (members == null || members.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value(value, false));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** A deep copy of something that is never sent: null members stay. */
    static Map<String, @Nullable Object> copyWithNulls(Map<String, ?> members) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(name, value == null ? null : value(value, true)));
        return Collections.unmodifiableMap(copy);
    }

    static <T> List<T> list(@Nullable List<? extends T> elements) {
        return elements == null ? List.of() : List.copyOf(elements);
    }

    /** The elements that are there, where a null between them means nothing. */
    static <T> List<T> presentElements(@Nullable List<? extends @Nullable T> elements) {
        return elements == null
                ? List.of()
                : elements.stream()
                        .filter(Objects::nonNull)
                        .<T>map(element -> element)
                        .toList();
    }

    /** What CM.com leaves out comes as an empty string, as null or not at all: all three are null here. */
    static @Nullable String presentOrNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** Groupings keep their positions, which are their meaning; a list of nothing but empty ones is none. */
    static List<String> groupings(@Nullable List<@Nullable String> groupings) {
        if (groupings == null || groupings.stream().allMatch(value -> value == null || value.isEmpty())) {
            return List.of();
        }
        return groupings.stream().map(value -> value == null ? "" : value).toList();
    }

    /** The members and, where JSON gave an array for {@code media}, that array, so that it is passed on and reported. */
    static @Nullable Map<String, Object> withMediaArray(
            @Nullable Map<String, Object> members, @Nullable MediaMember media) {
        if (media == null || media.array() == null) {
            return members;
        }
        Map<String, Object> all = members == null ? new LinkedHashMap<>() : new LinkedHashMap<>(members);
        all.put("media", media.array());
        return all;
    }

    @SuppressWarnings("unchecked") // Jackson makes maps of JSON objects with String keys
    private static Object value(Object value, boolean nulls) {
        if (value instanceof Map<?, ?> map) {
            return nulls ? copyWithNulls((Map<String, ?>) map) : copy((Map<String, ?>) map);
        }
        if (value instanceof Object[] array) {
            return value(Arrays.asList(array), nulls);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(element == null ? null : value(element, nulls)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
