package io.github.camelcm.messenger.quickstart.chat;

import static io.github.camelcm.messenger.quickstart.chat.Step.orderReady;
import static io.github.camelcm.messenger.quickstart.chat.Step.taps;
import static io.github.camelcm.messenger.quickstart.chat.Step.writes;

import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.Bubble.MediaMessage;
import io.github.camelcm.messenger.rules.Bubble.ProductTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import java.util.List;

/** The conversation that is played: one step after the other, each with what the page must show for it. */
final class Script {

    static final List<Step> CONVERSATION = List.of(
            writes("Hello!", Text.class),
            taps("Opening hours", Text.class, MediaMessage.class),
            writes("Can I get a flu shot?", GenericTemplate.class),
            taps("BOOK:Flu shot", Text.class),
            taps("Monday 9:30", Text.class),
            writes("What do you sell?", Text.class, ProductTemplate.class),
            writes("I have a question for the nurse", ButtonTemplate.class),
            writes("And please repeat my prescription", Text.class),
            taps("Ramipril 5 mg", Text.class),
            orderReady(
                    "1001",
                    "Your Ramipril is ready. I added a pill box that opens more easily. When will you come? Mia",
                    Text.class),
            taps("Today 17:30", ButtonTemplate.class));

    private Script() {}
}
