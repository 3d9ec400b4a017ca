package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

    /** Never ends, gives a few bytes at a time, and counts them. */
    private static final class Endless extends InputStream {

        private long taken;

        @Override
        public int read() {
            taken++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int some = Math.min(length, 7);
            taken += some;
            return some;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100})
    void aBodyUpToTheLimitComesBackWhole(int size) throws Exception {
        byte[] body = "x".repeat(size).getBytes();

        assertThat(BoundedBody.read(new ByteArrayInputStream(body), 100)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 99, 100, 101})
    void aBodyThatComesInPiecesIsReadToItsEnd(int size) throws Exception {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        InputStream pieces = new ByteArrayInputStream(body) {
            @Override
            public int available() {
                return Math.min(3, super.available());
            }
        };

        if (size > 100) {
            assertThatThrownBy(() -> BoundedBody.read(pieces, 100)).isInstanceOf(BodyTooLargeException.class);
        } else {
            assertThat(BoundedBody.read(pieces, 100)).isEqualTo(body);
        }
    }

    @Test
    void oneByteMoreIsTooLargeAndNothingIsReadAfterIt() {
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[200]);

        assertThatThrownBy(() -> BoundedBody.read(body, 100))
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessage("the body has more than the 100 bytes that are allowed");
        assertThat(body.available()).isEqualTo(99);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1 << 20})
    void anEndlessBodyIsLeftAfterOneByteTooMany(int limit) {
        Endless body = new Endless();

        assertThatThrownBy(() -> BoundedBody.read(body, limit)).isInstanceOf(BodyTooLargeException.class);
        assertThat(body.taken).isEqualTo(limit + 1L);
    }

    @Test
    void theLargestLimitReadsASmallBody() throws Exception {
        assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[5]), Integer.MAX_VALUE))
                .hasSize(5);
    }

    @Test
    void aStreamThatBreaksIsSaid() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> BoundedBody.read(broken, 100))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
    }
}
