package io.github.camelcm.messenger.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Sets the options of the component {@code cm-messenger} from the properties {@code camel.component.cm-messenger}, unless
 * {@code camel.component.cm-messenger.enabled} or {@code camel.component.enabled} is false.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE) // of several converters to a type the last one is asked first
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", CmMessengerComponentAutoConfiguration.PREFIX})
@EnableConfigurationProperties(CmMessengerComponentProperties.class)
public class CmMessengerComponentAutoConfiguration {

    static final String PREFIX = "camel.component.cm-messenger";

    @Bean
    @ConfigurationPropertiesBinding
    static ReferenceConverter cmMessengerReferenceConverter(ApplicationContext application) {
        return new ReferenceConverter(application);
    }

    @Bean
    ComponentCustomizer cmMessengerComponentCustomizer(
            ObjectProvider<CmMessengerComponentProperties> properties,
            ObjectProvider<SslBundles> bundles,
            Environment environment) {
        return new CmMessengerComponentCustomizer(properties, bundles, environment);
    }
}
