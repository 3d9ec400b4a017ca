package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Faults of one suggestion. */
final class GeneratorSuggestionFaults {

    private static final List<String> BAD_ACTIONS = List.of(
            "Open Url",
            "OPEN_URL",
            "Replay",
            "Reply ",
            "View Product",
            "ViewProducts",
            "Call",
            "postback",
            "calendar",
            "Log-in",
            "👋");

    private final GeneratorValues values;
    private final GeneratorParts parts;
    private final GeneratorNames names;

    GeneratorSuggestionFaults(GeneratorValues values, GeneratorParts parts, GeneratorNames names) {
        this.values = values;
        this.parts = parts;
        this.names = names;
    }

    void add(ObjectNode suggestion) {
        switch (values.between(0, 4)) {
            case 0 -> replaceAction(suggestion);
            case 1 -> {
                if (suggestion.has("label")) {
                    omitOr(suggestion, "label", values.over(20));
                } else {
                    suggestion.put("label", values.upTo(20));
                }
            }
            case 2 -> {
                suggestion.put("postbackdata", values.over(1000));
                if (values.chance(0.3)) {
                    suggestion.putObject("media").put("mediaUri", values.badUrl());
                }
            }
            default -> target(suggestion);
        }
    }

    private void replaceAction(ObjectNode suggestion) {
        if (values.chance(0.4)) {
            suggestion.put("action", values.pick(OracleFields.ACTIONS));
        } else if (values.chance(0.15)) {
            suggestion.removeAll();
        } else {
            omitOr(suggestion, "action", values.pick(BAD_ACTIONS));
        }
    }

    private void target(ObjectNode suggestion) {
        switch (suggestion.path("action").asText()) {
            case "Reply" -> names.omit(suggestion, "postbackdata");
            case "OpenUrl" -> omitOr(suggestion, "url", values.badUrl());
            case "Login" ->
                omitOr(
                        suggestion,
                        "url",
                        values.chance(0.5)
                                ? values.badUrl()
                                : values.pick(
                                        List.of("http://example.com/login", "HTTP://example.com", "Http://https://x")));
            case "Dial" -> {
                if (values.chance(0.2)) {
                    suggestion.remove("dial");
                } else {
                    omitOr(suggestion.withObject("/dial"), "phoneNumber", values.badPhone());
                }
            }
            case "ViewProduct" -> {
                if (values.chance(0.3)) {
                    suggestion.remove("product");
                } else {
                    names.omit(suggestion.withObject("/product"), "id");
                }
            }
            default -> suggestion.put("label", values.over(20));
        }
    }

    private void omitOr(ObjectNode object, String name, String bad) {
        if (values.chance(0.35)) {
            names.omit(object, name);
        } else {
            object.put(name, bad);
        }
    }
}
