package io.github.camelcm.messenger.simulator;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says in one line that a webhook failed, and what may be the cause.
 *
 * <ul>
 *   <li>Once for each kind of webhook and outcome; again after a success, and for another URL.
 *   <li>Says nothing of what a fault rule had a part in: that is wanted.
 *   <li>Shows URLs without their queries.
 * </ul>
 */
final class WebhookFailures implements Consumer<Delivery> {

    /** The outcomes that were told of a webhook since it had that URL. */
    private record Known(String url, Set<String> outcomes) {}

    private final Consumer<String> console;
    private final Map<WebhookKind, Known> known = new EnumMap<>(WebhookKind.class);

    WebhookFailures(Consumer<String> console) {
        this.console = console;
    }

    @Override
    public synchronized void accept(Delivery delivery) {
        if (delivery.succeeded()) {
            known.remove(delivery.kind());
        } else if (delivery.faults().isEmpty() && !delivery.url().isEmpty() && isNew(delivery)) {
            console.accept(line(delivery));
        }
    }

    private boolean isNew(Delivery delivery) {
        Known before = known.get(delivery.kind());
        if (before == null || !before.url().equals(delivery.url())) {
            before = new Known(delivery.url(), new HashSet<>());
            known.put(delivery.kind(), before);
        }
        return before.outcomes().add(Objects.requireNonNullElse(delivery.error(), String.valueOf(delivery.status())));
    }

    private static String line(Delivery delivery) {
        String webhook = "The webhook for " + delivery.kind().word();
        Integer status = delivery.status();
        String outcome = status == null
                ? webhook + " gave no answer: " + delivery.error()
                : webhook + " answered " + status + ": " + hint(delivery.kind(), status);
        return outcome + ". Its URL is " + delivery.url();
    }

    private static String hint(WebhookKind kind, int status) {
        return switch (status) {
            case 401 -> "the token in its URL, ?token=TOKEN, is not the consumer's webhookToken";
            case 404 -> "a consumer listens on /cm-messenger/<page id>, or on its webhookPath";
            default -> kind == WebhookKind.STATUSES ? "only 2xx counts as delivered" : "only 200 counts as delivered";
        };
    }
}
