package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Parts of a message without a fault, in every row of the matrix that has one. */
final class GeneratorParts {

    private static final List<String> KINDS = List.of("image", "video", "audio", "application", "text");

    private static final List<String> EXTENSIONS =
            OracleMedia.MIME_TYPES.keySet().stream().sorted().toList();

    private static final List<Integer> ROWS = List.of(3, 3, 4, 4, 5, 6, 7, 7, 8, 8, 9, 10, 11, 11, 12, 13, 14, 16);

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final GeneratorValues values;

    GeneratorParts(GeneratorValues values) {
        this.values = values;
    }

    ObjectNode message() {
        ObjectNode msg = json.objectNode();
        msg.put("from", values.digits(values.between(1, 20)));
        ArrayNode to = msg.putArray("to");
        for (int i = values.chance(0.8) ? 1 : 2; i > 0; i--) {
            to.addObject().put("number", values.digits(values.chance(0.2) ? values.between(31, 32) : 16));
        }
        if (values.chance(0.5)) {
            channels(msg);
        }
        if (values.chance(0.2)) {
            msg.put("reference", values.goodReference());
        }
        if (values.chance(0.15)) {
            msg.put("validity", values.goodValidity());
        }
        for (String grouping : List.of("customGrouping", "customGrouping2", "customGrouping3")) {
            if (values.chance(0.07)) {
                msg.put(grouping, values.upTo(100));
            }
        }
        content(msg);
        return msg;
    }

    private void channels(ObjectNode msg) {
        ArrayNode channels = msg.putArray("allowedChannels");
        for (int i = values.between(0, 2); i > 0; i--) {
            channels.add(values.pick(OracleEnvelope.CHANNELS));
        }
        channels.insert(values.between(0, channels.size()), OracleEnvelope.MESSENGER);
    }

    private void content(ObjectNode msg) {
        boolean bodyOnly = values.chance(0.1);
        if (bodyOnly || values.chance(0.6)) {
            ObjectNode body = msg.putObject("body");
            // Beside an item the length of the body is nobody's concern.
            body.put("content", bodyOnly ? values.upTo(2000) : values.chance(0.05) ? values.over(2000) : "");
            if (values.chance(0.4)) {
                body.put("type", "auto");
            }
        }
        if (bodyOnly) {
            return;
        }
        ObjectNode richContent = msg.putObject("richContent");
        ArrayNode conversation = richContent.putArray("conversation");
        for (int i = values.chance(0.75) ? 1 : values.between(2, 3); i > 0; i--) {
            conversation.add(item());
        }
        if (values.chance(0.06)) {
            richContent.set("suggestions", suggestions(values.between(1, 4), false));
        }
    }

    ObjectNode item() {
        ObjectNode item;
        if (values.chance(0.6)) {
            item = element(values.pick(ROWS), false);
        } else {
            item = json.objectNode();
            carousel(item);
        }
        if (values.chance(0.05)) {
            item.put("tag", values.pick(OracleFields.TAGS));
        }
        return item;
    }

    private void carousel(ObjectNode item) {
        ArrayNode cards = item.putObject("carousel").putArray("cards");
        int quickReplies = 13;
        if (values.chance(0.5)) {
            ObjectNode card = element(values.pick(ROWS), true);
            cards.add(card);
            quickReplies -= card.path("suggestions").size();
        } else if (values.chance(0.25)) {
            int number = values.chance(0.3) ? 10 : values.between(2, 9);
            for (int i = 0; i < number; i++) {
                cards.addObject().set("suggestions", products(number <= 5 ? values.between(1, 2) : 1));
            }
        } else {
            for (int i = values.chance(0.3) ? 10 : values.between(2, 9); i > 0; i--) {
                ObjectNode card = element(values.pick(List.of(6, 10, 14)), true);
                if (values.chance(0.5)) {
                    int number = values.chance(0.2) && quickReplies >= 4
                            ? values.between(4, quickReplies)
                            : values.between(1, 3);
                    card.set("suggestions", suggestions(number, number > 3));
                    quickReplies -= number > 3 ? number : 0;
                }
                cards.add(card);
            }
        }
        if (values.chance(0.2)) {
            item.put("text", values.upTo(2000));
        }
        if (values.chance(0.2) && quickReplies > 0) {
            item.set(
                    "suggestions",
                    suggestions(values.chance(0.4) ? quickReplies : values.between(1, quickReplies), true));
        }
    }

    /** An item or a card of that row, without a fault if the row allows it. */
    ObjectNode element(int row, boolean card) {
        boolean text = row > 8;
        boolean media = (row - 1 & 4) != 0;
        boolean suggestions = (row - 1 & 2) != 0;
        boolean header = (row - 1 & 1) != 0;
        boolean generic = header && row != 4;
        ObjectNode element = json.objectNode();
        if (header) {
            element.put("header", values.upTo(generic ? 80 : 640));
        }
        if (text) {
            element.put("text", values.upTo(generic ? 80 : 2000));
        }
        if (media) {
            boolean template = row == 7 || (row == 5 && card);
            element.set("media", media(generic ? "image" : values.pick(template ? KINDS.subList(0, 2) : KINDS)));
        }
        if (suggestions) {
            element.set(
                    "suggestions",
                    row == 3
                            ? products(values.chance(0.3) ? 10 : values.between(1, 9))
                            : suggestionsOf(row == 11 ? 0 : row == 7 ? 1 : 3));
        }
        return element;
    }

