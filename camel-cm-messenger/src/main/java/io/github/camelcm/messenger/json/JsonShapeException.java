package io.github.camelcm.messenger.json;

/** JSON that cannot be read as messages. The text says where and what is expected; it never holds the payload. */
public final class JsonShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How much of it is wrong. */
    public enum Kind {
        /** It is not JSON at all. {@link #found} says what it is not. */
        NOT_JSON,
        /** It is JSON, but as a whole none of the accepted forms. */
        NO_FORM,
        /** It has one of the forms, and something in it is wrong. */
        MEMBER
    }

    private final Kind kind;
    private final String found;

    JsonShapeException(String message) {
        this(Kind.MEMBER, message, "");
    }

    private JsonShapeException(Kind kind, String found, String expected) {
        super(found + expected);
        this.kind = kind;
        this.found = found;
    }

    static JsonShapeException notJson(String found) {
        return new JsonShapeException(Kind.NOT_JSON, found, "");
    }

    /** @param expected goes on from what was found, with the forms */
    static JsonShapeException noForm(String found, String expected) {
        return new JsonShapeException(Kind.NO_FORM, found, expected);
    }

    public Kind kind() {
        return kind;
    }

    /** The text without the forms that are expected. */
    public String found() {
        return found;
    }
}
