package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opentest4j.AssertionFailedError;

/** Something a webhook is told, until the webhook has answered. */
final class UserAct {

    /** What is done at the simulator. */
    @FunctionalInterface
    interface Act {
        CompletableFuture<Delivery> at(CmSimulator simulator);
    }

    private final Chat chat;
    private final Duration timeout;

    UserAct(Chat chat, Duration timeout) {
        this.chat = chat;
        this.timeout = timeout;
    }

    void perform(String words, Act act) {
        CmSimulator simulator = chat.simulator();
        boolean held = simulator.deliveries().isHolding();
        CompletableFuture<Delivery> delivery = act.at(simulator);
        if (!held) {
            await(words, delivery);
        }
    }

    private void await(String words, CompletableFuture<Delivery> delivery) {
        try {
            check(words, delivery.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            throw chat.interrupted(e);
        } catch (TimeoutException e) {
            // an application may take its time: the next expectation waits for what it sends, and the picture tells
        } catch (ExecutionException e) {
            throw new IllegalStateException("A delivery never fails", e.getCause());
        }
    }

    private void check(String words, Delivery delivery) {
        boolean onPurpose = !delivery.faults().isEmpty();
        if (!delivery.succeeded() && !onPurpose) {
            throw new AssertionFailedError("Expected the application to take it when " + words + ", but "
                    + Picture.sentence(delivery) + ".\n\n" + chat.picture());
        }
    }
}
