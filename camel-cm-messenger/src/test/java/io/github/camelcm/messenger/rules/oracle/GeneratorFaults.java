package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.buttonAndMediaTemplates;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.buttons;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.carousels;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.children;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.elements;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.items;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.medias;
import static io.github.camelcm.messenger.rules.oracle.GeneratorPlaces.suggestions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Puts faults into a message of canonical spelling. A fault without a fit place changes nothing. */
final class GeneratorFaults {

    private static final List<String> BAD_TAGS = List.of(
            "human_agent",
            "Account_Update",
            "PAIRING_UPDATE",
            "ACCOUNT UPDATE",
            "HUMAN_AGENT ",
            "ISSUE_RESOLUTION",
            "👋");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final GeneratorValues values;
    private final GeneratorParts parts;
    private final GeneratorNames names;
    private final GeneratorSuggestionFaults suggestionFaults;

    GeneratorFaults(GeneratorValues values, GeneratorParts parts) {
        this.values = values;
        this.parts = parts;
        this.names = new GeneratorNames(values);
        this.suggestionFaults = new GeneratorSuggestionFaults(values, parts, names);
    }

    void add(ObjectNode msg) {
        switch (values.between(0, 10)) {
            case 0, 1 -> envelope(msg);
            case 2 -> names.addUnknown(msg);
            case 3, 4 -> pickFrom(items(msg), this::item);
            case 5 -> pickFrom(elements(msg), this::element);
            case 6 -> pickFrom(medias(msg), this::media);
            case 7 -> pickFrom(carousels(msg), this::carousel);
            case 8 -> pickFrom(buttonAndMediaTemplates(msg), this::template);
            default -> pickFrom(values.chance(0.4) ? buttons(msg) : suggestions(msg), suggestionFaults::add);
        }
    }

    private <T> void pickFrom(List<T> places, Consumer<T> fault) {
        if (!places.isEmpty()) {
            fault.accept(values.pick(places));
        }
    }

    private void envelope(ObjectNode msg) {
        switch (values.between(0, 11)) {
            case 0 -> omit(msg, "from");
            case 1 -> msg.put("from", values.badFrom());
            case 2 -> noRecipient(msg);
            case 3 -> pickFrom(children(msg, "to"), to -> to.put("number", values.badPsid()));
            case 4 -> {
                omit(msg, values.chance(0.7) ? "richContent" : "body");
                if (values.chance(0.3)) {
                    omit(msg.withObject("/body"), "content");
                }
            }
            case 5 -> {
                msg.remove("richContent");
                msg.putObject("body").put("content", values.over(2000));
            }
            case 6, 7 -> names.breakAString(msg);
            case 8 -> badChannels(msg);
            case 9 -> msg.put("reference", values.badReference());
            case 10 ->
                msg.put(values.pick(List.of("customGrouping", "customGrouping2", "customGrouping3")), values.over(100));
            default -> msg.put("validity", values.badValidity());
        }
    }

    private void noRecipient(ObjectNode msg) {
        if (values.chance(0.4)) {
            msg.remove("to");
        } else if (values.chance(0.3)) {
            msg.putArray("to");
        } else {
            pickFrom(children(msg, "to"), to -> omit(to, "number"));
        }
    }

    private void badChannels(ObjectNode msg) {
        ArrayNode channels = msg.withArray("/allowedChannels");
        if (values.chance(0.4)) {
            channels.removeAll();
            channels.add(values.pick(OracleEnvelope.CHANNELS.subList(1, OracleEnvelope.CHANNELS.size())));
        }
        if (values.chance(0.7)) {
            channels.insert(values.between(0, channels.size()), values.badChannel());
        }
    }

    private void item(ObjectNode item) {
        boolean carousel = item.has("carousel");
        switch (values.between(0, 5)) {
            case 0 -> item.put("tag", values.pick(values.chance(0.7) ? BAD_TAGS : OracleFields.TAGS));
            case 1 -> item.put("text", values.over(values.chance(0.5) ? 80 : 2000));
            case 2 -> {
                if (carousel) {
                    item.put("header", values.upTo(80));
                } else {
                    item.setAll(randomElement(false));
                }
            }
            case 3 -> {
                if (carousel) {
                    item.set("media", parts.media("image"));
                } else {
                    item.set(
                            "carousel",
                            json.objectNode().set("cards", json.arrayNode().add(parts.element(3, true))));
                }
            }
            case 4 -> item.set("suggestions", parts.suggestions(values.between(1, 15), values.chance(0.6)));
            default -> {
                ObjectNode drawn = randomElement(false);
                item.removeAll();
                item.setAll(drawn);
            }
        }
    }

