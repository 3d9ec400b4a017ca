package io.github.camelcm.messenger.springboot;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Masks the component's secrets in the endpoints of Actuator, whoever is allowed to see values there. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class CmMessengerSanitizingAutoConfiguration {

    @Bean
    SanitizingFunction cmMessengerSanitizingFunction(Environment environment) {
        return new SecretsMask(environment);
    }
}
