package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.SimulatorException;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Plays a script against the running pharmacy and prints what both sides say. */
final class ScriptPlayer {

    private final LocalPharmacy pharmacy;
    private final MessengerUser user;
    private final ChatPrinter printer;
    private final Duration patience;
    private final HttpClient till = HttpClient.newHttpClient();
    private long lastReply;

    /** @param patience how long to wait for each reply and each HTTP answer */
    ScriptPlayer(LocalPharmacy pharmacy, MessengerUser user, ChatPrinter printer, Duration patience) {
        this.pharmacy = pharmacy;
        this.user = user;
        this.printer = printer;
        this.patience = patience;
    }

    /**
     * Plays all steps; the page's last message stays unread.
     *
     * @throws ChatFailed if a reply does not come in time or is not the expected one
     */
    void play(List<Step> steps) throws ChatFailed, InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            CompletableFuture<Integer> answer = start(step);
            SentMessage reply = reply(step, answer);
            lastReply = reply.sequence();
            printer.page(reply);
            check(step, reply);
            report(reply, StatusCode.DELIVERED);
            if (i < steps.size() - 1) {
                report(reply, StatusCode.READ);
            }
            printer.ticks(reply, pharmacy.deliveryReports().of(reply.reference()));
        }
    }

    /** @return the HTTP status that the bot answers */
    private CompletableFuture<Integer> start(Step step) throws ChatFailed, InterruptedException {
        try {
            return switch (step.kind()) {
                case WRITES -> told(pharmacy.simulator().userWrites(user, step.what()));
                case TAPS -> told(pharmacy.simulator().userTaps(user, step.what()));
                case ORDER_READY -> orderReady(step);
            };
        } catch (SimulatorException e) {
            throw new ChatFailed("The script cannot go on with " + step.inWords() + ": " + e.getMessage());
        }
    }

    private CompletableFuture<Integer> told(CompletableFuture<Delivery> delivery) {
        // the call is journaled before the future is handed out
        List<WebhookCall> calls = pharmacy.simulator().journal().calls();
        printer.user(calls.get(calls.size() - 1));
        return delivery.thenApply(done -> done.status() == null ? 0 : done.status());
    }

    private CompletableFuture<Integer> orderReady(Step step) {
        String url = pharmacy.orderReadyUrl(step.order());
        printer.event("Two days later, at the till: POST /orders/" + step.order() + "/ready");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(step.what()))
                .build();
        return till.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }

    private SentMessage reply(Step step, CompletableFuture<Integer> answer) throws ChatFailed, InterruptedException {
        SentMessage reply = pharmacy.simulator()
                .journal()
                .await(SentMessage.class, lastReply, message -> message.psid().equals(user.psid()), patience)
                .orElse(null);
        if (reply == null) {
            throw new ChatFailed("No reply to " + step.inWords() + " within " + patience.toSeconds() + " s; the bot "
                    + (answer.isDone()
                            ? "answered the HTTP call with " + answer.getNow(0)
                            : "did not answer the HTTP call")
                    + ". Its log says why.");
        }
        if (!reply.accepted()) {
            throw new ChatFailed("The gateway rejected the reply to " + step.inWords() + ": " + reply.details());
        }
        int status = get(answer, "the bot's answer to " + step.inWords());
        if (status != 200) {
            throw new ChatFailed("The bot answered " + step.inWords() + " with HTTP status " + status);
        }
        return reply;
    }

    private void check(Step step, SentMessage reply) throws ChatFailed {
        List<Class<?>> shown =
                Shown.bubbles(reply).stream().<Class<?>>map(Bubble::getClass).toList();
        if (!shown.equals(step.reply())) {
            throw new ChatFailed("Expected after " + step.inWords() + " is " + names(step.reply())
                    + ", but Messenger shows " + names(shown));
        }
    }

    private static String names(List<Class<?>> kinds) {
        return kinds.stream().map(Class::getSimpleName).collect(Collectors.joining(" and "));
    }

    private void report(SentMessage reply, StatusCode code) throws ChatFailed, InterruptedException {
        Delivery delivery =
                get(pharmacy.simulator().reportStatus(reply.reference(), Status.of(code)), "the status report " + code);
        if (!delivery.succeeded()) {
            String answer = delivery.status() == null ? delivery.error() : "HTTP status " + delivery.status();
            throw new ChatFailed("The bot did not take the status report " + code + ": " + answer);
        }
    }

    private <T> T get(CompletableFuture<T> future, String what) throws ChatFailed, InterruptedException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ChatFailed("Waited " + patience.toSeconds() + " s for " + what + " in vain");
        } catch (ExecutionException e) {
            throw new ChatFailed("Waited for " + what + ", but the call failed: " + e.getCause());
        }
    }
}
