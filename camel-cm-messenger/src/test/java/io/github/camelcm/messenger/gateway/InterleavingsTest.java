package io.github.camelcm.messenger.gateway;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold, holds whatever several threads do at once. {@code -Dinterleavings.seconds=} sets how long they try,
 * {@code -Dinterleavings.seed=} draws the same operations again.
 */
class InterleavingsTest {

    private static final int THREADS = 3;
    private static final int OPERATIONS = 3;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("interleavings.seconds", 5));
    private static final long SEED = Long.getLong("interleavings.seed", System.nanoTime());

    @Test
    void noMessageOfABatchQueueIsLostOrForgotten() throws Exception {
        play(BatchQueueModel::new);
    }

    @Test
    void aDeadlinePassesAtMostOnceAndNoneIsForgotten() throws Exception {
        play(DeadlinesModel::new);
    }

    /**
     * The same by Lincheck, which lets two threads take turns at each access to what they share, in other ways each time.
     * It rewrites the classes of its whole JVM, so that this runs on demand, alone.
     */
    @ParameterizedTest
    @ValueSource(classes = {BatchQueueModel.class, DeadlinesModel.class})
    @EnabledIfSystemProperty(named = "lincheck", matches = "true")
    void whateverTurnsTheThreadsTakeWhatMustHoldHolds(Class<?> model) {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("lincheck.iterations", 2))
                .invocationsPerIteration(Integer.getInteger("lincheck.invocations", 50))
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(0)
                .verifier(EpsilonVerifier.class) // the operations return nothing: the model's own check is the test
                .invocationTimeout$lincheck(Duration.ofMinutes(1).toMillis()) // not public; five seconds are few
                .analyzeStdLib$lincheck(false) // not public; the JDK's collections are not what is looked at
                .addGuarantee(
                        forClasses(OutboundMessage.class.getName(), Recipient.class.getName(), Waiting.class.getName())
                                .allMethods()
                                .ignore())
                .addGuarantee(
                        forClasses(model.getName()).methods("whatMustHold").ignore())
                .check(model);
    }

    private static void play(Supplier<ConcurrentModel> models) throws Exception {
        System.out.println("InterleavingsTest: -Dinterleavings.seed=" + SEED);
        Random random = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (long start = System.nanoTime(); System.nanoTime() - start < TIME.toNanos(); ) {
                ConcurrentModel model = models.get();
                AtomicInteger ready = new AtomicInteger();
                List<Future<?>> players = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    List<Runnable> drawn = draw(model.operations(thread), random);
                    players.add(threads.submit(() -> {
                        ready.incrementAndGet();
                        while (ready.get() < THREADS) { // all begin at once
                            Thread.yield();
                        }
                        drawn.forEach(Runnable::run);
                    }));
                }
                for (Future<?> player : players) {
                    player.get(1, TimeUnit.MINUTES);
                }
                model.whatMustHold();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Runnable> draw(List<Runnable> operations, Random random) {
        List<Runnable> drawn = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            drawn.add(operations.get(random.nextInt(operations.size())));
        }
        return drawn;
    }
}
