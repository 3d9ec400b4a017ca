package io.github.camelcm.messenger.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.Severity;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For every rule, and each severity it can have, the smallest message as JSON that breaks it and nothing else. In the
 * tables {@code <text 21>} stands for 21 letters, {@code <replies 14>} and {@code <products 11>} for so many suggestions.
 */
public final class BadMessages {

    /** Members that take the place of those of a sound message. */
    private static final String ENVELOPES = """
            from-required         | ERROR   | /from              | {"from": " "}
            page-id-format        | WARNING | /from              | {"from": "page12"}
            to-required           | ERROR   | /to                | {"to": []}
            to-required           | ERROR   | /to/1/number       | {"to": [{"number": "6789"}, {"number": ""}]}
            psid-format           | WARNING | /to/0/number       | {"to": [{"number": "0031612345678"}]}
            psid-format           | WARNING | /to/0/number       | {"to": [{"number": "+31612345678"}]}
            content-required      | ERROR   | /body/content      | {"body": {"content": " "}}
            body-length           | ERROR   | /body/content      | {"body": {"content": "<text 2001>"}}
            text-encoding         | ERROR   | /body/content      | {"body": {"content": "a \\ud83d b"}}
            text-encoding         | ERROR   | /location/label    | {"location": {"label": "\\ude00"}}
            channel-known         | ERROR   | /allowedChannels/1 | {"allowedChannels": ["Facebook Messenger", "whats-app"]}
            channel-known         | WARNING | /allowedChannels/1 | {"allowedChannels": ["Facebook Messenger", "Signal"]}
            channel-messenger     | WARNING | /allowedChannels   | {"allowedChannels": ["SMS"]}
            reference-format      | WARNING | /reference         | {"reference": "order-7"}
            grouping-length       | ERROR   | /customGrouping2   | {"customGrouping2": "<text 101>"}
            validity-format       | ERROR   | /validity          | {"validity": "2h30m"}
            validity-format       | ERROR   | /validity          | {"validity": "2026-02-29 11:50:05 GMT"}
            unknown-field         | WARNING | /riechContent      | {"riechContent": {"a": 1}}
            unknown-field         | WARNING | /body/a~1b~0c      | {"body": {"content": "t", "a/b~c": 1}}
            postbackdata-required | WARNING | /richContent/suggestions/0/postbackdata \
            | {"richContent": {"suggestions": [{"action": "Reply", "label": "a"}]}}
            """;

