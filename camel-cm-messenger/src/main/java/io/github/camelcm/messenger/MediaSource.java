package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.InboundMedia;
import io.github.camelcm.messenger.model.InboundMessage;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The file that an exchange asks for.
 *
 * @param url where it is said to be
 * @param contentType what the inbound message says of it, if anything
 * @param title likewise
 */
record MediaSource(
        String url, @Nullable String contentType, @Nullable String title) {

    /** @throws FetchMediaException if neither header nor body names a file; it says what to give */
    static MediaSource of(Message message) throws FetchMediaException {
        Object header = message.getHeader(CmMessengerConstants.MEDIA_URI);
        InboundMedia media = media(message.getBody());
        String inBody = media == null ? null : media.mediaUri();
        String url = header == null ? inBody : header.toString();
        if (url == null || url.isBlank()) {
            throw new FetchMediaException(
                    "No media to fetch. Give an InboundMessage with a media.mediaUri as body, or a URL as header "
                            + CmMessengerConstants.MEDIA_URI + ".",
                    null,
                    0,
                    false);
        }
        // what the message says is about its own file, not about another one that the header names
        return media == null || !url.equals(inBody)
                ? new MediaSource(url, null, null)
                : new MediaSource(url, media.contentType(), media.title());
    }

    private static @Nullable InboundMedia media(@Nullable Object body) {
        return body instanceof InboundMessage inbound && inbound.message() != null
                ? inbound.message().media()
                : null;
    }

    /** Without the URL, whose path may be as good as a password. */
    @Override
    public String toString() {
        return "MediaSource[...]";
    }
}
