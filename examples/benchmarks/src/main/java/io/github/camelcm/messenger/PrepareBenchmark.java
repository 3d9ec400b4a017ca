package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import io.github.camelcm.messenger.rules.Limits;
import io.github.camelcm.messenger.rules.Validator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Everything that the producer does with a message before the first byte leaves, beside what Jackson alone needs to
 * write the same object. In the component's package, so that it can measure the producer's own steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrepareBenchmark {

    @Param({"quick-replies", "carousel"})
    public String message;

    private final ObjectWriter jackson = new ObjectMapper().writerFor(OutboundMessage.class);
    private final Validator validator = new Validator(Limits.DEFAULTS);
    private DefaultCamelContext context;
    private Preparation preparation;
    private Exchange exchange;
    private OutboundMessage complete;

    @Setup
    public void setUp() throws Exception {
        context = new DefaultCamelContext();
        context.start();
        var endpoint = (CmMessengerEndpoint) context.getEndpoint("cm-messenger:1234567890?operation=explain");
        preparation = new Preparation(endpoint);
        OutboundMessage body = message.equals("carousel") ? carousel() : quickReplies();
        exchange = new DefaultExchange(context);
        exchange.getIn().setBody(body);
        complete = preparation.prepare(exchange).progress().get(0).message();
    }

    @TearDown
    public void tearDown() {
        context.stop();
    }

    /** The baseline. */
    @Benchmark
    public byte[] jacksonAlone() throws Exception {
        return jackson.writeValueAsBytes(complete);
    }

    /** Reads the body, fills in, checks all rules, makes a reference, and writes the request. */
    @Benchmark
    public byte[] convertValidateSerialise() throws Exception {
        OutboundMessage prepared =
                preparation.prepare(exchange).progress().get(0).message();
        return MessengerJson.writeRequest(List.of(prepared));
    }

    @Benchmark
    public byte[] serialiseAlone() throws Exception {
        return MessengerJson.writeRequest(List.of(complete));
    }

    @Benchmark
    public Object validateAlone() {
        return validator.violations(complete, 0);
    }

    private static OutboundMessage quickReplies() {
        return OutboundMessage.builder()
                .to("6789012345678901")
                .text(
                        "Hi, what can I do for you?",
                        QuickReply.quickReply("Call me", "CALL"),
                        QuickReply.quickReply("Email me", "EMAIL"),
                        QuickReply.quickReply("Send me an sms", "SMS"))
                .build();
    }

    private static OutboundMessage carousel() {
        List<Card> cards = IntStream.range(0, 10)
                .mapToObj(i -> Card.titled("Shirt " + i)
                        .text("All sizes, in cotton and wool")
                        .image("https://example.com/shirts/" + i + ".jpg")
                        .buttons(
                                Button.reply("Buy", "BUY_" + i),
                                Button.openUrl("Look", "https://example.com/shirts/" + i),
                                Button.dial("Ask", "+31765727000")))
                .toList();
        return OutboundMessage.builder().to("6789012345678901").carousel(cards).build();
    }
}
