package io.github.camelcm.messenger.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that CM.com would not send: the samples mutilated and spliced, and random JSON of their names. */
final class BodyGenerator {

    private static final List<String> NAMES = List.of(
            "messages",
            "msg",
            "MSG",
            "status",
            "code",
            "event",
            "Event",
            "type",
            "message",
            "from",
            "to",
            "number",
            "text",
            "TEXT",
            "media",
            "custom",
            "suggestions",
            "postbackData",
            "groupings",
            "timeUtc",
            "reference",
            "received",
            "location",
            "dial",
            "product",
            "",
            "x",
            "raw",
            "Raw",
            "\\ud83d",
            "\\u0000",
            "\\u0130");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "\"\"",
            "\"2\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\udc4b\"",
            "\"\u00e9\"",
            "\"\\u0000\"",
            "0",
            "-0",
            "-0.0",
            "1.10",
            "1e5",
            "1e400",
            "1e999999999",
            "1e99999999999",
            "-1E-2147483648",
            "123456789012345678901234567890",
            "{}",
            "[]");

    private final Random random;
    private final List<byte[]> samples;

    /** Equal seeds give equal bodies. */
    BodyGenerator(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = samples;
    }

    byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> bitsFlipped(sample());
            case 1 -> Arrays.copyOf(sample(), random.nextInt(400));
            case 2 -> Arrays.copyOfRange(sample(), random.nextInt(40), 100 + random.nextInt(400));
            case 3 -> spliced(sample(), sample());
            default -> object(4).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] sample() {
        return pick(samples).clone();
    }

    private byte[] bitsFlipped(byte[] body) {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return body;
    }

    private byte[] spliced(byte[] head, byte[] tail) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(head, 0, random.nextInt(head.length));
        int from = random.nextInt(tail.length);
        both.write(tail, from, tail.length - from);
        return both.toByteArray();
    }

    private String object(int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int members = random.nextInt(5); members > 0; members--) {
            json.append('"').append(pick(NAMES)).append("\":").append(value(depth - 1));
            json.append(members == 1 ? "" : ",");
        }
        return json.append('}').toString();
    }

    private String value(int depth) {
        int kind = depth <= 0 ? 0 : random.nextInt(4);
        if (kind == 3) {
            return "[" + value(depth - 1) + "," + value(depth - 1) + "]";
        }
        return kind == 0 ? pick(SCALARS) : object(depth);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
