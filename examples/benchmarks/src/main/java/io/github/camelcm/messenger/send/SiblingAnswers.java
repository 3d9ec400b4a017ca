package io.github.camelcm.messenger.send;

import io.vertx.core.buffer.Buffer;

/** What the gateways of other messengers answer to a text message. */
final class SiblingAnswers {

    private static final Buffer TELEGRAM = Buffer.buffer("{\"ok\":true,\"result\":{\"message_id\":4711,"
            + "\"from\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Bot\"},\"chat\":{\"id\":6789012345678901,"
            + "\"type\":\"private\"},\"date\":1764000000,\"text\":\"Hi, what can I do for you?\"}}");

    private static final Buffer WHATSAPP = Buffer.buffer("{\"messaging_product\":\"whatsapp\",\"contacts\":[{"
            + "\"input\":\"6789012345678901\",\"wa_id\":\"6789012345678901\"}],\"messages\":[{\"id\":"
            + "\"wamid.HBgLMTY1MDUwNzY1MjAVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA\"}]}");

    private SiblingAnswers() {}

    static Buffer to(String path) {
        if (path.endsWith("/sendMessage")) {
            return TELEGRAM;
        } else if (path.endsWith("/messages")) {
            return WHATSAPP;
        }
        throw new IllegalArgumentException("nobody sends to " + path);
    }
}