    /** Any of the sixteen rows. */
    private ObjectNode randomElement(boolean card) {
        ObjectNode element = json.objectNode();
        int row = values.chance(0.4) ? values.pick(List.of(1, 2, 3, 15)) : values.between(1, 16);
        element.setAll(parts.element(row, card));
        if (row == 3 && values.chance(0.5)) {
            element.set("suggestions", parts.suggestions(values.between(1, 5), values.chance(0.5)));
        }
        return element;
    }

    /** Of an item or of a card. */
    private void element(ObjectNode element) {
        switch (values.between(0, 8)) {
            case 0 -> element.put("header", values.over(values.chance(0.8) ? 80 : 640));
            case 1 -> element.put("text", values.over(element.has("header") ? 80 : 2000));
            case 2 -> omit(element, values.pick(List.of("header", "text", "media", "suggestions")));
            case 3 -> element.retain("header", "carousel");
            case 4 -> element.set("media", parts.media(values.pick(List.of("audio", "application", "video", "text"))));
            case 5 -> {
                ArrayNode suggestions = json.arrayNode().addAll(parts.suggestions(values.between(0, 15), true));
                element.set("suggestions", suggestions);
                if (values.chance(0.3)) {
                    suggestions.add(parts.suggestion(values.pick(OracleFields.ACTIONS)));
                }
            }
            case 6 -> element.withArray("/suggestions").add(parts.suggestion("ViewProduct"));
            // Arrays of 13 replies are frequent, so this is often the one too many.
            case 7 -> element.withArray("/suggestions").add(parts.suggestion("Reply"));
            default -> {
                ArrayNode products = element.putArray("suggestions");
                for (int i = values.between(9, 12); i > 0; i--) {
                    products.add(parts.suggestion("ViewProduct"));
                }
                if (values.chance(0.7)) {
                    element.remove(List.of("text", "header", "media"));
                }
            }
        }
    }

    private void template(ObjectNode element) {
        if (element.path("header").isTextual()) {
            element.put("header", values.over(640));
            return;
        }
        element.set("media", parts.media(values.pick(List.of("audio", "application", "text"))));
        if (element.has("suggestions") && values.chance(0.4)) {
            element.set("suggestions", parts.suggestions(values.between(1, 3), true));
        }
    }

    private void media(ObjectNode holder) {
        ObjectNode media = (ObjectNode) holder.get("media");
        switch (values.between(0, 7)) {
            case 0 -> {
                ArrayNode several = json.arrayNode().add(media);
                holder.set("media", values.chance(0.5) ? several : several.add(parts.media("image")));
            }
            case 1 -> omit(media, "mediaUri");
            case 2 -> media.put("mediaUri", values.badUrl());
            case 3 -> omit(media, "mediaName");
            case 4 ->
                media.put(
                        "mediaName",
                        values.pick(List.of(
                                "photo",
                                ".jpg",
                                "photo.",
                                "photo.123456789",
                                "photo.jp g",
                                "photo.jpg ",
                                "photo.jpg\n",
                                "photo.jpé",
                                "photo.tar_gz",
                                "42")));
            case 5 ->
                media.put(
                        "mimeType",
                        values.pick(List.of(
                                "image/png",
                                "video/mp4",
                                "audio/mpeg",
                                "application/pdf",
                                "IMAGE/JPG",
                                "text/plain; charset=utf-8",
                                "audio/x-unheard-of")));
            case 6 -> media.put("mediaName", "file." + values.pick(List.of("jpg", "mp4", "mp3", "pdf", "OGG", "xyz")));
            default -> {
                media.removeAll();
                media.put(
                        values.pick(List.of("mimeType", "mediaName", "title")),
                        values.pick(List.of("image/png", "a.png")));
            }
        }
    }

    private void carousel(ObjectNode item) {
        ObjectNode carousel = (ObjectNode) item.get("carousel");
        ArrayNode cards = carousel.withArray("/cards");
        switch (values.between(0, 5)) {
            case 0 -> omit(carousel, "cards");
            case 1 -> {
                for (int i = values.between(11, 12) - cards.size(); i > 0; i--) {
                    cards.add(parts.element(10, true));
                }
            }
            case 2 -> cards.add(randomElement(true));
            case 3 -> {
                cards.removeAll();
                cards.add(randomElement(true));
            }
            case 4 -> {
                ArrayNode products = cards.removeAll().addObject().putArray("suggestions");
                for (int i = values.between(1, 12); i > 0; i--) {
                    products.add(parts.suggestion("ViewProduct"));
                }
                cards.addObject();
            }
            default -> {
                for (JsonNode card : cards) {
                    ((ObjectNode) card).set("suggestions", parts.suggestions(values.between(3, 5), values.chance(0.8)));
                }
            }
        }
    }

    private void omit(ObjectNode object, String name) {
        names.omit(object, name);
    }
}