    private ArrayNode suggestionsOf(int buttons) {
        if (buttons > 0 && values.chance(0.6)) {
            return suggestions(values.between(1, buttons), false);
        }
        return suggestions(values.chance(0.3) ? 13 : values.between(buttons + 1, 12), true);
    }

    ArrayNode suggestions(int number, boolean onlyReplies) {
        ArrayNode suggestions = json.arrayNode();
        for (int i = 0; i < number; i++) {
            suggestions.add(suggestion(onlyReplies ? "Reply" : values.pick(OracleFields.ACTIONS.subList(0, 5))));
        }
        return suggestions;
    }

    private ArrayNode products(int number) {
        ArrayNode products = json.arrayNode();
        for (int i = 0; i < number; i++) {
            products.add(suggestion("ViewProduct"));
        }
        return products;
    }

    ObjectNode suggestion(String action) {
        ObjectNode suggestion = json.objectNode().put("action", action);
        switch (action) {
            case "Reply" -> suggestion.put("label", values.upTo(20)).put("postbackdata", values.upTo(1000));
            case "OpenUrl" -> suggestion.put("label", values.upTo(20)).put("url", values.goodUrl());
            case "Dial" ->
                suggestion.put("label", values.upTo(20)).putObject("dial").put("phoneNumber", values.goodPhone());
            case "Login" -> suggestion.put("url", values.goodHttpsUrl());
            case "ViewProduct" -> suggestion.putObject("product").put("id", values.pick(List.of("tshirt_001", "17")));
            default -> {}
        }
        if (values.chance(0.08)) {
            suggestion.putObject("media").put("mediaUri", values.goodUrl("/thumb.png"));
        }
        if (values.chance(0.04)) {
            withoutConsequence(suggestion, action);
        }
        return suggestion;
    }

    /** A member that belongs to another action, so nobody asks how it is formed. */
    private void withoutConsequence(ObjectNode suggestion, String action) {
        if (!suggestion.has("url")) {
            suggestion.put("url", values.badUrl());
        } else if (!suggestion.has("dial")) {
            suggestion.putObject("dial").put("phoneNumber", values.badPhone());
        }
        if (!action.equals("ViewProduct")) {
            suggestion.putObject("product").put("id", " ");
        }
    }

    /** Media of that kind, the kind told in one of the ways the page knows. */
    ObjectNode media(String kind) {
        ObjectNode media = json.objectNode();
        String extension = values.pick(
                EXTENSIONS.stream().filter(e -> kindOf(e).equals(kind)).toList());
        List<String> mimeTypes = OracleMedia.MIME_TYPES.get(extension).stream()
                .filter(m -> m.startsWith(kind))
                .toList();
        String spelled = values.chance(0.1) ? extension.toUpperCase(Locale.ROOT) : extension;
        media.put("mediaName", values.pick(List.of("file.", "a.b.", "my file.", "👋.")) + spelled);
        media.put("mediaUri", values.goodUrl("/media/17"));
        switch (values.between(0, 5)) {
            case 0 -> {}
            case 1 ->
                media.put(
                        "mimeType",
                        values.pick(List.of(
                                "application/octet-stream",
                                "APPLICATION/Octet-Stream",
                                "application/octet-stream; x=y",
                                "/png",
                                " / ",
                                "octets",
                                kind)));
            case 2 -> media.put("mimeType", kind + values.pick(List.of("/x-other", "/", "/*")));
            case 3 -> {
                media.put("mediaName", values.pick(List.of("file.xyz", "file.12345678", "v1.0")));
                media.put(
                        "mediaUri",
                        values.goodUrl("/media/file." + spelled
                                + values.pick(List.of("", "?a=b.csv", "#c.csv", "?a=/b/c.zip#d/e.txt"))));
            }
            case 4 -> {
                media.put("mediaName", "file.xyz");
                media.put(
                        "mediaUri",
                        values.goodUrl(values.pick(List.of(
                                "",
                                "?a=b.csv",
                                "#c.zip",
                                "/dir.csv/file",
                                "/get?f=/b.txt",
                                "/a.csv;v=1",
                                "/a.csv.unknown",
                                "/.csv",
                                "/a.123456789",
                                "/"))));
            }
            default ->
                media.put(
                        "mimeType",
                        values.pick(List.of("%s", " %s ", "%s; charset=binary", "%s;q"))
                                .formatted(
                                        values.chance(0.2)
                                                ? mimeTypes.get(0).toUpperCase(Locale.ROOT)
                                                : values.pick(mimeTypes)));
        }
        return media;
    }

    private static String kindOf(String extension) {
        String mimeType = OracleMedia.MIME_TYPES.get(extension).get(0);
        return mimeType.substring(0, mimeType.indexOf('/'));
    }
}
