package io.github.camelcm.messenger.springboot;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the class of the starter's properties: one for each option of the component, and the starter's own. */
final class PropertiesSource {

    private static final String HEAD = """
            package io.github.camelcm.messenger.springboot;

            import java.time.Duration;
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.Set;
            import org.jspecify.annotations.Nullable;
            import org.springframework.boot.context.properties.ConfigurationProperties;

            /**
             * The options of the component {@code cm-messenger}. Made of the component's description by GeneratedPropertiesTest: do
             * not edit it.
             */
            @ConfigurationProperties(prefix = CmMessengerComponentAutoConfiguration.PREFIX, ignoreUnknownFields = false)
            public class CmMessengerComponentProperties {

                /** The options whose values are nobody's business. */
                static final Set<String> SECRETS = Set.of(%s);

                /** What was set, by the name of the option: only that is told to the component. */
                private final Map<String, Object> options = new LinkedHashMap<>();

                /** Whether these properties configure the component cm-messenger. */
                private boolean enabled = true;

                private final Customizer customizer = new Customizer();

                /**
                 * The SSL bundle of Spring Boot with which the gateway is called: whom to trust and who to be. Not together with
                 * ssl-context-parameters.
                 */
                private @Nullable String sslBundle;
            """;

    private static final String OWN_METHODS = """

                Map<String, Object> options() {
                    return options;
                }

                public boolean isEnabled() {
                    return enabled;
                }

                public void setEnabled(boolean enabled) {
                    this.enabled = enabled;
                }

                public Customizer getCustomizer() {
                    return customizer;
                }

                public @Nullable String getSslBundle() {
                    return sslBundle;
                }

                public void setSslBundle(@Nullable String sslBundle) {
                    this.sslBundle = sslBundle;
                }
            """;

    private static final String TAIL = """

                /** Whether the options are set when the component is made. */
                public static class Customizer {

                    /** Whether the options are set when the component is made. */
                    private boolean enabled = true;

                    public boolean isEnabled() {
                        return enabled;
                    }

                    public void setEnabled(boolean enabled) {
                        this.enabled = enabled;
                    }
                }
            }
            """;

    private PropertiesSource() {}

    static String of(List<ComponentOption> options) {
        return HEAD.formatted(options.stream()
                        .filter(ComponentOption::secret)
                        .map(option -> '"' + option.name() + '"')
                        .collect(Collectors.joining(", ")))
                + options.stream().map(PropertiesSource::field).collect(Collectors.joining())
                + OWN_METHODS
                + options.stream().map(PropertiesSource::methods).collect(Collectors.joining())
                + TAIL;
    }

    private static String field(ComponentOption option) {
        return "\n    /** " + option.description() + " */\n"
                + (option.isReference() ? "    @Reference\n" : "")
                + (option.deprecated() ? "    @Deprecated\n" : "")
                + "    private " + type(option) + " " + option.name() + initializer(option) + ";\n";
    }

    private static String initializer(ComponentOption option) {
        String value = option.defaultValue();
        if (value == null) {
            return "";
        }
        return " = "
                + switch (option.type()) {
                    case "string" -> "\"" + value + "\"";
                    case "enum" -> option.javaType() + "." + value;
                    case "duration" -> duration(option.defaultDuration().toMillis());
                    default -> value + (option.propertyType().equals("Long") ? "L" : "");
                };
    }

    /** With the simple name of the class, or Boot's annotation processor does not know the unit. */
    private static String duration(long millis) {
        return millis % 1000 == 0 ? "Duration.ofSeconds(" + millis / 1000 + ")" : "Duration.ofMillis(" + millis + ")";
    }

    private static String type(ComponentOption option) {
        return nullable(option.propertyType(), option.defaultValue() == null);
    }

    /** The annotation stands before the simple name of the type. */
    private static String nullable(String type, boolean nullable) {
        int end = type.lastIndexOf('.', type.contains("<") ? type.indexOf('<') : type.length()) + 1;
        return nullable ? type.substring(0, end) + "@Nullable " + type.substring(end) : type;
    }

    private static String methods(ComponentOption option) {
        String upper =
                Character.toUpperCase(option.name().charAt(0)) + option.name().substring(1);
        String deprecated = option.deprecated() ? "    @Deprecated\n" : "";
        return "\n%s    public %s get%s() {\n        return %s;\n    }\n"
                        .formatted(deprecated, type(option), upper, option.name())
                + "\n%s    public void set%s(%s %s) {\n        this.%s = %s;\n        options.put(\"%s\", %s);\n    }\n"
                        .formatted(
                                deprecated,
                                upper,
                                option.propertyType(),
                                option.name(),
                                option.name(),
                                option.name(),
                                option.name(),
                                option.name());
    }
}
