package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Carousel;
import io.github.camelcm.messenger.model.Dial;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Product;
import io.github.camelcm.messenger.model.Recipient;
import io.github.camelcm.messenger.model.RichContent;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Suggestion;
import io.github.camelcm.messenger.rules.oracle.MessageGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON Schema in the jar: it follows the model and the limits, and refuses nothing that the rules let pass. What it
 * finds is a part of what the rules find.
 */
class MessageSchemaToolingTest {

    private static final String RESOURCE = "/META-INF/io/github/camelcm/messenger/cm-messenger-message.schema.json";
    private static final int MESSAGES = Integer.getInteger("schema.messages", 3_000);
    private static final JsonNode JSON = json();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(JSON);

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("message", OutboundMessage.class),
            Map.entry("recipient", Recipient.class),
            Map.entry("body", Body.class),
            Map.entry("richContent", RichContent.class),
            Map.entry("item", Item.class),
            Map.entry("carousel", Carousel.class),
            Map.entry("card", Card.class),
            Map.entry("suggestion", Suggestion.class),
            Map.entry("dial", Dial.class),
            Map.entry("product", Product.class),
            Map.entry("media", Media.class));

    /** Counts over several arrays, which a schema cannot add up. */
    private static final Set<String> SUMS = Set.of("products of all cards together");

    /** Errors that the schema finds, but for {@link #SUMS}. */
    private static final Set<String> FOUND = Set.of(
            "content-required",
            "body-length",
            "grouping-length",
            "tag-known",
            "media-single",
            "media-uri",
            "postbackdata-required",
            "url-required",
            "quick-reply-count",
            "product-count",
            "action-known",
            "label-required",
            "label-length",
            "postbackdata-length",
            "phone-required",
            "product-required",
            "not-supported",
            "card-count",
            "text-length",
            "quick-reply-action",
            "overflow-action",
            "button-header-length",
            "generic-header-required",
            "generic-header-length",
            "generic-text-length",
            "product-mixed");

    private static JsonNode json() {
        try (InputStream in = MessageSchemaToolingTest.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> errors(JsonNode message) {
        return SCHEMA.validate(message);
    }

    static Stream<String> payloads() {
        return Payloads.names("send");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everySamplePayloadIsValidInEachOfItsForms(String name) {
        JsonNode request = Payloads.json(name);
        JsonNode msg = request.at("/messages/msg/0");
        List<JsonNode> forms = new ArrayList<>(List.of(request, msg));
        JsonNode content = msg.path("richContent");
        if (content.has("conversation")) {
            forms.add(content);
            content.get("conversation").forEach(forms::add);
        }

        assertThat(forms).allSatisfy(form -> assertThat(errors(form)).isEmpty());
        assertThat(errors(new ObjectMapper().createArrayNode().addAll(forms))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[{}]", "{\"hello\": 1}", "\"a text\"", "{\"messages\": {\"msg\": {}}}", "{\"text\": {}}"})
    void whatHasNoneOfTheFormsIsNotValid(String json) throws Exception {
        assertThat(errors(new ObjectMapper().readTree(json))).isNotEmpty();
    }

    static Stream<RuleLimitsTest.Case> limits() {
        return RuleLimitsTest.maxima();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void bothSidesOfEveryLimitAreAsTheRulesSay(RuleLimitsTest.Case limit) throws Exception {
        int allowed = limit.limit().defaultValue();

        assertThat(errors(written(limit.size().apply(allowed)))).isEmpty();
        if (limit.severity() == Severity.WARNING) {
            assertThat(errors(written(limit.size().apply(allowed + 1)))).isEmpty();
        } else if (!SUMS.contains(limit.what())) {
            assertThat(errors(written(limit.size().apply(allowed + 1)))).isNotEmpty();
        }
    }

    @Test
    void ofTheBadMessagesThoseThatAreFoundAreFoundAndWarningsAreNoErrors() {
        Map<String, Boolean> found = new HashMap<>();
        BadMessages.all().forEach(bad -> {
            boolean refused = !errors(bad.msg()).isEmpty();
            if (bad.severity() == Severity.WARNING) {
                assertThat(refused).as(bad + " is only a warning").isFalse();
            } else {
                found.merge(bad.rule(), refused, Boolean::logicalAnd);
            }
        });
        Set<String> always = new TreeSet<>();
        found.forEach((rule, refused) -> {
            if (refused) {
                always.add(rule);
            }
        });
        assertThat(always).isEqualTo(new TreeSet<>(FOUND));
    }

    @Test
    void whateverTheRulesLetPassIsValid() throws Exception {
        long seed = Long.getLong("schema.seed", System.nanoTime());
        System.out.println("MessageSchemaToolingTest: " + MESSAGES + " messages, -Dschema.seed=" + seed);
        MessageGenerator generator = new MessageGenerator(seed);
        Validator validator = new Validator(Limits.DEFAULTS);
        int valid = 0;
        for (int i = 0; i < MESSAGES; i++) {
            JsonNode msg = canonical(OutboundReader.message(generator.next()));
            boolean sendable =
                    validator.explain(List.of(OutboundReader.message(msg))).sendable();
            List<?> errors = errors(msg);
            if (sendable) {
                assertThat(errors).as("message %d of seed %d: %s", i, seed, msg).isEmpty();
            }
            valid += errors.isEmpty() ? 1 : 0;
        }
        assertThat(valid).as("valid messages").isBetween(MESSAGES / 10, MESSAGES * 9 / 10);
    }

    private static JsonNode written(OutboundMessage message) throws Exception {
        return MessengerJson.parse(MessengerJson.write(message));
    }

    /** As the schema has it: CM.com's spelling, nothing that counts as absent, for Messenger. */
    private static JsonNode canonical(OutboundMessage message) throws Exception {
        ObjectNode msg = (ObjectNode) written(message);
        msg.remove("allowedChannels");
        prune(msg);
        return msg;
    }

    private static void prune(JsonNode json) {
        if (json instanceof ArrayNode array) {
            array.forEach(MessageSchemaToolingTest::prune);
        }
        if (json instanceof ObjectNode object) {
            object.forEach(MessageSchemaToolingTest::prune);

            List<String> absent = new ArrayList<>();
            object.properties().forEach(member -> {
                JsonNode value = member.getValue();
                boolean blank = value.isTextual() && value.asText().isBlank();
                if (blank || value.isContainerNode() && value.isEmpty()) {
                    absent.add(member.getKey());
                }
            });
            object.remove(absent);
        }
    }

    @Test
    void theSchemaHasTheMembersOfTheModel() {
        RECORDS.forEach((definition, type) -> {
            Set<String> members = new TreeSet<>();
            JSON.at("/definitions/" + definition + "/properties").fieldNames().forEachRemaining(members::add);
            Set<String> components = new TreeSet<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.add(component.getName());
            }
            components.remove("raw");

            assertThat(members).as(definition).isEqualTo(components).allMatch(KnownFields::known);
        });
    }

    @Test
    void theSchemaHasTheActionsAndTagsOfTheModel() {
        JsonNode action = JSON.at("/definitions/suggestion/properties/action");
        assertThat(action.at("/anyOf/0/enum"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        Arrays.stream(Action.values()).map(Action::spelling).toArray(String[]::new));
        assertThat(Action.values())
                .allSatisfy(value -> assertThat(value.spelling().toUpperCase(Locale.ROOT))
                        .matches(action.at("/anyOf/1/pattern").asText()));
        assertThat(JSON.at("/definitions/item/properties/tag/enum"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        Arrays.stream(MessageTag.values()).map(MessageTag::name).toArray(String[]::new));
    }

    /** A figure of a limit stands beside a comment that names the limit. */
    @Test
    void everyFigureInTheSchemaIsThatOfALimit() {
        Map<String, Set<Integer>> figures = new HashMap<>();
        for (JsonNode parent : JSON.findParents("$comment")) {
            String comment = parent.get("$comment").asText();
            for (String keyword : List.of("maxLength", "maxItems")) {
                if (parent.has(keyword)) {
                    figures.computeIfAbsent(comment, key -> new TreeSet<>())
                            .add(parent.get(keyword).asInt());
                }
            }
            if (comment.startsWith("more than ")) {
                figures.computeIfAbsent(comment.substring("more than ".length()), key -> new TreeSet<>())
                        .add(parent.get("minItems").asInt() - 1);
            }
        }
        Map<String, Set<Integer>> limits = new HashMap<>();
        Arrays.stream(Limit.values()).forEach(limit -> limits.put(limit.key(), Set.of(limit.defaultValue())));
        limits.keySet()
                .removeAll(
                        Set.of("reference-length", "psid-length", "phone-digits-min", "phone-digits-max")); // warnings

        assertThat(figures).isEqualTo(limits);
        assertThat(JSON.findParents("maxLength")).allMatch(parent -> parent.has("$comment"));
    }
}
