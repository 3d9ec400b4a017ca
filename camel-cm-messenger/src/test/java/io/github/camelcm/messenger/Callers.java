package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** Send exchanges, and wait for their end or do not; know how often they were called back. */
final class Callers {

    private final Duration bound;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger callbacks = new AtomicInteger();

    /** @param bound in which all must be over */
    Callers(Duration bound) {
        this.bound = bound;
    }

    /** Of those that do not wait. */
    void eachWasCalledBackOnce() {
        assertThat(callbacks).as("callbacks, each once").hasValue(calls.get());
    }

    /** Each on a thread of its own, all at once. */
    List<Exchange> waiting(Harness harness, String options, List<?> bodies) {
        List<CompletableFuture<Exchange>> callers = bodies.stream()
                .map(body -> CompletableFuture.supplyAsync(
                        () -> harness.send(options, in -> in.getIn().setBody(body)),
                        task -> new Thread(task, "caller").start()))
                .toList();
        return callers.stream().map(CompletableFuture::join).toList();
    }

    /** All by this thread, in order. */
    List<Exchange> withoutWaiting(Harness harness, String options, List<?> bodies) throws Exception {
        List<Exchange> exchanges = bodies.stream()
                .<Exchange>map(body -> {
                    Exchange exchange = new DefaultExchange(harness.context);
                    exchange.getIn().setBody(body);
                    return exchange;
                })
                .toList();
        send(harness, options, exchanges);
        return exchanges;
    }

    /** As Camel's error handler does. */
    void redeliver(Harness harness, String options, List<Exchange> failed) throws Exception {
        for (Exchange exchange : failed) {
            exchange.setException(null);
            exchange.getIn().setHeader(Exchange.REDELIVERED, true);
        }
        send(harness, options, failed);
    }

    private void send(Harness harness, String options, List<Exchange> exchanges) throws Exception {
        AsyncProducer producer =
                harness.context.getEndpoint(Harness.uri(options)).createAsyncProducer();
        producer.start();
        Map<Exchange, CompletableFuture<String>> threads = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            CompletableFuture<String> done = new CompletableFuture<>();
            threads.put(exchange, done);
            calls.incrementAndGet();
            boolean synchronously = producer.process(exchange, doneSynchronously -> {
                callbacks.incrementAndGet();
                done.complete(Thread.currentThread().getName());
            });
            assertThat(synchronously).isFalse();
        }
        for (CompletableFuture<String> done : threads.values()) {
            assertThat(done.get(bound.toSeconds(), TimeUnit.SECONDS)).doesNotStartWith("cm-messenger-http");
        }
        producer.stop();
    }

    /** What an exchange tells of its messages, by result or exception. */
    static List<Outcome> outcomes(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        List<?> results = exchange.getException() instanceof CmMessengerException e
                ? e.results()
                : body instanceof List<?> several ? several : List.of(body);
        return results.stream().map(result -> ((SendResult) result).outcome()).toList();
    }

    /** A later option wins over an earlier one of the same name. */
    static String unique(String options) {
        Map<String, String> last = new LinkedHashMap<>();
        for (String option : options.split("&")) {
            last.put(option.substring(0, option.indexOf('=')), option);
        }
        return String.join("&", last.values());
    }
}
