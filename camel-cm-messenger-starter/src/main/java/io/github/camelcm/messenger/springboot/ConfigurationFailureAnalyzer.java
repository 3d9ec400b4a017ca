package io.github.camelcm.messenger.springboot;

import io.github.camelcm.messenger.CmMessengerComponentConfigurer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/**
 * Says what to set when the application does not start because of a wrong option of the component {@code cm-messenger}.
 * Failures of others are left to others.
 */
final class ConfigurationFailureAnalyzer implements FailureAnalyzer, Ordered {

    private static final String PREFIX = CmMessengerComponentAutoConfiguration.PREFIX + ".";

    /** The component and the starter: both say in a sentence or two what is wrong, and what is allowed. */
    private static final String OWN_CLASSES = "io.github.camelcm.messenger.";

    /** An option in an error: its first word, or any word in camel case. */
    private static final Pattern OPTION = Pattern.compile("^[a-z]\\w*|\\b[a-z]+[A-Z]\\w*");

    private static final CmMessengerComponentConfigurer OPTIONS = new CmMessengerComponentConfigurer();

    /** Before Boot's own, which would show the value of a misspelt product token. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(100)
                .toList();
        UnboundConfigurationPropertiesException unknown = last(causes, UnboundConfigurationPropertiesException.class);
        if (unknown != null) {
            return unknown(unknown);
        }
        if (last(causes, BindException.class) != null) {
            return null; // Boot names the property, its origin, and what is wrong
        }
        return causes.stream()
                .filter(ConfigurationFailureAnalyzer::isOwn)
                .reduce((first, second) -> second)
                .map(own -> wrong(own, causes))
                .orElse(null);
    }

    private static <T> @Nullable T last(List<Throwable> causes, Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static boolean isOwn(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException)
                && stack.length > 0
                && stack[0].getClassName().startsWith(OWN_CLASSES);
    }

    private static @Nullable FailureAnalysis unknown(UnboundConfigurationPropertiesException failure) {
        List<ConfigurationProperty> own = failure.getUnboundProperties().stream()
                .filter(property -> property.getName().toString().startsWith(PREFIX))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        String names = own.stream()
                .map(property -> property.getName() + place(property))
                .collect(Collectors.joining(", "));
        return new FailureAnalysis(
                "The component cm-messenger has no such option: " + names + ".",
                "Correct the name, or remove it. The options are those of the component's page, in lower case with hyphens,"
                        + " such as " + PREFIX + "product-token.",
                failure);
    }

    private static String place(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    /** The first sentence says what is wrong, further ones what to do. */
    private static FailureAnalysis wrong(Throwable own, List<Throwable> causes) {
        String message = String.valueOf(own.getMessage());
        String[] sentences = message.split("(?<=\\.) (?=[A-Z])", 2);
        String action = sentences.length > 1 ? sentences[1] : correct(message);
        return new FailureAnalysis(route(causes) + ended(sentences[0]), ended(action), own);
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String correct(String message) {
        Set<String> properties = new TreeSet<>();
        Matcher words = OPTION.matcher(message);
        while (words.find()) {
            if (OPTIONS.getOptionType(words.group(), false) != null) {
                properties.add(PREFIX + StringHelper.camelCaseToDash(words.group()));
            }
        }
        return properties.isEmpty()
                ? "Correct the options of the component cm-messenger"
                : "Correct " + String.join(" or ", properties) + ", or that option of the endpoint";
    }

    private static String route(List<Throwable> causes) {
        FailedToStartRouteException start = last(causes, FailedToStartRouteException.class);
        FailedToCreateRouteException creation = last(causes, FailedToCreateRouteException.class);
        String route = start != null ? start.getRouteId() : creation != null ? creation.getRouteId() : null;
        return route == null ? "" : "The route " + route + " does not start. ";
    }
}
