package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.component;
import static io.github.camelcm.messenger.springboot.Applications.runner;
import static io.github.camelcm.messenger.springboot.Applications.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.CmMessengerConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PropertiesTest {

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        CmMessengerConfiguration configuration() {
            CmMessengerConfiguration configuration = new CmMessengerConfiguration();
            configuration.setTag("HUMAN_AGENT");
            configuration.setGatewayUrl("http://localhost:1/configured");
            configuration.setBatchSize(7);
            return configuration;
        }

        @Bean
        IdempotentRepository idempotentRepository() {
            return MemoryIdempotentRepository.memoryIdempotentRepository(10);
        }

        @Bean
        CloseableHttpAsyncClient httpClient() {
            return HttpAsyncClients.createDefault();
        }

        @Bean
        SSLContextParameters sslContextParameters() {
            return new SSLContextParameters();
        }
    }

    @Test
    void withoutPropertiesTheComponentIsAsItIsMade() {
        CmMessengerComponent made = new CmMessengerComponent();

        runner().run(application -> assertThat(ComponentOption.all())
                .filteredOn(option -> !option.name().equals("configuration"))
                .allSatisfy(option -> assertThat(value(component(application), option.name()))
                        .isEqualTo(value(made, option.name()))));
    }

    @Test
    void thePropertiesThemselvesTellTheDefaultsOfTheComponent() {
        runner().run(application -> {
            CmMessengerComponentProperties properties = application.getBean(CmMessengerComponentProperties.class);
            CmMessengerComponent component = component(application);

            assertThat(ComponentOption.all())
                    .filteredOn(option -> option.defaultValue() != null)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(option -> assertThat(millis(property(properties, option)))
                            .isEqualTo(value(component, option.name())));
        });
    }

    @Test
    void everyPropertyReachesTheComponent() {
        Map<String, String> set = new TreeMap<>();
        ComponentOption.all().stream()
                .filter(option -> !option.name().equals("configuration"))
                .forEach(option -> set.put(option.name(), other(option)));
        String[] lines = ComponentOption.all().stream()
                .filter(option -> set.containsKey(option.name()))
                .map(option -> option.property()
                        + (option.name().equals("limits") ? ".text-length=1234" : "=" + set.get(option.name())))
                .toArray(String[]::new);

        runner().withUserConfiguration(Beans.class).withPropertyValues(lines).run(application -> {
            CmMessengerComponent component = component(application);
            assertThat(ComponentOption.all()).hasSizeGreaterThan(40).allSatisfy(option -> {
                Object value = value(component, option.name());
                switch (option.name()) {
                    case "configuration" -> {} // tested below: the other options go into it
                    case "limits" -> assertThat(value).isEqualTo(Map.of("text-length", "1234"));
                    default -> {
                        if (option.isReference()) {
                            assertThat(value).isSameAs(application.getBean(option.name()));
                        } else {
                            assertThat(value + (option.type().equals("duration") ? "ms" : ""))
                                    .isEqualTo(set.get(option.name()));
                        }
                    }
                }
            });
        });
    }

    @Test
    void aConfigurationBeanIsKeptButForWhatPropertiesSay() {
        runner().withUserConfiguration(Beans.class)
                .withPropertyValues(
                        "camel.component.cm-messenger.configuration=#bean:configuration",
                        "camel.component.cm-messenger.batch-size=1")
                .run(application -> {
                    CmMessengerConfiguration own = component(application).getConfiguration();

                    assertThat(own.getTag()).isEqualTo("HUMAN_AGENT");
                    assertThat(own.getGatewayUrl()).isEqualTo("http://localhost:1/configured");
                    assertThat(own.getBatchSize()).isEqualTo(1);
                    assertThat(application
                                    .getBean(CmMessengerConfiguration.class)
                                    .getBatchSize())
                            .isEqualTo(7);
                });
    }

    @Test
    void durationsAreWrittenAsSpringBootReadsThem() {
        for (String written : List.of("1500", "1500ms", "PT1.5S")) {
            runner().withPropertyValues("camel.component.cm-messenger.response-timeout=" + written)
                    .run(application -> assertThat(
                                    component(application).getConfiguration().getResponseTimeout())
                            .isEqualTo(1500));
        }
    }

    @Test
    void limitsCanBeAResourceOfProperties() {
        runner().withPropertyValues("camel.component.cm-messenger.limits=classpath:own-limits.properties")
                .run(application ->
                        assertThat(component(application).getLimits()).isEqualTo(Map.of("text-length", "77")));
    }

    @Test
    void placeholdersOfSpringAndOfCamelAreResolved() {
        runner().withPropertyValues(
                        "own.token=from-elsewhere",
                        "camel.component.cm-messenger.product-token=${own.token}",
                        "camel.component.cm-messenger.webhook-token={{own.token}}")
                .run(application -> {
                    CmMessengerConfiguration own = component(application).getConfiguration();
                    assertThat(own.getProductToken()).isEqualTo("from-elsewhere");
                    assertThat(own.getWebhookToken()).isEqualTo("from-elsewhere");
                });
    }

    /** Another value than the default. */
    private static String other(ComponentOption option) {
        return switch (option.type()) {
            case "boolean" -> String.valueOf(!Boolean.parseBoolean(option.defaultValue()));
            case "integer" ->
                String.valueOf(option.defaultValue() == null ? 7 : Long.parseLong(option.defaultValue()) + 1);
            case "duration" -> option.defaultDuration().plusMillis(1).toMillis() + "ms";
            case "enum" ->
                option.values().stream()
                        .filter(value -> !value.equals(option.defaultValue()))
                        .findFirst()
                        .orElseThrow();
            case "string" -> "other-" + option.name();
            default -> "#bean:" + option.name();
        };
    }

    private static Object property(CmMessengerComponentProperties properties, ComponentOption option) throws Exception {
        String getter = "get" + Character.toUpperCase(option.name().charAt(0))
                + option.name().substring(1);
        return CmMessengerComponentProperties.class.getMethod(getter).invoke(properties);
    }

    private static Object millis(Object value) {
        return value instanceof Duration duration ? duration.toMillis() : value;
    }
}
