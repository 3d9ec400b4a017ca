package io.github.camelcm.messenger.webhook;

/** A body that is not JSON, or no JSON object. The text says where and what is expected; it never holds the payload. */
public final class MalformedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message) {
        super(message);
    }
}
