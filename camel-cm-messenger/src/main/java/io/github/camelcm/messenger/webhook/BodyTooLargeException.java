package io.github.camelcm.messenger.webhook;

/** A body of more bytes than are allowed. */
public final class BodyTooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int limit) {
        super("the body has more than the %d bytes that are allowed".formatted(limit));
    }
}
