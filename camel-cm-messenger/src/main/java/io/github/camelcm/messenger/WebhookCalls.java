package io.github.camelcm.messenger;

import io.github.camelcm.messenger.webhook.BodyTooLargeException;
import io.github.camelcm.messenger.webhook.BoundedBody;
import io.github.camelcm.messenger.webhook.EventReader;
import io.github.camelcm.messenger.webhook.JsonContentType;
import io.github.camelcm.messenger.webhook.MalformedBodyException;
import io.github.camelcm.messenger.webhook.ReceivedEvent;
import io.github.camelcm.messenger.webhook.WebhookToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the HTTP server's exchanges. A call is admitted step by step, the cheapest first and nothing parsed before the
 * token is known to be right; its events then go to the route on exchanges of their own, so that no header of the
 * request reaches the route and nothing of the route reaches the answer.
 */
final class WebhookCalls extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCalls.class);

    private final CmMessengerConsumer consumer;
    private final CmMessengerEndpoint endpoint;
    private final ReceivedEvents route;
    private final @Nullable WebhookToken token;
    private final int maxBodySize;
    private final HourlyWarnings warnings = new HourlyWarnings(System::nanoTime);

    /** @throws IllegalArgumentException if an option has a value out of its range; it names the option */
    WebhookCalls(CmMessengerConsumer consumer, CmMessengerEndpoint endpoint, @Nullable Repeats repeats) {
        CmMessengerConfiguration options = endpoint.getConfiguration();
        this.consumer = consumer;
        this.endpoint = endpoint;
        this.route = new ReceivedEvents(consumer, endpoint, repeats);
        this.token = options.getWebhookToken() == null ? null : new WebhookToken(options.getWebhookToken());
        this.maxBodySize = HttpOptions.positive("maxBodySize", options.getMaxBodySize());
    }

    @Override
    public boolean process(Exchange http, AsyncCallback callback) {
        consumer.callBegins();
        List<ReceivedEvent> events = List.of();
        WebhookAnswer refusal;
        try {
            refusal = refusal(http.getIn());
            if (refusal == null) {
                events = EventReader.read(body(http.getIn()));
            }
        } catch (BodyTooLargeException e) {
            refusal = WebhookAnswer.TOO_LARGE;
        } catch (MalformedBodyException | IOException e) {
            LOG.debug("A webhook call cannot be read: {}", e.getMessage());
            refusal = WebhookAnswer.NOT_JSON;
        } catch (Throwable e) { // the server would answer with its stack trace
            LOG.warn("A webhook call failed", e);
            refusal = WebhookAnswer.FAILED;
        }
        if (refusal != null) {
            return answer(http, refusal, callback, true);
        }
        http.getIn().setBody(null); // not held while the route runs
        new EventRun(events, route::process, answer -> answer(http, answer, callback, false)).proceed();
        return false;
    }

    /** For servers whose threads wait. A forced shutdown ends the wait with an exception, which must not be theirs. */
    @Override
    public void process(Exchange http) throws Exception {
        super.process(http);
        if (http.getException() != null) {
            WebhookAnswer.LATER.write(http);
        }
    }

    private @Nullable WebhookAnswer refusal(Message message) {
        if (!consumer.accepts()) {
            return WebhookAnswer.LATER;
        }
        if (token != null && !token.admits(query(message), texts(message.getHeader("Authorization")))) {
            return WebhookAnswer.UNAUTHORIZED;
        }
        return JsonContentType.accepts(message.getHeader(Exchange.CONTENT_TYPE, String.class))
                ? null
                : WebhookAnswer.WRONG_TYPE;
    }

    /** As it came; some servers give it decoded under the first name, and some know but that one. */
    private static @Nullable String query(Message message) {
        String raw = message.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        return raw != null ? raw : message.getHeader(Exchange.HTTP_QUERY, String.class);
    }

    private static List<String> texts(@Nullable Object header) {
        List<String> texts = new ArrayList<>();
        if (header instanceof Iterable<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else if (header != null) {
            texts.add(header.toString());
        }
        return texts;
    }

    private byte[] body(Message message) throws IOException, BodyTooLargeException {
        try (InputStream body = message.getBody(InputStream.class)) {
            return body == null ? new byte[0] : BoundedBody.read(body, maxBodySize);
        }
    }

    private boolean answer(Exchange http, WebhookAnswer answer, AsyncCallback callback, boolean sync) {
        if (answer != WebhookAnswer.DONE && answer != WebhookAnswer.FAILED) { // of a failure the route has told
            endpoint.statistics().refused();
            endpoint.lastErrors().webhook(answer);
            if (warnings.isDue(answer)) {
                LOG.warn(
                        "cm-messenger:{} answered a call with {} ({}). Further ones are only counted for an hour",
                        endpoint.getPageId(),
                        answer.status(),
                        answer);
            }
        }
        answer.write(http);
        try {
            callback.done(sync);
        } finally {
            consumer.callEnds(); // after it: a shutdown waits until the server has the answer
        }
        return sync;
    }
}
