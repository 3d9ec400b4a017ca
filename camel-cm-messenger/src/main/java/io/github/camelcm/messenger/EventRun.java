package io.github.camelcm.messenger;

import io.github.camelcm.messenger.webhook.ReceivedEvent;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Has the events of one call processed, one after the other, and answers once when all are done. */
final class EventRun {

    private final Iterator<ReceivedEvent> events;
    private final BiConsumer<ReceivedEvent, Consumer<WebhookAnswer>> processor;
    private final Consumer<WebhookAnswer> whenDone;

    /** Written by one thread after the other, handed over by {@link #steps}. */
    private WebhookAnswer answer = WebhookAnswer.DONE;

    /**
     * How many steps are to be done. Whoever makes it 1 does them all; whoever comes while they are done only counts, so
     * that thousands of events that are done at once do not call each other ever deeper.
     */
    private final AtomicInteger steps = new AtomicInteger();

    /**
     * @param processor processes an event and then, on whatever thread, says once what its answer is
     * @param whenDone gets the worst of the answers
     */
    EventRun(
            List<ReceivedEvent> events,
            BiConsumer<ReceivedEvent, Consumer<WebhookAnswer>> processor,
            Consumer<WebhookAnswer> whenDone) {
        this.events = events.iterator();
        this.processor = processor;
        this.whenDone = whenDone;
    }

    void proceed() {
        if (steps.getAndIncrement() > 0) {
            return;
        }
        do {
            if (events.hasNext()) {
                processor.accept(events.next(), this::done);
            } else {
                whenDone.accept(answer);
            }
        } while (steps.decrementAndGet() > 0);
    }

    private void done(WebhookAnswer one) {
        answer = answer.and(one);
        proceed();
    }
}
