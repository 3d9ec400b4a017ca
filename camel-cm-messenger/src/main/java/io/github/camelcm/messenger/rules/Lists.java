package io.github.camelcm.messenger.rules;

import java.util.ArrayList;
import java.util.List;

/** Lists put together without a copy where one of them is empty. */
final class Lists {

    private Lists() {}

    static <T> List<T> concat(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
