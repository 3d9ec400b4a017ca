package io.github.camelcm.messenger.send;

import io.github.camelcm.messenger.load.ServerProcess;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One message from the exchange to its result, through a gateway in a JVM of its own that answers at once; for what it
 * allocates, by JMH's {@code gc} profiler. The times are those of {@link SendLoad} with less care.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class SendBenchmark {

    private static final int MESSAGES = 1000;
    private static final int IN_FLIGHT = 64;

    @Param({
        Contestants.BARE,
        Contestants.SINGLE,
        Contestants.BATCHED + "100",
        Contestants.LIST + "1000",
        Contestants.CAMEL_HTTP,
        Contestants.TELEGRAM,
        Contestants.WHATSAPP
    })
    public String contestant;

    private ServerProcess gateway;
    private Contestants contestants;
    private Contestant sender;

    @Setup
    public void setUp() throws Exception {
        gateway = ServerProcess.start(GatewayServer.class, List.of("-Xmx256m"));
        contestants = new Contestants(gateway.port(), SendSettings.of(new String[0]));
        sender = contestants.all().stream()
                .filter(one -> one.title().equals(contestant))
                .findFirst()
                .orElseThrow();
    }

    @TearDown
    public void tearDown() throws Exception {
        contestants.close();
        gateway.close();
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void message() throws Exception {
        int inFlight = contestant.startsWith(Contestants.BATCHED) ? MESSAGES : IN_FLIGHT;
        Semaphore places = new Semaphore(inFlight);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < MESSAGES; i += sender.messages()) {
            places.acquire();
            sender.way().send(failed -> {
                failure.compareAndSet(null, failed);
                places.release();
            });
        }
        places.acquire(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }
}
