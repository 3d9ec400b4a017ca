package io.github.camelcm.messenger.springboot;

import static io.github.camelcm.messenger.springboot.Applications.component;
import static io.github.camelcm.messenger.springboot.Applications.runner;
import static io.github.camelcm.messenger.springboot.Applications.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.CmMessengerComponent;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RestartTest {

    private static final int TIMES = 20;
    private static final Duration BOUND = Duration.ofMinutes(1);

    @Test
    void startsAndStopsLeaveNothingBehind() throws Exception {
        try (FakeGateway gateway = new FakeGateway()) {
            ApplicationContextRunner application = runner().withPropertyValues(
                            "camel.component.cm-messenger.product-token=secret",
                            "camel.component.cm-messenger.batch-size=10",
                            "camel.component.cm-messenger.gateway-url=" + gateway.url());
            application.run(context -> send(context)); // what lives as long as the JVM
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            List<WeakReference<CmMessengerComponent>> components = new ArrayList<>();

            for (int i = 0; i < TIMES; i++) {
                application.run(context -> {
                    send(context);
                    components.add(new WeakReference<>(component(context)));
                });
            }

            assertThat(gateway.tokens()).hasSize(TIMES + 1);
            await().atMost(BOUND).untilAsserted(() -> assertThat(since(before)).isEmpty());
            await().atMost(BOUND).untilAsserted(() -> {
                System.gc();
                assertThat(components).hasSize(TIMES).allSatisfy(component -> assertThat(component.get())
                        .isNull());
            });
        }
    }

    /** But for those that the JVM and the fake gateway make when they like. */
    private static Set<String> since(Set<Thread> before) {
        Set<String> names = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && isOfTheApplication(thread.getName())) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    private static boolean isOfTheApplication(String name) {
        return name.startsWith("Camel") || name.startsWith("httpclient") || name.contains("CmMessenger");
    }
}
