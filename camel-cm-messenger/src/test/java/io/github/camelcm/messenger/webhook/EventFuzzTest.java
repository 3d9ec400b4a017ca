package io.github.camelcm.messenger.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Run as a test, this reads the sample payloads. With {@code JAZZER_FUZZ=1} Jazzer makes bodies of them that reach as
 * much code as it can find a way to, for as long as {@code jazzer.max_duration} says: see CONTRIBUTING.md.
 */
class EventFuzzTest {

    static Stream<byte[]> samples() {
        return Received.samples().stream();
    }

    @MethodSource("samples")
    @FuzzTest
    void nothingButMalformedBodyExceptionComesOut(byte[] body) throws Exception {
        Received.check(body);
        Received.checkBound(body, 256);
    }
}
