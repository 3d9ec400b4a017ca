package io.github.camelcm.messenger.springboot;

import java.util.List;
import java.util.Locale;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Masks the component's secrets by the names of their properties, and by their values too: a token that comes from a
 * placeholder is also the value of another property, such as an environment variable.
 */
final class SecretsMask implements SanitizingFunction {

    /** A shorter secret is looked for as a whole value only, since it may be a part of anything. */
    private static final int LONG_ENOUGH = 8;

    private final List<String> keys = CmMessengerComponentProperties.SECRETS.stream()
            .map(SecretsMask::plain)
            .toList();

    private final List<String> values;

    SecretsMask(Environment environment) {
        Binder binder =
                Binder.get(environment); // as the properties are bound: what cannot be resolved is no error here
        this.values = CmMessengerComponentProperties.SECRETS.stream()
                .map(option ->
                        CmMessengerComponentAutoConfiguration.PREFIX + "." + StringHelper.camelCaseToDash(option))
                .map(property -> binder.bind(property, String.class).orElse(""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecretKey(data.getKey()) || isSecretValue(data.getValue()) ? data.withSanitizedValue() : data;
    }

    private boolean isSecretKey(String key) {
        String plain = plain(key);
        return plain.startsWith(plain(CmMessengerComponentAutoConfiguration.PREFIX))
                && keys.stream().anyMatch(plain::endsWith);
    }

    private boolean isSecretValue(Object value) {
        String text = value == null ? "" : value.toString();
        return values.stream()
                .anyMatch(secret -> text.equals(secret) || secret.length() >= LONG_ENOUGH && text.contains(secret));
    }

    /** The same for camel.component.cm-messenger.product-token, …productToken and CAMEL_COMPONENT_CMMESSENGER_PRODUCTTOKEN. */
    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
