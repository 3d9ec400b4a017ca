package io.github.camelcm.messenger.rules.oracle;

import static io.github.camelcm.messenger.rules.oracle.OracleJson.characters;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.elements;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.has;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.member;
import static io.github.camelcm.messenger.rules.oracle.OracleJson.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one item becomes, and the table "Items and templates". */
final class OracleMatrix {

    /** Something of which a message is made: the item itself without a carousel, else a card. */
    private record Element(JsonNode node, String at) {

        List<JsonNode> suggestions() {
            return elements(node, "suggestions");
        }

        boolean hasMedia() {
            return OracleMedia.isPresent(member(node, "media"));
        }

        boolean hasTextMediaOrHeader() {
            return has(node, "text") || hasMedia() || has(node, "header");
        }

        boolean isOnlyProducts() {
            return !suggestions().isEmpty() && suggestions().stream().allMatch(s -> isA("ViewProduct", s));
        }
    }

    private final Element item;
    private final JsonNode carousel;
    private final List<Element> elements = new ArrayList<>();
    private final Set<Finding> found;

    private final Set<String> quickReplies = new HashSet<>();
    private final List<String> arraysOfQuickReplies = new ArrayList<>();

    OracleMatrix(JsonNode item, String at, Set<Finding> found) {
        this.item = new Element(item, at);
        this.carousel = member(item, "carousel");
        this.found = found;
        if (carousel == null) {
            elements.add(this.item);
        } else {
            for (JsonNode card : elements(carousel, "cards")) {
                elements.add(new Element(card, at + "/carousel/cards/" + elements.size()));
            }
        }
    }

    /** The row of the input matrix, 1 to 16, in the order of the table. */
    static int row(JsonNode element) {
        boolean text = has(element, "text");
        boolean media = OracleMedia.isPresent(member(element, "media"));
        boolean suggestions = has(element, "suggestions");
        boolean header = has(element, "header");
        return 1 + (text ? 8 : 0) + (media ? 4 : 0) + (suggestions ? 2 : 0) + (header ? 1 : 0);
    }

    /** Pointers of the suggestions that become quick replies; known after {@link #check()}. */
    Set<String> quickReplies() {
        return quickReplies;
    }

    void check() {
        checkBesideCarousel();
        if (carousel != null && (elements.isEmpty() || elements.size() > 10)) {
            error("card-count", item.at() + "/carousel/cards");
        } else if (isProductMixed()) {
            error(
                    "product-mixed",
                    elements.size() > 1
                            ? item.at() + "/carousel"
                            : elements.get(0).at());
        } else if (elements.size() == 1 && !isSupported(elements.get(0))) {
            error("not-supported", elements.get(0).at());
        } else {
            checkTemplates();
        }
    }

    private void checkBesideCarousel() {
        if (carousel != null && has(item.node(), "header")) {
            warning("beside-carousel", item.at() + "/header");
        }
        if (carousel != null && item.hasMedia()) {
            warning("beside-carousel", item.at() + "/media");
        }
    }

    private boolean isProductMixed() {
        List<JsonNode> all =
                elements.stream().flatMap(e -> e.suggestions().stream()).toList();
        boolean anyProduct = all.stream().anyMatch(s -> isA("ViewProduct", s));
        boolean anyOther = all.stream().anyMatch(s -> !isA("ViewProduct", s));
        return anyProduct && (anyOther || elements.stream().anyMatch(Element::hasTextMediaOrHeader));
    }

    private static boolean isSupported(Element element) {
        return switch (row(element.node())) {
            case 1, 15 -> false;
            case 3 -> element.isOnlyProducts();
            default -> true;
        };
    }

    private void checkTemplates() {
        if (elements.size() == 1) {
            checkByRow(elements.get(0));
        } else if (!elements.stream().allMatch(Element::isOnlyProducts)) {
            elements.forEach(card -> checkGeneric(card, "ERROR"));
        }
        if (carousel != null) {
            checkLength(item, "text", "text-length", 2000);
            becomeQuickReplies(item, "quick-reply-action");
        }
        checkQuickReplyCount();
        checkProductCount();
    }

