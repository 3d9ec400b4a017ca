package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an answer is complete, and how much of it is asked for; step by step. */
class MediaConsumerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Runnable> writes = new ArrayDeque<>();
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private final HttpCall<MediaAnswer> call = new HttpCall<>(
            new HttpSettings(LONG, LONG, LONG, 1, null, null), new Deadlines(timer), MediaAnswer::status);
    private final MediaConsumer consumer = new MediaConsumer(call, target, 100, writes::add);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void itIsCompleteOnlyWhenTheConnectionIsBack() throws Exception {
        receive(10);
        writes.remove().run();
        consumer.streamEnd(null);
        assertThat(call.answer()).isNotDone();

        consumer.releaseResources();

        assertThat(call.answer()).isCompletedWithValueMatching(answer -> answer.refusal() == null);
    }

    @Test
    void itIsCompleteOnlyWhenAllIsWritten() throws Exception {
        receive(10);
        consumer.consume(ByteBuffer.allocate(5));
        consumer.streamEnd(null);
        consumer.releaseResources();
        writes.remove().run();
        assertThat(call.answer()).isNotDone();

        writes.remove().run();

        assertThat(call.answer()).isCompleted();
        assertThat(target.size()).isEqualTo(15);
    }

    @Test
    void onlyWhatIsWrittenIsAskedForAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        receive(10);
        consumer.updateCapacity(asked::addAndGet);
        assertThat(asked).hasValue(0);

        writes.remove().run();
        assertThat(asked).hasValue(10);

        consumer.consume(ByteBuffer.allocate(5));
        writes.remove().run();
        consumer.updateCapacity(asked::addAndGet);
        assertThat(asked).hasValue(15);
    }

    private void receive(int bytes) throws Exception {
        consumer.consumeResponse(new BasicHttpResponse(200), new BasicEntityDetails(-1, null), null, call);
        consumer.consume(ByteBuffer.allocate(bytes));
    }
}
