package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.JsonRecord;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Makes the body, a record of this component, its JSON as a text, and says so in the header {@code Content-Type}. What
 * the record does not know is in it too.
 */
@DataTypeTransformer(
        name = "cm-messenger:application-json",
        description = "Makes a received record, or a message to send, its JSON")
public final class JsonTransformer extends Transformer {

    /**
     * @throws IllegalArgumentException if the body is no such record
     * @throws Exception if a record made in Java holds a value that has no JSON form
     */
    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        if (!(message.getBody() instanceof JsonRecord body)) {
            Object found = message.getBody();
            throw new IllegalArgumentException("The body is "
                    + (found == null ? "empty" : "a " + found.getClass().getSimpleName())
                    + ", expected is what a route received, or an OutboundMessage");
        }
        message.setBody(CmMessengerConverters.toString(body));
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
}
