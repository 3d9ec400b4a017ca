package io.github.camelcm.messenger.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order a round takes those that it measures. */
public final class Turns {

    private Turns() {}

    /** Every other round backwards: whoever comes first has no advantage of it. */
    public static <T> List<T> of(List<T> all, int round) {
        List<T> turns = new ArrayList<>(all);
        if (round % 2 == 1) {
            Collections.reverse(turns);
        }
        return turns;
    }
}
