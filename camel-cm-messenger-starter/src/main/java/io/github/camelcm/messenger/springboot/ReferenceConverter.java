package io.github.camelcm.messenger.springboot;

import io.github.camelcm.messenger.CmMessengerConfiguration;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.ClassUtils;

/**
 * Makes the value of an option of what its property says: {@code #bean:name} or {@code #name} is a bean,
 * {@code #type:a.b.C} the only bean of a type, {@code #class:a.b.C} a new object of a class. The option {@code limits},
 * which is a map, may also name a resource of properties.
 */
final class ReferenceConverter implements ConditionalGenericConverter {

    private static final String BEAN = "#bean:";
    private static final String TYPE = "#type:";
    private static final String CLASS = "#class:";

    private final ApplicationContext application;

    ReferenceConverter(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Stream.of(
                        CmMessengerConfiguration.class,
                        CloseableHttpAsyncClient.class,
                        IdempotentRepository.class,
                        SSLContextParameters.class,
                        Map.class)
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean matches(TypeDescriptor sourceType, TypeDescriptor targetType) {
        return targetType.hasAnnotation(Reference.class);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String text = source == null ? "" : source.toString().trim();
        if (text.isEmpty()) {
            return null;
        }
        if (text.startsWith("#")) {
            return referred(text, targetType.getType());
        }
        if (targetType.isMap()) {
            return properties(text);
        }
        throw new IllegalArgumentException("it must be a reference: " + BEAN + "name of a bean, " + TYPE
                + "the.Class of the only bean of a type, or " + CLASS + "the.Class to make an object of");
    }

    private Object referred(String text, Class<?> type) {
        if (text.startsWith(TYPE)) {
            return checked(application.getBean(load(text.substring(TYPE.length()))), type);
        }
        if (text.startsWith(CLASS)) {
            Class<?> own = load(text.substring(CLASS.length()));
            return checked(application.getAutowireCapableBeanFactory().createBean(own), type);
        }
        return application.getBean(text.substring(text.startsWith(BEAN) ? BEAN.length() : 1), type);
    }

    private Class<?> load(String name) {
        return ClassUtils.resolveClassName(name.trim(), application.getClassLoader());
    }

    private static Object checked(Object value, Class<?> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(value.getClass().getName() + " is no " + type.getName());
        }
        return value;
    }

    private Properties properties(String resource) {
        try {
            return PropertiesLoaderUtils.loadProperties(application.getResource(resource));
        } catch (IOException e) {
            throw new IllegalArgumentException("there is no resource of properties " + resource, e);
        }
    }
}
