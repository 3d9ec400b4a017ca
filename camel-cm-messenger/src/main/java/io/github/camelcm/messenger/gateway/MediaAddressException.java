package io.github.camelcm.messenger.gateway;

/** A URL is none that media may be fetched from. The text holds no more of it than a plain host name. */
public final class MediaAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    MediaAddressException(String message) {
        super(message);
    }
}
