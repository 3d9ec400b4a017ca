package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.runner;
import static io.github.camelcm.messenger.springboot.Applications.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.NotSentException;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.nio.file.Path;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages over TLS to a gateway whose certificate nobody trusts without being told to. */
class TlsTest {

    private static Path store;
    private static FakeGateway gateway;

    @BeforeAll
    static void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path folder) throws Exception {
        store = TestTls.store(folder);
        gateway = new FakeGateway(TestTls.server(store));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnParameters {

        @Bean
        SSLContextParameters trusting() {
            KeyStoreParameters keyStore = new KeyStoreParameters();
            keyStore.setResource("file:" + store);
            keyStore.setPassword(TestTls.PASSWORD);
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setKeyStore(keyStore);
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(trust);
            return parameters;
        }
    }

    private static ApplicationContextRunner application(String... properties) {
        return runner().withPropertyValues(
                        "camel.component.cm-messenger.product-token=secret",
                        "camel.component.cm-messenger.gateway-url=" + gateway.url(),
                        "spring.ssl.bundle.jks.cm.truststore.location=file:" + store,
                        "spring.ssl.bundle.jks.cm.truststore.password=" + TestTls.PASSWORD)
                .withPropertyValues(properties);
    }

    @Test
    void anSslBundleSaysWhomToTrust() {
        application("camel.component.cm-messenger.ssl-bundle=cm").run(application -> assertThat(send(application))
                .isInstanceOfSatisfying(
                        SendResult.class, result -> assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED)));
    }

    @Test
    void theProtocolsOfTheBundleAreTheOnlyOnes() {
        application(
                        "camel.component.cm-messenger.ssl-bundle=cm",
                        "spring.ssl.bundle.jks.cm.options.enabled-protocols=TLSv1.1")
                .run(application -> assertThatThrownBy(() -> send(application))
                        .hasRootCauseInstanceOf(Exception.class)
                        .hasCauseInstanceOf(NotSentException.class));
    }

    @Test
    void aBeanOfCamelsParametersSaysWhomToTrust() {
        application("camel.component.cm-messenger.ssl-context-parameters=#bean:trusting")
                .withUserConfiguration(OwnParameters.class)
                .run(application -> assertThat(send(application))
                        .isInstanceOfSatisfying(SendResult.class, result -> assertThat(result.outcome())
                                .isEqualTo(Outcome.ACCEPTED)));
    }

    @Test
    void withoutEitherTheGatewayIsNotTrusted() {
        application().run(application -> assertThatThrownBy(() -> send(application))
                .hasCauseInstanceOf(NotSentException.class));
    }

    @Test
    void aBundleAndParametersTogetherAreRefused() {
        application(
                        "camel.component.cm-messenger.ssl-bundle=cm",
                        "camel.component.cm-messenger.ssl-context-parameters=#bean:trusting")
                .withUserConfiguration(OwnParameters.class)
                .run(application -> assertThat(application)
                        .getFailure()
                        .hasMessageContaining("Both ssl-bundle and ssl-context-parameters are set"));
    }
}
