package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The state of a simulator that may have a file for it. */
final class KeptState {

    private final SimulatorState state;

    /** Set once it was read, so that a file that cannot be used is never overwritten; taken when it was written last. */
    private final AtomicReference<@Nullable StateFile> file = new AtomicReference<>();

    KeptState(SimulatorState state) {
        this.state = state;
    }

    /**
     * Takes what the file held. To be done once the simulator listens: what is overdue by the clock is fired at once, and
     * whoever is told may answer at once.
     *
     * @param saved what was read from the file; null if it is not there yet
     */
    void load(StateFile from, @Nullable JsonNode saved) {
        try {
            if (saved != null) {
                state.read(saved);
            }
        } catch (SimulatorException e) {
            throw from.unusable(
                    e.getMessage().replace(" Nothing was changed.", "").replaceAll("\\.$", ""));
        }
        file.set(from);
    }

    void save() {
        StateFile to = file.get();
        if (to == null) {
            throw SimulatorException.conflict("There is no state file; name one with --state or in Java with "
                    + "stateFile(…) before the start.");
        }
        to.write(state::write);
    }

    void saveForTheLastTime() {
        StateFile to = file.getAndSet(null);
        if (to != null) {
            to.write(state::write);
        }
    }
}
