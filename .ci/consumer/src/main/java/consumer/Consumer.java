package consumer;

import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.simulator.CmSimulator;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sends one message through the starter to the simulator, both as they were published. */
@SpringBootApplication
public class Consumer {

    public static void main(String[] args) {
        try (var simulator = CmSimulator.builder().port(0).start();
                var application = SpringApplication.run(
                        Consumer.class,
                        "--camel.component.cm-messenger.gateway-url=" + simulator.gatewayUrl(),
                        "--camel.component.cm-messenger.product-token=token")) {
            SendResult result = application
                    .getBean(ProducerTemplate.class)
                    .requestBody("cm-messenger:1234567890?to=6789012345678901", "Hello", SendResult.class);
            if (!result.accepted()) {
                throw new IllegalStateException("not accepted: " + result);
            }
            System.out.println("The simulator accepted the message.");
        }
    }
}
