package io.github.camelcm.messenger.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which URL each kind of webhook has; may change at run time. */
final class Webhooks {

    private final Map<WebhookKind, WebhookUrl> urls = new ConcurrentHashMap<>();

    Webhooks(Map<WebhookKind, WebhookUrl> urls) {
        this.urls.putAll(urls);
    }

    void set(WebhookKind kind, @Nullable WebhookUrl url) {
        if (url == null) {
            urls.remove(kind);
        } else {
            urls.put(kind, url);
        }
    }

    @Nullable
    WebhookUrl get(WebhookKind kind) {
        return urls.get(kind);
    }

    WebhookUrl required(WebhookKind kind) {
        WebhookUrl url = urls.get(kind);
        if (url == null) {
            throw SimulatorException.conflict("No webhook URL for " + kind.word() + " is configured; set one with "
                    + "--webhook-" + kind.word() + ", with PUT /simulator/api/webhooks or in Java with "
                    + "webhookUrl(WebhookKind." + kind + ", …).");
        }
        return url;
    }
}
