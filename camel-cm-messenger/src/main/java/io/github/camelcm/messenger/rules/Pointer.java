package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer (RFC 6901) from the message. Its text is made when somebody asks for it: most places of most messages
 * are never reported.
 */
public final class Pointer {

    static final Pointer ROOT = new Pointer(null, "", -1);

    private final @Nullable Pointer parent;
    private final String name;
    private final int index;

    private Pointer(@Nullable Pointer parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    Pointer member(String memberName) {
        return new Pointer(this, memberName, -1);
    }

    Pointer element(int elementIndex) {
        return new Pointer(this, "", elementIndex);
    }

    /** What holds this place; the root holds itself. */
    Pointer parent() {
        return parent == null ? this : parent;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pointer pointer
                && index == pointer.index
                && name.equals(pointer.name)
                && Objects.equals(parent, pointer.parent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parent, name, index);
    }

    @Override
    @JsonValue
    public String toString() {
        return parent == null ? "" : parent + "/" + (index >= 0 ? String.valueOf(index) : escaped(name));
    }

    private static String escaped(String memberName) {
        return memberName.replace("~", "~0").replace("/", "~1");
    }
}
