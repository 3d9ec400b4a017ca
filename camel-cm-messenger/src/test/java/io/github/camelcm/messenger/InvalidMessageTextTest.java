package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an exception says of the rules that are broken. */
class InvalidMessageTextTest {

    @Test
    void theMessagesOfAListAreCountedFromZeroWhichIsSaidOnce() {
        List<Violation> violations = List.of(
                new Violation("a", Severity.ERROR, "/x", "x is wrong", 0),
                new Violation("b", Severity.WARNING, "/y", "y is odd", 2));

        assertThat(new InvalidMessageException(violations, true))
                .hasMessage(
                        "Nothing was sent, the rules are broken (messages are counted from 0): message 0: error a at"
                                + " /x: x is wrong; message 2: warning b at /y: y is odd");
        assertThat(new InvalidMessageException(violations.subList(0, 1), false))
                .hasMessage("Nothing was sent, the rules are broken: error a at /x: x is wrong");
    }

    @Test
    void theSameInSeveralPlacesIsToldOnceAndNamesThemAll() throws Exception {
        OutboundMessage fourLinks = OutboundMessage.builder()
                .buttons(
                        "Read on",
                        IntStream.range(0, 4)
                                .mapToObj(i -> Button.openUrl("Page " + i, "https://example.com/" + i))
                                .toArray(Button[]::new))
                .build();
        try (Harness harness = Harness.accepting()) {
            InvalidMessageException e =
                    (InvalidMessageException) harness.send(fourLinks).getException();

            String at = "/richContent/conversation/0/suggestions/%d/action";
            assertThat(e)
                    .hasMessage("Nothing was sent, the rules are broken: error overflow-action at "
                            + String.join(", ", at.formatted(0), at.formatted(1), at.formatted(2), at.formatted(3))
                            + ": there are more suggestions than the template has buttons, so all become quick replies,"
                            + " and OpenUrl cannot be one; only Reply can");
            assertThat(e.violations())
                    .extracting(Violation::pointer)
                    .containsExactly(at.formatted(0), at.formatted(1), at.formatted(2), at.formatted(3));
        }
    }

    /** Another message, rule, severity or sentence is another finding. */
    @Test
    void whatDiffersIsToldApartAndAtMostTenAreTold() {
        Violation first = new Violation("a", Severity.ERROR, "/0", "wrong", 0);

        assertThat(new InvalidMessageException(
                        List.of(
                                first,
                                new Violation("a", Severity.ERROR, "/1", "wrong", 1),
                                new Violation("b", Severity.ERROR, "/2", "wrong", 0),
                                new Violation("a", Severity.WARNING, "/3", "wrong", 0),
                                new Violation("a", Severity.ERROR, "/4", "very wrong", 0),
                                new Violation("a", Severity.ERROR, "/5", "wrong", 0)),
                        false))
                .hasMessage(
                        "Nothing was sent, the rules are broken: error a at /0, /5: wrong; error a at /1: wrong; error"
                                + " b at /2: wrong; warning a at /3: wrong; error a at /4: very wrong");
        List<Violation> twelve = IntStream.range(0, 12)
                .mapToObj(i -> new Violation("a", Severity.ERROR, "/" + i, "wrong", 0))
                .toList();
        assertThat(new InvalidMessageException(twelve, false))
                .hasMessage("Nothing was sent, the rules are broken: error a at /0, /1, /2, /3, /4, /5, /6, /7, /8, /9:"
                        + " wrong; and 2 more");
    }
}
