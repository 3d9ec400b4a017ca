package io.github.camelcm.messenger.shop;

/** What is said about an order contradicts what is known of it. */
final class OrderConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OrderConflictException(String message) {
        super(message);
    }
}
