package io.github.camelcm.messenger.colours;

import io.github.camelcm.messenger.simulator.junit.OnPurpose;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same conversation with an application that has no red any more, so that the README's test fails. */
@ExtendWith(OnPurpose.class)
public class SoldOut extends ColoursTest {

    @BeforeEach
    void hasNoRedAnyMore() throws Exception {
        CamelContext context = application.getCamelContext();
        String messages = context.getRoutes().get(0).getRouteId();
        context.getRouteController().stopRoute(messages);
        context.removeRoute(messages);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:1234567890")
                        .choice()
                        .when(header("CamelCmMessengerPostback").isEqualTo("RED"))
                        .setBody(constant("Sold out"))
                        .otherwise()
                        .setBody(constant(Colours.question()))
                        .end()
                        .to("cm-messenger:1234567890");
            }
        });
    }
}
