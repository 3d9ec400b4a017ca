package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value in a state document that knows where it stands, so that an error can say so. */
record StateNode(JsonNode json, String pointer) {

    SimulatorException broken(String expected) {
        return SimulatorException.invalid("The state is broken at " + (pointer.isEmpty() ? "its root" : pointer) + ": "
                + expected + " is expected. Nothing was changed.");
    }

    StateNode member(String name) {
        JsonNode member = json.get(name);
        StateNode found = new StateNode(member == null ? Json.MAPPER.missingNode() : member, pointer + "/" + name);
        if (!json.isObject()) {
            throw broken("an object");
        }
        return found;
    }

    boolean isNull() {
        return json.isNull();
    }

    String text(String name) {
        StateNode member = member(name);
        if (!member.json.isTextual()) {
            throw member.broken("a string");
        }
        return member.json.textValue();
    }

    @Nullable
    String textOrNull(String name) {
        return member(name).isNull() ? null : text(name);
    }

    boolean flag(String name) {
        StateNode member = member(name);
        if (!member.json.isBoolean()) {
            throw member.broken("true or false");
        }
        return member.json.booleanValue();
    }

    long number(String name, long min, long max) {
        return member(name).number(min, max);
    }

    long number(long min, long max) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < min || json.longValue() > max) {
            throw broken("a whole number, " + min + " to " + max + ",");
        }
        return json.longValue();
    }

    int integer(String name, int min, int max) {
        return (int) number(name, min, max);
    }

    Instant instant(String name) {
        try {
            Instant instant = Instant.parse(text(name));
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(VirtualTime.END)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw member(name).broken("a time from 1970 to 9998 such as 2026-11-23T10:00:00Z");
    }

    Duration duration(String name) {
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.abs().toDays() < 365L * 1000) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below
        }
        throw member(name).broken("a duration of less than 1000 years such as PT24H");
    }

    JsonNode object(String name) {
        StateNode member = member(name);
        if (!member.json.isObject()) {
            throw member.broken("an object");
        }
        return member.json;
    }

    <T> List<T> list(String name, Function<StateNode, T> read) {
        StateNode member = member(name);
        if (!member.json.isArray()) {
            throw member.broken("an array");
        }
        List<T> list = new ArrayList<>(member.json.size());
        for (int i = 0; i < member.json.size(); i++) {
            list.add(new StateNode(member.json.get(i), member.pointer + "/" + i).read(read));
        }
        return list;
    }

    /** Reads it; what a record refuses is told with its place. */
    <T> T read(Function<StateNode, T> read) {
        try {
            return read.apply(this);
        } catch (SimulatorException e) {
            if (e.getMessage().startsWith("The state is broken")) {
                throw e;
            }
            throw SimulatorException.invalid(
                    "The state is broken at " + pointer + ": " + e.getMessage() + " Nothing was changed.");
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type, Function<E, String> word) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (word.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw member(name).broken("one of the words the simulator writes");
    }
}
