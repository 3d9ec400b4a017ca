package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.rules.Explanation;
import io.github.camelcm.messenger.rules.Pointer;
import io.github.camelcm.messenger.rules.Rendering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the page of message types, Java and JSON say the same, break no rule, and each type has its picture. */
class MessageTypesPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-message-types.adoc");

    @TempDir
    Path classes;

    @Test
    void javaAndJsonSayTheSame() throws Exception {
        Snippets page = new Snippets(PAGE, classes).withItsOwnImports();
        List<String> types = page.find("^== (.*)$");
        assertThat(types).hasSize(9);
        try (Harness harness = Harness.accepting()) {
            for (int i = 0; i < types.size(); i++) {
                Snippets type = page.section(types.get(i));
                Object built = type.evaluate(
                        "Type" + i,
                        "OutboundMessage.builder()" + type.blocks("java").get(0).strip());

                List<Rendering> inJava = shown(harness, ((MessageBuilder) built).build());
                List<Rendering> asJson =
                        shown(harness, type.blocks("json").get(0).getBytes("UTF-8"));

                assertThat(asJson).as(types.get(i)).hasSize(1);
                assertThat(inJava)
                        .usingRecursiveComparison()
                        .ignoringFieldsOfTypes(Pointer.class) // a card alone may be an item or a carousel of one
                        .as(types.get(i))
                        .isEqualTo(asJson);
            }
        }
    }

    private static List<Rendering> shown(Harness harness, Object body) {
        Exchange exchange = harness.send(
                "operation=explain&to=" + Harness.PSID, in -> in.getIn().setBody(body));
        Explanation explanation = exchange.getMessage().getBody(Explanation.class);
        assertThat(explanation.violations()).isEmpty();
        return explanation.renderings();
    }

    @Test
    void eachTypeHasItsPicture() throws Exception {
        List<String> pictures = new Snippets(PAGE, classes).find("^image::(.*?)\\[");

        assertThat(pictures).hasSize(9).doesNotHaveDuplicates();
        for (String picture : pictures) {
            assertThat(Files.size(PAGE.resolveSibling("images").resolve(picture)))
                    .as(picture)
                    .isGreaterThan(500);
        }
    }
}
