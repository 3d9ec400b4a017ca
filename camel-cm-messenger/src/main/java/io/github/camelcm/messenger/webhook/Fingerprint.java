package io.github.camelcm.messenger.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.InboundTree;
import io.github.camelcm.messenger.json.JsonShapeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By what a repeat is known, since CM.com gives its events no id: the SHA-256, as 64 lower-case hex digits, of
 *
 * <pre>
 * event  = text(kind's name) value
 * value  = 'o' count (text(name) value)*     an object: its members, sorted by name
 *        | 'a' count value*                  an array: its elements, in order
 *        | 's' text                          a text, a number, a truth value
 *        | 's' text("")                      whatever is empty, as an element of an array
 * text   = count char*                       a char is its UTF-16 code unit, a tag too; a count has 4 bytes; high bytes first
 * </pre>
 *
 * <p>of the event without the members that say nothing, as {@link InboundTree#normalised} leaves it. Names are in lower
 * case; of names that differ in case only, the one that came first is first. A number is its text: 2 is {@code "2"}, but
 * not {@code 2.0}. So white space, the order and case of names, and how CM.com writes what is absent make no
 * difference; every other difference does, since each part carries its length.
 */
public final class Fingerprint {

    private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name);

    private record Member(String name, JsonNode value) {}

    private Fingerprint() {}

    /**
     * The fingerprint of one event as it came: for a status report, one {@code msg}.
     *
     * @throws IllegalArgumentException if the event is deeper than 1000 levels, which no JSON is that was read here
     */
    public static String of(EventKind kind, JsonNode event) {
        try {
            return ofNormalised(kind, InboundTree.normalised(event));
        } catch (JsonShapeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static String ofNormalised(EventKind kind, JsonNode event) {
        FramedDigest digest = new FramedDigest();
        digest.text(kind.name());
        value(digest, event);
        return digest.hex();
    }

    private static void value(FramedDigest digest, JsonNode value) {
        if (InboundTree.isEmpty(value)) {
            digest.put('s');
            digest.text("");
        } else if (value.isObject()) {
            digest.put('o');
            digest.count(value.size());
            for (Member member : sorted(value)) {
                digest.text(member.name());
                value(digest, member.value());
            }
        } else if (value.isArray()) {
            digest.put('a');
            digest.count(value.size());
            value.forEach(element -> value(digest, element));
        } else {
            digest.put('s');
            digest.text(value.asText());
        }
    }

    /** The sort keeps the order of equal names. */
    private static List<Member> sorted(JsonNode object) {
        List<Member> members = new ArrayList<>(object.size());
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.add(new Member(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
        }
        members.sort(BY_NAME);
        return members;
    }
}
