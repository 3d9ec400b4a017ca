package io.github.camelcm.messenger;

import io.github.camelcm.messenger.gateway.MediaAddress;
import io.github.camelcm.messenger.gateway.MediaAddressException;
import io.github.camelcm.messenger.gateway.MediaAnswer;
import io.github.camelcm.messenger.gateway.MediaDownloads;
import io.github.camelcm.messenger.gateway.MediaHosts;
import io.github.camelcm.messenger.gateway.TransportException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the body of exchanges the file that a user sent. */
final class MediaFetch {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFetch.class);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final MediaDownloads downloads;
    private final MediaHosts hosts;
    private final Executor continuations;

    MediaFetch(MediaDownloads downloads, MediaHosts hosts, Executor continuations) {
        this.downloads = downloads;
        this.hosts = hosts;
        this.continuations = continuations;
    }

    /**
     * Fetches what the exchange names.
     *
     * @return completes on a thread of the continuations, when result or exception is on the exchange
     * @throws FetchMediaException if the exchange names nothing, or nothing that may be asked for; nothing was
     */
    CompletableFuture<?> run(Exchange exchange) throws FetchMediaException {
        MediaSource source = MediaSource.of(exchange.getMessage());
        MediaAddress address;
        try {
            address = hosts.address(source.url());
        } catch (MediaAddressException e) {
            throw new FetchMediaException("The media is not fetched: " + e.getMessage(), null, 0, false);
        }
        MediaSpool spool = new MediaSpool(exchange);
        return downloads
                .fetch(address, spool)
                .handleAsync(
                        (answer, failure) -> {
                            conclude(exchange, source, address.host(), spool, answer, failure);
                            return null;
                        },
                        continuations);
    }

    private static void conclude(
            Exchange exchange,
            MediaSource source,
            String host,
            MediaSpool spool,
            @Nullable MediaAnswer answer,
            @Nullable Throwable failure) {
        try {
            if (answer == null) {
                throw unanswered(host, failure);
            }
            if (answer.refusal() != null) {
                throw refused(host, answer);
            }
            result(exchange.getMessage(), source, answer, spool.finish());
        } catch (Exception e) {
            discard(spool);
            exchange.setException(e);
        }
    }

    private static void result(Message message, MediaSource source, MediaAnswer answer, StreamCache body) {
        message.setBody(body);
        message.removeHeader(CmMessengerConstants.MEDIA_URI);
        String contentType = usable(answer.contentType());
        setOrRemove(message, Exchange.CONTENT_TYPE, contentType == null ? usable(source.contentType()) : contentType);
        String title = MediaName.safe(source.title());
        setOrRemove(
                message, CmMessengerConstants.MEDIA_NAME, title == null ? MediaName.safe(answer.fileName()) : title);
    }

    private static void setOrRemove(Message message, String name, @Nullable String value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }

    /** A header of another request, perhaps, should have no line ends. */
    private static @Nullable String usable(@Nullable String contentType) {
        return contentType == null
                        || contentType.isBlank()
                        || contentType.chars().anyMatch(Character::isISOControl)
                ? null
                : contentType.trim();
    }

    private static FetchMediaException unanswered(String host, @Nullable Throwable failure) {
        int status = failure instanceof TransportException transport ? transport.status() : 0;
        boolean told = failure instanceof TransportException;
        return new FetchMediaException(
                "The media could not be fetched from " + host + ": " + (told ? failure.getMessage() : "a bug"),
                told ? failure.getCause() : failure,
                status,
                true);
    }

    private static FetchMediaException refused(String host, MediaAnswer answer) {
        int status = answer.status();
        return new FetchMediaException(
                "The media could not be fetched from " + host + ": " + answer.refusal(),
                null,
                status,
                status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS);
    }

    private static void discard(MediaSpool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            LOG.debug("Part of a file could not be closed; Camel removes it when the exchange is done", e);
        }
    }
}
