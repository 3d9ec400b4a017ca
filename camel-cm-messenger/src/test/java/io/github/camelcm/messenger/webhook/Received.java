package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.json.InboundReader;
import io.github.camelcm.messenger.json.InboundTree;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What holds for every body that CM.com, or anybody else, may send. */
final class Received {

    private Received() {}

    /** The sample payloads of all kinds that a webhook receives. */
    static List<byte[]> samples() {
        return Stream.of("inbound", "status", "event")
                .flatMap(Payloads::names)
                .map(Payloads::bytes)
                .toList();
    }

    /**
     * Nothing but {@link MalformedBodyException} comes out; each event has a fingerprint and a JSON form that it can be
     * read from again; the same bytes make the same events.
     *
     * @return whether the body could be read
     */
    static boolean check(byte[] body) throws JsonShapeException {
        List<ReceivedEvent> events;
        try {
            events = EventReader.read(body);
        } catch (MalformedBodyException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
        for (ReceivedEvent event : events) {
            assertThat(event.fingerprint()).matches("[0-9a-f]{64}");
            byte[] written = MessengerJson.write(event.body());
            // as JSON, since 24e0 is read as a decimal, but written as 24
            byte[] writtenAgain =
                    MessengerJson.write(InboundReader.read(written, event.body().getClass()));
            assertThat(InboundTree.parse(writtenAgain)).isEqualTo(InboundTree.parse(written));
        }
        assertThat(readAgain(body)).isEqualTo(events);
        return true;
    }

    private static List<ReceivedEvent> readAgain(byte[] body) {
        try {
            return EventReader.read(body);
        } catch (MalformedBodyException e) {
            throw new AssertionError("The same bytes could be read a moment ago", e);
        }
    }

    /** A body within the limit comes back whole; of one beyond it, one byte more than allowed is taken. */
    static void checkBound(byte[] body, int limit) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        try {
            assertThat(BoundedBody.read(stream, limit)).isEqualTo(body).hasSizeLessThanOrEqualTo(limit);
        } catch (BodyTooLargeException e) {
            assertThat(body).hasSizeGreaterThan(limit);
            assertThat(body.length - stream.available()).isEqualTo(limit + 1);
        }
    }
}
