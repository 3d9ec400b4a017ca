package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.component;
import static io.github.camelcm.messenger.springboot.Applications.runner;
import static io.github.camelcm.messenger.springboot.Applications.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.CmMessengerEndpoint;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Options that are objects: the application's beans, and new objects. */
class ReferencesTest {

    /** Made by {@code #class:}, with a bean of the application. */
    static final class OwnRepository extends MemoryIdempotentRepository {

        final AtomicInteger requests;

        OwnRepository(AtomicInteger requests) {
            this.requests = requests;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        AtomicInteger requests() {
            return new AtomicInteger();
        }

        @Bean
        CloseableHttpAsyncClient ownClient(AtomicInteger requests) {
            CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                    .addRequestInterceptorFirst((request, entity, context) -> requests.incrementAndGet())
                    .build();
            client.start();
            return client;
        }

        @Bean
        IdempotentRepository ownRepository() {
            return MemoryIdempotentRepository.memoryIdempotentRepository(10);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsCamel {

        @Bean
        IdempotentRepository camelRepository(CamelContext context) {
            return MemoryIdempotentRepository.memoryIdempotentRepository(
                    context.getName().length() + 10);
        }
    }

    /** As Camel's own starters have them, and by its name behind this starter: of everything that is no reference it makes null. */
    @Configuration(proxyBeanMethods = false)
    static class OthersConverter {

        @Bean
        @ConfigurationPropertiesBinding
        static GenericConverter othersConverter() {
            return new GenericConverter() {
                @Override
                public Set<ConvertiblePair> getConvertibleTypes() {
                    return Set.of(new ConvertiblePair(String.class, IdempotentRepository.class));
                }

                @Override
                public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
                    return null;
                }
            };
        }
    }

    @Test
    void messagesGoOutThroughTheApplicationsHttpClient() throws Exception {
        try (FakeGateway gateway = new FakeGateway()) {
            runner().withUserConfiguration(Beans.class)
                    .withPropertyValues(
                            "camel.component.cm-messenger.http-client=#bean:ownClient",
                            "camel.component.cm-messenger.product-token=secret",
                            "camel.component.cm-messenger.gateway-url=" + gateway.url())
                    .run(application -> {
                        assertThat(send(application))
                                .isInstanceOfSatisfying(SendResult.class, result -> assertThat(result.outcome())
                                        .isEqualTo(Outcome.ACCEPTED));
                        assertThat(application.getBean(AtomicInteger.class)).hasValue(1);
                        assertThat(gateway.tokens()).containsExactly("secret");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#bean:ownRepository", "#ownRepository", "#type:org.apache.camel.spi.IdempotentRepository"})
    void everyEndpointGetsTheApplicationsRepository(String reference) {
        runner().withUserConfiguration(Beans.class)
                .withPropertyValues("camel.component.cm-messenger.idempotent-repository=" + reference)
                .run(application -> {
                    CmMessengerEndpoint endpoint = application
                            .getBean(CamelContext.class)
                            .getEndpoint("cm-messenger:1234567890", CmMessengerEndpoint.class);
                    assertThat(endpoint.getConfiguration().getIdempotentRepository())
                            .isSameAs(application.getBean(IdempotentRepository.class));
                });
    }

    @Test
    void anObjectCanBeMadeOfAClass() {
        runner().withUserConfiguration(Beans.class)
                .withPropertyValues(
                        "camel.component.cm-messenger.idempotent-repository=#class:" + OwnRepository.class.getName())
                .run(application -> assertThat(
                                component(application).getConfiguration().getIdempotentRepository())
                        .isInstanceOfSatisfying(OwnRepository.class, own -> assertThat(own.requests)
                                .isSameAs(application.getBean(AtomicInteger.class))));
    }

    @Test
    void aConverterOfAnotherStarterIsNotAsked() {
        runner().withConfiguration(AutoConfigurations.of(OthersConverter.class))
                .withUserConfiguration(Beans.class)
                .withPropertyValues("camel.component.cm-messenger.idempotent-repository=#bean:ownRepository")
                .run(application -> assertThat(
                                component(application).getConfiguration().getIdempotentRepository())
                        .isSameAs(application.getBean(IdempotentRepository.class)));
    }

    @Test
    void theBeanMayNeedTheCamelContext() {
        runner().withUserConfiguration(NeedsCamel.class)
                .withPropertyValues("camel.component.cm-messenger.idempotent-repository=#bean:camelRepository")
                .run(application -> assertThat(
                                component(application).getConfiguration().getIdempotentRepository())
                        .isSameAs(application.getBean(IdempotentRepository.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#bean:nobody | No bean named 'nobody' available",
                "#bean:ownClient | is expected to be of type 'org.apache.camel.spi.IdempotentRepository'",
                "#class:java.util.ArrayList | java.util.ArrayList is no org.apache.camel.spi.IdempotentRepository",
                "#type:java.lang.Runnable | No qualifying bean of type 'java.lang.Runnable' available",
                "#class:no.such.Class | Could not find class [no.such.Class]",
                "ownRepository | it must be a reference: #bean:name of a bean",
            })
    void whatIsNoSuchObjectStopsTheStart(String reference, String reason) {
        runner().withUserConfiguration(Beans.class)
                .withPropertyValues("camel.component.cm-messenger.idempotent-repository=" + reference)
                .run(application -> assertThat(application)
                        .getFailure()
                        .hasStackTraceContaining("camel.component.cm-messenger.idempotent-repository")
                        .hasStackTraceContaining(reason));
    }
}
