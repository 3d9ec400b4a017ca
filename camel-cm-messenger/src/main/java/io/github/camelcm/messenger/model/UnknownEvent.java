package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of CM.com's that is none of the other kinds, or cannot be read as the kind it seems to be. It reads and writes
 * as the JSON object that it holds.
 *
 * @param raw the object as it came, empty members and nulls included
 */
public record UnknownEvent(@JsonValue Map<String, @Nullable Object> raw) implements JsonRecord {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnknownEvent {
        raw = Raw.copyWithNulls(raw);
    }
}
