package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The source of an endpoint builder, as the component's JSON wants it. */
final class EndpointBuilderSource {

    private static final String CLASS = """
            package io.github.camelcm.messenger;

            import org.apache.camel.builder.Endpoint%1$sBuilder;

            /**
             * An endpoint of %2$s for routes in Java; see {@link CmMessengerEndpoints}. Written by EndpointBuildersTest.
             */
            public final class CmMessenger%1$sBuilder extends EndpointUriBuilder implements Endpoint%1$sBuilder {

                CmMessenger%1$sBuilder(String pageId) {
                    super(pageId);
                }
            """;

    private static final String METHOD = """

                /** %3$s */
                public CmMessenger%1$sBuilder %2$s(%4$s value) {
                    %5$s
                    return this;
                }
            """;

    private final String side;
    private final String label;

    EndpointBuilderSource(String side, String label) {
        this.side = side;
        this.label = label;
    }

    String write() {
        StringBuilder source = new StringBuilder(CLASS.formatted(side, label + "s"));
        for (Map.Entry<String, JsonNode> option : Metadata.members("properties")) {
            List<String> labels =
                    Arrays.asList(option.getValue().path("label").asText().split(","));
            if (labels.contains(label)) {
                types(option.getValue())
                        .forEach(type -> source.append(method(option.getKey(), option.getValue(), type)));
            }
        }
        return source.append("}\n").toString();
    }

    /** The type of the option, and a text for placeholders and names of beans. */
    private static List<String> types(JsonNode option) {
        List<String> types = new ArrayList<>();
        String javaType = option.path("javaType").asText();
        switch (option.path("type").asText()) {
            case "boolean", "integer" -> types.add(javaType);
            case "duration" -> types.add("java.time.Duration");
            case "enum" -> {
                if (javaType.startsWith("io.github.camelcm.messenger.")
                        || javaType.equals("org.apache.camel.ExchangePattern")) {
                    types.add(javaType.replace("io.github.camelcm.messenger.", ""));
                }
            }
            default -> {}
        }
        types.add("String");
        return types;
    }

    private String method(String name, JsonNode option, String type) {
        String set = option.path("secret").asBoolean()
                ? "raw(\"" + name + "\", value);"
                : "doSetProperty(\"" + name + "\", value" + (type.endsWith("Duration") ? ".toMillis()" : "") + ");";
        return METHOD.formatted(side, name, text(option), type, set);
    }

    private static String text(JsonNode option) {
        String text = option.path("description")
                .asText()
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;");
        return text.replace("*/", "*&#47;").replace("@", "&#64;") + (text.endsWith(".") ? "" : ".");
    }
}