    private void checkByRow(Element element) {
        switch (row(element.node())) {
            case 2, 6, 8, 10, 12, 14, 16 -> checkGeneric(element, "WARNING");
            case 4 -> {
                checkLength(element, "header", "button-header-length", 640);
                checkOverflow(element, 3);
            }
            case 5 -> {
                // Media alone is a media message for an item, a media template for a card.
                if (carousel != null) {
                    checkMediaTemplate(element);
                }
            }
            case 7 -> {
                checkMediaTemplate(element);
                checkOverflow(element, 1);
            }
            case 9, 13 -> checkLength(element, "text", "text-length", 2000);
            case 11 -> {
                checkLength(element, "text", "text-length", 2000);
                becomeQuickReplies(element, "quick-reply-action");
            }
            default -> {}
        }
    }

    private void checkGeneric(Element element, String severityOfBareHeader) {
        if (!has(element.node(), "header")) {
            error("generic-header-required", element.at() + "/header");
        }
        checkLength(element, "header", "generic-header-length", 80);
        checkLength(element, "text", "generic-text-length", 80);
        if (!has(element.node(), "text")
                && !element.hasMedia()
                && element.suggestions().isEmpty()) {
            found.add(new Finding("generic-bare-header", severityOfBareHeader, element.at()));
        }
        if (element.hasMedia()) {
            String kind = OracleMedia.kind(member(element.node(), "media"));
            if (kind != null && !kind.equals("image")) {
                warning("generic-media-type", element.at() + "/media");
            }
        }
        checkOverflow(element, 3);
    }

    private void checkMediaTemplate(Element element) {
        String kind = OracleMedia.kind(member(element.node(), "media"));
        if (kind == null || kind.equals("image") || kind.equals("video")) {
            return;
        }
        List<JsonNode> suggestions = element.suggestions();
        boolean onlyReplies = !suggestions.isEmpty() && suggestions.stream().allMatch(s -> isA("Reply", s));
        found.add(new Finding("media-template-type", onlyReplies ? "WARNING" : "ERROR", element.at() + "/media"));
    }

    private void checkOverflow(Element element, int buttons) {
        if (element.suggestions().size() > buttons) {
            becomeQuickReplies(element, "overflow-action");
        }
    }

    private void becomeQuickReplies(Element element, String ruleForOtherActions) {
        List<JsonNode> suggestions = element.suggestions();
        for (int i = 0; i < suggestions.size(); i++) {
            String pointer = element.at() + "/suggestions/" + i;
            quickReplies.add(pointer);
            arraysOfQuickReplies.add(element.at() + "/suggestions");
            String action = OracleFields.action(suggestions.get(i));
            // An unknown action has its own violation, and is asked nothing else.
            if (action != null && !action.equals("Reply")) {
                error(ruleForOtherActions, pointer + "/action");
            }
        }
    }

    private void checkQuickReplyCount() {
        if (quickReplies.size() > 13) {
            boolean oneArray = Set.copyOf(arraysOfQuickReplies).size() == 1;
            error("quick-reply-count", oneArray ? arraysOfQuickReplies.get(0) : item.at() + "/suggestions");
        }
    }

    private void checkProductCount() {
        long products = elements.stream()
                .flatMap(e -> e.suggestions().stream())
                .filter(s -> isA("ViewProduct", s))
                .count();
        if (products > 10) {
            error(
                    "product-count",
                    elements.size() > 1
                            ? item.at() + "/carousel/cards"
                            : elements.get(0).at() + "/suggestions");
        }
    }

    private void checkLength(Element element, String name, String rule, int limit) {
        String value = string(element.node(), name);
        if (value != null && characters(value) > limit) {
            error(rule, element.at() + "/" + name);
        }
    }

    private static boolean isA(String action, JsonNode suggestion) {
        return action.equals(OracleFields.action(suggestion));
    }

    private void error(String rule, String at) {
        found.add(new Finding(rule, "ERROR", at));
    }

    private void warning(String rule, String at) {
        found.add(new Finding(rule, "WARNING", at));
    }
}
