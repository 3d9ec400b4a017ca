package io.github.camelcm.messenger.springboot;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.CmMessengerComponentConfigurer;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Applications with Camel and the starter, and nothing that the tests do not ask for. */
final class Applications {

    private Applications() {}

    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class,
                        SslAutoConfiguration.class,
                        CmMessengerComponentAutoConfiguration.class));
    }

    static CmMessengerComponent component(ApplicationContext application) {
        return application.getBean(CamelContext.class).getComponent("cm-messenger", CmMessengerComponent.class);
    }

    /** The value of an option on the component; a duration is milliseconds. */
    static Object value(CmMessengerComponent component, String option) {
        return new CmMessengerComponentConfigurer().getOptionValue(component, option, false);
    }

    /** Sends a text over the page's endpoint. */
    static Object send(ApplicationContext application) {
        return application
                .getBean(CamelContext.class)
                .createProducerTemplate()
                .requestBody("cm-messenger:1234567890?to=6789012345678901", "Your order is ready.");
    }
}
