package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.component;
import static io.github.camelcm.messenger.springboot.Applications.runner;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.CmMessengerConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Starts applications with the configuration that the documents show. */
class DocumentsTest {

    private static final Pattern README = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PAGE =
            Pattern.compile("== Spring Boot\\n.*?\\[source,yaml]\\n----\\n(.*?)----", Pattern.DOTALL);

    @Configuration(proxyBeanMethods = false)
    static class Seen {

        @Bean
        IdempotentRepository seen() {
            return MemoryIdempotentRepository.memoryIdempotentRepository(10_000);
        }
    }

    @Test
    void theReadmesConfigurationReachesTheComponent() throws IOException {
        application(block(Path.of("README.md"), README)).run(application -> {
            CmMessengerConfiguration own = component(application).getConfiguration();

            assertThat(own.getProductToken()).isEqualTo("one");
            assertThat(own.getWebhookToken()).isEqualTo("two");
            assertThat(own.getResponseTimeout()).isEqualTo(20_000);
            assertThat(own.getBatchSize()).isEqualTo(50);
            assertThat(own.getIdempotentRepository()).isSameAs(application.getBean("seen"));
            assertThat(own.getSslContextParameters()).isNotNull();
            assertThat(component(application).getLimits()).isEqualTo(Map.of("text-length", "1500"));
        });
    }

    @Test
    void theComponentPagesConfigurationReachesTheComponent() throws IOException {
        Path page = Path.of("../camel-cm-messenger/src/main/docs/cm-messenger-component.adoc");

        application(block(page, PAGE)).run(application -> {
            CmMessengerConfiguration own = component(application).getConfiguration();
            assertThat(own.getProductToken()).isEqualTo("one");
            assertThat(own.getIdempotentRepository()).isSameAs(application.getBean("seen"));
        });
    }

    @Test
    void theReadmesDependenciesAreThoseOfTheBuild() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String build = Files.readString(Path.of("pom.xml"));
        String parent = Files.readString(Path.of("../pom.xml"));

        assertThat(all(readme, "<artifactId>(camel-[^<]+|spring-[^<]+)</artifactId>"))
                .containsExactly(
                        "camel-cm-messenger-starter",
                        "camel-spring-boot-bom",
                        "camel-platform-http-starter",
                        "spring-boot-starter-web")
                .allMatch(artifact -> build.contains("<artifactId>" + artifact + "</artifactId>"));
        assertThat(all(readme, "<version>([^<]+)"))
                .containsExactly(
                        all(parent, "-parent</artifactId>\\s*<version>([^<]+)").get(0),
                        all(parent, "<camel.version>([^<]+)").get(0));
    }

    @Test
    void thePropertyThatKeepsAnApplicationRunningExists() throws IOException {
        String property = "camel.main.run-controller";
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + property + "=true`");
        assertThat(Collections.list(
                        getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json")))
                .anyMatch(metadata -> read(metadata).contains("\"name\": \"" + property + "\""));
    }

    private static String read(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static ApplicationContextRunner application(String yaml) throws IOException {
        PropertySource<?> properties = new YamlPropertySourceLoader()
                .load("document", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        return runner().withUserConfiguration(Seen.class)
                .withPropertyValues("CM_PRODUCT_TOKEN=one", "CM_WEBHOOK_TOKEN=two")
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addLast(properties));
    }

    private static String block(Path document, Pattern pattern) throws IOException {
        Matcher block = pattern.matcher(Files.readString(document));
        assertThat(block.find()).as("A block of YAML in %s", document).isTrue();
        return block.group(1);
    }
}
