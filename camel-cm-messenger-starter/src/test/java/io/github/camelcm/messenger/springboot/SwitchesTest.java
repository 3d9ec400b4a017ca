package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.component;
import static io.github.camelcm.messenger.springboot.Applications.runner;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SwitchesTest {

    private static final String TOKEN = "camel.component.cm-messenger.product-token=from-properties";

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.cm-messenger.enabled=false", "camel.component.enabled=false"})
    void switchedOffNothingOfTheStarterIsThere(String off) {
        runner().withPropertyValues(TOKEN, off).run(application -> {
            assertThat(application).doesNotHaveBean(CmMessengerComponentProperties.class);
            assertThat(application).doesNotHaveBean("cmMessengerComponentCustomizer");
            assertThat(component(application).getConfiguration().getProductToken())
                    .isNull();
        });
    }

    @Test
    void theComponentsOwnSwitchWinsOverThatOfAllComponents() {
        runner().withPropertyValues(TOKEN, "camel.component.enabled=false", "camel.component.cm-messenger.enabled=true")
                .run(application -> assertThat(
                                component(application).getConfiguration().getProductToken())
                        .isEqualTo("from-properties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.cm-messenger.customizer.enabled=false",
                "camel.component.customizer.enabled=false"
            })
    void customizingAloneCanBeSwitchedOff(String off) {
        runner().withPropertyValues(TOKEN, off).run(application -> {
            assertThat(application).hasSingleBean(CmMessengerComponentProperties.class);
            assertThat(component(application).getConfiguration().getProductToken())
                    .isNull();
        });
    }

    @Test
    void withoutACamelContextTheStarterIsSilent() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CmMessengerComponentAutoConfiguration.class))
                .withPropertyValues(TOKEN)
                .run(application -> assertThat(application).hasNotFailed().doesNotHaveBean(ComponentCustomizer.class));
    }

    @Test
    void neitherAWebStackNorActuatorNorMicrometerIsNeeded() {
        runner().withConfiguration(AutoConfigurations.of(CmMessengerSanitizingAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.web",
                        "jakarta.servlet",
                        "org.apache.catalina",
                        "org.apache.camel.component.platform",
                        "org.springframework.boot.actuate",
                        "io.micrometer"))
                .withPropertyValues(TOKEN)
                .run(application -> {
                    assertThat(application)
                            .hasNotFailed()
                            .doesNotHaveBean(CmMessengerSanitizingAutoConfiguration.class);
                    assertThat(component(application).getConfiguration().getProductToken())
                            .isEqualTo("from-properties");
                });
    }
}
