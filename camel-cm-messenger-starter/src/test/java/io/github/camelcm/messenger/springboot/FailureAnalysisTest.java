package io.github.camelcm.messenger.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application prints that does not start because of the component's options. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {

    private static final String TOKEN = "a-token-that-nobody-may-see";

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        CamelAutoConfiguration.class,
        SslAutoConfiguration.class,
        CmMessengerComponentAutoConfiguration.class
    })
    static class Application {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("{{from}}").routeId("notify").to("{{to}}");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        Object broken() {
            return Integer.parseInt("batchSize of somebody else");
        }
    }

    private static void start(Class<?> more, String... arguments) {
        new SpringApplicationBuilder(Application.class, more)
                .web(WebApplicationType.NONE)
                .properties(
                        "from=direct:notify",
                        "to=cm-messenger:1234567890",
                        "logging.level.org.apache.camel=info", // another test of this JVM may have asked for more
                        "logging.level.org.springframework.boot=info")
                .run(arguments)
                .close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--spring.main.banner-mode=off"
                        + "| The route notify does not start. The option productToken is missing, without which"
                        + "| Set it on the endpoint, or for all endpoints as camel.component.cm-messenger.product-token.",
                "--camel.component.cm-messenger.batch-size=1001"
                        + "| The route notify does not start. batchSize must be 1-1000, it is 1001."
                        + "| Correct camel.component.cm-messenger.batch-size, or that option of the endpoint.",
                "--camel.component.cm-messenger.batch-linger=-1ms"
                        + "| batchLinger must not be negative, it is -1."
                        + "| Correct camel.component.cm-messenger.batch-linger, or that option of the endpoint.",
                "--camel.component.cm-messenger.gateway-url=nonsense"
                        + "| gatewayUrl must be an absolute http or https URL."
                        + "| Correct camel.component.cm-messenger.gateway-url, or that option of the endpoint.",
                "--camel.component.cm-messenger.ssl-bundle=unheard"
                        + "| There is no SSL bundle 'unheard', which camel.component.cm-messenger.ssl-bundle names."
                        + "| Define it as spring.ssl.bundle.pem.unheard",
                "--camel.component.cm-messenger.limits.text-lenght=1"
                        + "| limits: 'text-lenght' is no limit; the limits are"
                        + "| Correct camel.component.cm-messenger.limits, or that option of the endpoint.",
                "--camel.component.cm-messenger.product-token=${NO_SUCH_TOKEN}"
                        + "| The option productToken has the placeholder ${NO_SUCH_TOKEN}, which nothing resolves."
                        + "| Set that property, or the environment variable of that name.",
                "--from=cm-messenger:1234567890?httpServerComponent=jetty"
                        + "| jetty, which the option httpServerComponent names, is no component that serves HTTP"
                        + "| Add camel-jetty, or name one of platform-http,",
                "--from=cm-messenger:1234567890"
                        + "| The component platform-http cannot be used (on Camel Main it needs camel.server.enabled=true,"
                        + "| on Spring Boot camel-platform-http-starter and a web server",
                "--from=cm-messenger:1234567890?events=everything"
                        + "| events is 'everything'; it must be messages, statuses, events or unknown"
                        + "| Correct camel.component.cm-messenger.events, or that option of the endpoint.",
            })
    void aWrongOptionIsNamedWithWhatToDo(String argument, String description, String action, CapturedOutput output) {
        List<String> arguments = new ArrayList<>(List.of(argument));
        if (argument.contains("cm-messenger") && !argument.contains("product-token")) {
            arguments.add("--camel.component.cm-messenger.product-token=" + TOKEN);
        }
        if (argument.contains("batch-linger")) {
            arguments.add("--camel.component.cm-messenger.batch-size=2");
        }

        assertThatThrownBy(() -> start(Application.class, arguments.toArray(String[]::new)))
                .isInstanceOf(Exception.class);

        assertThat(report(output)).contains(description, action);
        assertThat(output).doesNotContain(TOKEN);
    }

    @Test
    void aMisspeltOptionIsNamedWithoutItsValue(CapturedOutput output) {
        assertThatThrownBy(() -> start(Application.class, "--camel.component.cm-messenger.product-tokn=" + TOKEN))
                .isInstanceOf(Exception.class);

        assertThat(report(output))
                .contains("The component cm-messenger has no such option: camel.component.cm-messenger.product-tokn")
                .contains("Correct the name, or remove it.");
        assertThat(output).doesNotContain(TOKEN);
    }

    @Test
    void aValueOfTheWrongTypeIsReportedByBoot(CapturedOutput output) {
        assertThatThrownBy(() -> start(Application.class, "--camel.component.cm-messenger.validation=lenient"))
                .isInstanceOf(Exception.class);

        assertThat(report(output))
                .contains("Property: camel.component.cm-messenger.validation")
                .contains("strict", "warn", "off");
    }

    @Test
    void anUnknownOptionOfAnEndpointIsNamed(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start(Application.class, "--to=cm-messenger:1234567890?batchsiz=3&productToken=" + TOKEN))
                .isInstanceOf(Exception.class);

        assertThat(output).contains("batchsiz=3").doesNotContain(TOKEN);
    }

    @Test
    void failuresOfOthersAreLeftToOthers(CapturedOutput output) {
        assertThatThrownBy(() -> start(Broken.class, "--camel.component.cm-messenger.product-token=" + TOKEN))
                .hasRootCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> start(Application.class, "--to=nonsense:there"))
                .hasStackTraceContaining("No endpoint could be found for: nonsense");

        assertThat(output).doesNotContain("APPLICATION FAILED TO START").contains("Application run failed");
    }

    private static String report(CapturedOutput output) {
        String all = output.getAll();
        int start = all.indexOf("APPLICATION FAILED TO START");
        assertThat(start).as("A failure analysis in %s", all).isPositive();
        return all.substring(start);
    }
}