    /** Pointers go on from the item of a message that is sound but for it. */
    private static final String ITEMS = """
            unknown-field      | WARNING | /txt                    | {"text": "t", "txt": "t"}
            text-encoding      | ERROR   | /suggestions/0/label    | {"text": "t", "suggestions": [{"action": "Reply", "label": "\\ud83d", "postbackdata": "A"}]}
            tag-known          | ERROR   | /tag                    | {"text": "t", "tag": "human_agent"}
            tag-withdrawn      | WARNING | /tag                    | {"text": "t", "tag": "ACCOUNT_UPDATE"}
            media-single       | ERROR   | /media                  | {"media": [{"mediaUri": "https://a/b.png", "mediaName": "b.png"}]}
            media-uri          | ERROR   | /media/mediaUri         | {"media": {"mediaName": "b.png"}}
            media-uri          | ERROR   | /suggestions/0/media/mediaUri | {"text": "t", "suggestions": [{"action": "Reply", "label": "a", "postbackdata": "A", "media": {"mediaUri": "//a/b.png"}}]}
            media-name         | WARNING | /media/mediaName        | {"media": {"mediaUri": "https://a/b.png"}}
            media-name         | WARNING | /media/mediaName        | {"media": {"mediaUri": "https://a/b.png", "mediaName": "b.png", "mimeType": "image/jpeg"}}
            action-known       | ERROR   | /suggestions/0/action   | {"text": "t", "suggestions": [{"action": "Share", "label": "a"}]}
            label-required     | ERROR   | /suggestions/0/label    | {"text": "t", "suggestions": [{"action": "Reply", "postbackdata": "A"}]}
            label-length       | ERROR   | /suggestions/0/label    | {"text": "t", "suggestions": [{"action": "Reply", "label": "<text 21>", "postbackdata": "A"}]}
            label-unexpected   | WARNING | /suggestions/0/label    | {"header": "h", "suggestions": [{"action": "Logout", "label": "a"}]}
            postbackdata-required | ERROR   | /suggestions/0/postbackdata | {"text": "t", "suggestions": [{"action": "Reply", "label": "a"}]}
            postbackdata-required | WARNING | /suggestions/0/postbackdata | {"header": "h", "suggestions": [{"action": "Reply", "label": "a"}]}
            postbackdata-length | ERROR  | /suggestions/0/postbackdata | {"header": "h", "suggestions": [{"action": "Logout", "postbackdata": "<text 1001>"}]}
            url-required       | ERROR   | /suggestions/0/url      | {"header": "h", "suggestions": [{"action": "OpenUrl", "label": "a", "url": "example.com"}]}
            url-required       | ERROR   | /suggestions/0/url      | {"header": "h", "suggestions": [{"action": "Login", "url": "https://"}]}
            login-https        | WARNING | /suggestions/0/url      | {"header": "h", "suggestions": [{"action": "Login", "url": "http://example.com"}]}
            phone-required     | ERROR   | /suggestions/0/dial/phoneNumber | {"header": "h", "suggestions": [{"action": "Dial", "label": "a"}]}
            phone-format       | WARNING | /suggestions/0/dial/phoneNumber | {"header": "h", "suggestions": [{"action": "Dial", "label": "a", "dial": {"phoneNumber": "0612345678"}}]}
            product-required   | ERROR   | /suggestions/0/product/id | {"suggestions": [{"action": "ViewProduct", "product": {}}]}
            not-supported      | ERROR   |                         | {}
            not-supported      | ERROR   |                         | {"suggestions": [<replies 1>]}
            not-supported      | ERROR   |                         | {"text": "t", "media": {"mediaUri": "https://a/b.png", "mediaName": "b.png"}, "suggestions": [<replies 1>]}
            card-count         | ERROR   | /carousel/cards         | {"carousel": {}}
            beside-carousel    | WARNING | /header                 | {"header": "h", "carousel": {"cards": [{"text": "t"}]}}
            beside-carousel    | WARNING | /media                  | {"media": {"mediaUri": "https://a/b.png", "mediaName": "b.png"}, "carousel": {"cards": [{"text": "t"}]}}
            text-length        | ERROR   | /text                   | {"text": "<text 2001>"}
            quick-reply-count  | ERROR   | /suggestions            | {"text": "t", "suggestions": [<replies 14>]}
            quick-reply-action | ERROR   | /suggestions/1/action   | {"text": "t", "suggestions": [<replies 1>, {"action": "Logout"}]}
            overflow-action    | ERROR   | /suggestions/3/action   | {"header": "h", "suggestions": [<replies 3>, {"action": "Logout"}]}
            media-template-type | ERROR  | /media                  | {"media": {"mediaUri": "https://a/b.pdf", "mediaName": "b.pdf"}, "suggestions": [{"action": "Logout"}]}
            media-template-type | ERROR  | /carousel/cards/0/media | {"carousel": {"cards": [{"media": {"mediaUri": "https://a/b.pdf", "mediaName": "b.pdf"}}]}}
            media-template-type | WARNING | /media                 | {"media": {"mediaUri": "https://a/b.pdf", "mediaName": "b.pdf"}, "suggestions": [<replies 2>]}
            generic-media-type | WARNING | /media                  | {"header": "h", "media": {"mediaUri": "https://a/b.mp4", "mediaName": "b.mp4"}}
            button-header-length | ERROR | /header                 | {"header": "<text 641>", "suggestions": [<replies 4>]}
            generic-header-required | ERROR | /carousel/cards/1/header | {"carousel": {"cards": [{"header": "h", "text": "t"}, {"text": "t"}]}}
            generic-header-length | ERROR | /header                | {"header": "<text 81>", "text": "t"}
            generic-text-length | ERROR  | /text                   | {"header": "h", "text": "<text 81>"}
            generic-bare-header | WARNING |                        | {"header": "h"}
            generic-bare-header | WARNING | /carousel/cards/0      | {"carousel": {"cards": [{"header": "h"}]}}
            generic-bare-header | ERROR  | /carousel/cards/0       | {"carousel": {"cards": [{"header": "h"}, {"header": "h", "text": "t"}]}}
            product-mixed      | ERROR   |                         | {"text": "t", "suggestions": [<products 1>]}
            product-mixed      | ERROR   | /carousel               | {"carousel": {"cards": [{"suggestions": [<products 1>]}, {"suggestions": [<replies 1>]}]}}
            product-count      | ERROR   | /suggestions            | {"suggestions": [<products 11>]}
            """;

    private static final String SOUND =
            "{\"from\": \"1234567890\", \"to\": [{\"number\": \"6789012345678901\"}], \"body\": {\"content\": \"%s\"}}";

    private static final Pattern PLACEHOLDER = Pattern.compile("<(text|replies|products) (\\d+)>");

    private BadMessages() {}

    /** A message that breaks one rule, and where. */
    public record Bad(String rule, Severity severity, String pointer, ObjectNode msg) {

        @Override
        public String toString() {
            return severity + " " + rule + " at " + pointer;
        }
    }

    /** All of them. */
    public static Stream<Bad> all() {
        return Stream.concat(
                ENVELOPES.lines().map(line -> bad(line.split("\\s*\\|\\s*", 4), "")),
                ITEMS.lines().map(line -> bad(line.split("\\s*\\|\\s*", 4), Messages.ITEM)));
    }

    private static Bad bad(String[] row, String item) {
        try {
            ObjectNode given = (ObjectNode) MessengerJson.parse(expanded(row[3]));
            ObjectNode msg = (ObjectNode) MessengerJson.parse(SOUND.formatted(item.isEmpty() ? "t" : ""));
            if (item.isEmpty()) {
                msg.setAll(given);
            } else {
                msg.putObject("richContent").putArray("conversation").add(given);
            }
            return new Bad(row[0], Severity.valueOf(row[1]), item + row[2], msg);
        } catch (JsonShapeException e) {
            throw new IllegalStateException(String.join(" | ", row), e);
        }
    }

    private static String expanded(String json) {
        return PLACEHOLDER.matcher(json).replaceAll(found -> {
            int count = Integer.parseInt(found.group(2));
            return switch (found.group(1)) {
                case "text" -> "x".repeat(count);
                case "replies" -> listed("{\"action\": \"Reply\", \"label\": \"a\", \"postbackdata\": \"A\"}", count);
                default -> listed("{\"action\": \"ViewProduct\", \"product\": {\"id\": \"p\"}}", count);
            };
        });
    }

    private static String listed(String suggestion, int count) {
        return String.join(", ", Collections.nCopies(count, suggestion));
    }
}
