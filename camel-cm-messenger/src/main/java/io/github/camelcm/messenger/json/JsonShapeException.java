package io.github.camelcm.messenger.json;

/** JSON that cannot be read as messages. The text says where and what is expected; it never holds the payload. */
public final class JsonShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    JsonShapeException(String message) {
        super(message);
    }
}
