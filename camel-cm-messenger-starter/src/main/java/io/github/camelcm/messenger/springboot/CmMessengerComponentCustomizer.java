package io.github.camelcm.messenger.springboot;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.CmMessengerConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/** Sets what the application's properties say on the component, and leaves alone what they do not say. */
final class CmMessengerComponentCustomizer implements ComponentCustomizer, SmartInitializingSingleton {

    private static final String CONFIGURATION = "configuration";
    private static final String TLS = "sslContextParameters";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    private final ObjectProvider<CmMessengerComponentProperties> properties;
    private final ObjectProvider<SslBundles> bundles;
    private final Environment environment;

    /** What is to be set, by the name of the option. */
    private volatile @Nullable Map<String, Object> options;

    CmMessengerComponentCustomizer(
            ObjectProvider<CmMessengerComponentProperties> properties,
            ObjectProvider<SslBundles> bundles,
            Environment environment) {
        this.properties = properties;
        this.bundles = bundles;
        this.environment = environment;
    }

    /**
     * Finds what is wrong also where no route uses the component.
     *
     * @throws IllegalArgumentException if an option is a placeholder that nothing resolves, or the SSL bundle cannot be used;
     *     it says what to do
     */
    @Override
    public void afterSingletonsInstantiated() {
        options();
    }

    /** Not before it is asked for: beans that are referred to may need the Camel context, which needs the customizers. */
    private Map<String, Object> options() {
        Map<String, Object> known = options;
        if (known == null) {
            known = options(properties.getObject());
            options = known;
        }
        return known;
    }

    private Map<String, Object> options(CmMessengerComponentProperties set) {
        Map<String, Object> all = new LinkedHashMap<>(set.options());
        all.forEach(CmMessengerComponentCustomizer::refusePlaceholder);
        String bundle = set.getSslBundle();
        if (bundle != null && !bundle.isBlank()) {
            if (all.containsKey(TLS)) {
                throw new IllegalArgumentException("Both ssl-bundle and ssl-context-parameters are set below "
                        + CmMessengerComponentAutoConfiguration.PREFIX + ". Remove one of them.");
            }
            all.put(TLS, BundleParameters.of(bundle.trim(), bundles.getIfAvailable()));
        }
        return all;
    }

    /** Spring Boot leaves such a placeholder as it is; the gateway would get it as the product token. */
    private static void refusePlaceholder(String option, Object value) {
        Matcher placeholder = PLACEHOLDER.matcher(value instanceof String text ? text : "");
        if (placeholder.find()) {
            throw new IllegalArgumentException("The option " + option + " has the placeholder " + placeholder.group()
                    + ", which nothing resolves. Set that property, or the environment variable of that name.");
        }
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof CmMessengerComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment,
                        "camel.component.customizer",
                        CmMessengerComponentAutoConfiguration.PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        Map<String, Object> set = options();
        if (set.get(CONFIGURATION) instanceof CmMessengerConfiguration bean) {
            ((CmMessengerComponent) target).setConfiguration(bean.copy()); // the other options go into the copy
        }
        CamelContext context = target.getCamelContext();
        PropertyConfigurer configurer = target.getComponentPropertyConfigurer();
        set.forEach((option, value) -> {
            Object resolved = value instanceof String text ? context.resolvePropertyPlaceholders(text) : value;
            if (!CONFIGURATION.equals(option) && !configurer.configure(context, target, option, resolved, false)) {
                throw new IllegalStateException("The component cm-messenger has no option " + option
                        + ": use the same version of camel-cm-messenger and camel-cm-messenger-starter");
            }
        });
    }
}
