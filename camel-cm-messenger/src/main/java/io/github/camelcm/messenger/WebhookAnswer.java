package io.github.camelcm.messenger;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;

/**
 * What CM.com gets back: a status and a fixed text, never a word of the request or of an exception. Declared from the best
 * to the worst, which {@link #and} goes by.
 */
enum WebhookAnswer {
    /** The route is done with it; or it is not wanted; or it was there before. */
    DONE(200, "OK"),
    NOT_JSON(400, "The body is not a JSON object"),
    /** The token is missing or wrong. */
    UNAUTHORIZED(401, "Unauthorized"),
    TOO_LARGE(413, "The body is too large"),
    WRONG_TYPE(415, "The content type is not JSON"),
    /** Suspended or stopping, or a repeat of what is being processed; CM.com calls again. */
    LATER(503, "Not now"),
    /** The route failed; CM.com calls again. */
    FAILED(500, "The event was not processed");

    private final int status;
    private final String text;

    WebhookAnswer(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** The answer for two events together: that of the one which fared worse. */
    WebhookAnswer and(WebhookAnswer other) {
        return compareTo(other) >= 0 ? this : other;
    }

    void write(Exchange http) {
        http.setException(null);
        http.removeProperty(
                ExchangePropertyKey.CHARSET_NAME); // the caller's: servers would write the text in it, or fail
        Message message = http.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
        if (this == UNAUTHORIZED) {
            message.setHeader("WWW-Authenticate", "Bearer");
        }
        message.setBody(text);
    }
}
