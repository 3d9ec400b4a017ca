package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How webhooks are told: at once, again and again as CM.com does, again by hand, or in an order of one's own.
 *
 * <ul>
 *   <li>A call that fails is made again every five minutes by the simulator's clock: messages and events for 30 days,
 *       counted from what happened (CM.com says "up to a month"), status reports for 7 days. CM.com does not say how
 *       often it repeats status reports; five minutes is the simulator's own choice.
 *   <li>A repeat by hand that succeeds ends these retries; one that fails changes nothing about them.
 *   <li>While calls are held, the first attempt of each new call waits until it is released. At most
 *       {@value #MAX_HELD} calls are held, and {@value #MAX_HELD_BYTES} bytes; further ones go out at once.
 * </ul>
 */
public final class Deliveries {

    /** How many calls are held at most. */
    static final int MAX_HELD = 1000;

    /** How many bytes all held calls together take at most. */
    static final long MAX_HELD_BYTES = 32L * 1024 * 1024;

    private static final int MAX_TIMES = 10;
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private record Held(WebhookCall call, CompletableFuture<Delivery> delivery) {}

    private final Journal journal;
    private final VirtualTime time;
    private final Agenda agenda;
    private final Webhooks webhooks;
    private final WebhookCaller caller;
    private final Feed feed;
    private final Attempts attempts = new Attempts();
    private final Map<Long, Held> held = new LinkedHashMap<>();
    private long heldBytes;
    private boolean holding;
    private Runnable waker = () -> {};
    private volatile Consumer<Delivery> listener = delivery -> {};

    Deliveries(Journal journal, VirtualTime time, Agenda agenda, Webhooks webhooks, WebhookCaller caller, Feed feed) {
        this.journal = journal;
        this.time = time;
        this.agenda = agenda;
        this.webhooks = webhooks;
        this.caller = caller;
        this.feed = feed;
    }

    /** What to run when something new is due. */
    void onDue(Runnable wake) {
        waker = wake;
    }

    /** Whom to tell of each attempt, before whoever waits for it; never under the monitor. */
    void onEnd(Consumer<Delivery> told) {
        listener = told;
    }

    /**
     * Calls a webhook again, by hand.
     *
     * @param call sequence number of the {@link WebhookCall}
     * @param times how many times, one after the other, 1 to 10
     * @return what came of each; never fails
     * @throws SimulatorException if the journal has no such call, {@code times} is out of range, the call is held, or
     *     no webhook URL of its kind is configured
     */
    public CompletableFuture<List<Delivery>> repeat(long call, int times) {
        if (times < 1 || times > MAX_TIMES) {
            throw SimulatorException.invalid("A call is repeated 1 to " + MAX_TIMES + " times.");
        }
        WebhookCall found = journal.find(WebhookCall.class, call)
                .orElseThrow(() -> SimulatorException.notFound("The journal has no webhook call of that number."));
        synchronized (journal) {
            if (held.containsKey(call)) {
                throw SimulatorException.conflict("That call is held; release it before it is repeated.");
            }
        }
        requireUrl(found.kind());
        List<Supplier<CompletableFuture<Delivery>>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(() -> attempt(found, false));
        }
        return oneByOne(calls);
    }

    /**
     * Whether new calls are held.
     *
     * @return whether they are
     */
    public boolean isHolding() {
        synchronized (journal) {
            return holding;
        }
    }

    /**
     * Holds new calls from now on, or no longer. What is held already stays so until it is released.
     *
     * @param hold whether to hold
     */
    public void hold(boolean hold) {
        synchronized (journal) {
            holding = hold;
            feed.changed("held");
        }
    }

    /**
     * The calls that are held.
     *
     * @return the calls, oldest first
     */
    public List<WebhookCall> held() {
        synchronized (journal) {
            return held.values().stream().map(Held::call).toList();
        }
    }

    /**
     * Makes held calls, one after the other.
     *
     * @param calls their sequence numbers in the wanted order; empty for all, oldest first
     * @return what came of each; never fails
     * @throws SimulatorException if one of them is not held; then none is made
     */
    public CompletableFuture<List<Delivery>> release(List<Long> calls) {
        List<Held> released = new ArrayList<>();
        synchronized (journal) {
            List<Long> wanted = calls.isEmpty() ? List.copyOf(held.keySet()) : calls;
            if (!held.keySet().containsAll(wanted) || wanted.stream().distinct().count() < wanted.size()) {
                throw SimulatorException.notFound("Not all of these calls are held, or one is named twice.");
            }
            wanted.forEach(call -> released.add(held.remove(call)));
            released.forEach(one -> heldBytes -= Weight.of(one.call()));
            feed.changed("held");
        }
        return oneByOne(released.stream()
                .map(one -> (Supplier<CompletableFuture<Delivery>>) () -> attempt(one.call(), true)
                        .whenComplete((delivery, failure) -> one.delivery().complete(delivery)))
                .toList());
    }

    boolean isCalled(WebhookKind kind) {
        return webhooks.get(kind) != null;
    }

    void requireUrl(WebhookKind kind) {
        webhooks.required(kind);
    }

    WebhookCall note(WebhookKind kind, String pageId, String psid, @Nullable Long message, JsonNode json) {
        return journal.add(sequence -> new WebhookCall(sequence, time.instant(), kind, pageId, psid, message, json));
    }

    /** Makes the first attempt, or holds it. */
    Told tell(WebhookCall call) {
        synchronized (journal) {
            if (holding && held.size() < MAX_HELD && heldBytes + Weight.of(call) <= MAX_HELD_BYTES) {
                Held waiting = new Held(call, new CompletableFuture<>());
                held.put(call.sequence(), waiting);
                heldBytes += Weight.of(call);
                feed.changed("held");
                return new Told(call, waiting.delivery(), true);
            }
        }
        return new Told(call, attempt(call, true), false);
    }

    /** Makes the next attempt that CM.com would make. */
    CompletableFuture<Delivery> retry(WebhookCall call) {
        return attempt(call, true);
    }

    private CompletableFuture<Delivery> attempt(WebhookCall call, boolean byCm) {
        int number;
        synchronized (journal) {
            number = attempts.next(call.sequence());
        }
        return caller.attempt(call, number, delivery -> ended(call, delivery, byCm))
                .thenApply(delivery -> {
                    listener.accept(delivery);
                    return delivery;
                });
    }

    /** Under the monitor, in one piece with the note of the delivery. */
    private void ended(WebhookCall call, Delivery delivery, boolean byCm) {
        if (delivery.succeeded()) {
            agenda.removeIf(
                    task -> task instanceof Due.Retry retry && retry.call().sequence() == call.sequence());
        } else if (byCm) {
            Instant next = delivery.time().plus(INTERVAL);
            if (!next.isAfter(call.time().plus(call.kind().patience()))) {
                agenda.add(next, new Due.Retry(call, delivery.attempt()));
                waker.run();
            }
        }
    }

    private static CompletableFuture<List<Delivery>> oneByOne(List<Supplier<CompletableFuture<Delivery>>> calls) {
        CompletableFuture<List<Delivery>> done = CompletableFuture.completedFuture(new ArrayList<>());
        for (Supplier<CompletableFuture<Delivery>> call : calls) {
            done = done.thenCompose(before -> call.get().thenApply(delivery -> {
                before.add(delivery);
                return before;
            }));
        }
        return done.thenApply(List::copyOf);
    }

    /** Exchanges the state, under the monitor. Who waits for a held call is told that it was dropped. */
    void restore(boolean newHolding, List<WebhookCall> newHeld) {
        List<Held> gone = List.copyOf(held.values());
        held.clear();
        holding = newHolding;
        heldBytes = newHeld.stream().mapToLong(Weight::of).sum();
        newHeld.forEach(call -> held.put(call.sequence(), new Held(call, new CompletableFuture<>())));
        attempts.restore(journal.deliveries(), agenda.entries());
        gone.forEach(one -> one.delivery().completeAsync(() -> dropped(one.call())));
    }

    private Delivery dropped(WebhookCall call) {
        return new Delivery(
                0,
                time.instant(),
                call.sequence(),
                call.kind(),
                "",
                call.body(),
                1,
                null,
                "The call was held and is dropped",
                Duration.ZERO,
                List.of());
    }
}
