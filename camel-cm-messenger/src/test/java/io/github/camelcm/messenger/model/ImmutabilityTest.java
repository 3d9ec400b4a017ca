package io.github.camelcm.messenger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records copy what they are made of, and give away nothing that can be changed. */
class ImmutabilityTest {

    static Stream<Arguments> recordsWithMembersThatAreNotKnown() {
        return Stream.of(
                raw("OutboundMessage", map -> message(List.of(), List.of(), null, map)
                        .raw()),
                raw("RichContent", map -> new RichContent(List.of(), List.of(), map).raw()),
                raw("Item", map -> new Item(null, null, null, List.of(), null, null, map).raw()),
                raw("Carousel", map -> new Carousel(List.of(), map).raw()),
                raw("Card", map -> new Card(null, null, null, List.of(), map).raw()),
                raw("Suggestion", map -> new Suggestion(null, null, null, null, null, null, null, map).raw()),
                raw("Media", map -> new Media(null, null, null, map).raw()),
                raw("Dial", map -> new Dial(null, map).raw()),
                raw("Product", map -> new Product(null, map).raw()),
                raw("Body", map -> new Body(null, null, map).raw()),
                raw("Recipient", map -> new Recipient(null, map).raw()),
                raw("Contact", map -> new Contact(null, null, map).raw()),
                raw("StatusReport", map -> new StatusReport(null, null, null, null, null, map).raw()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordsWithMembersThatAreNotKnown")
    void membersThatAreNotKnownAreCopiedThroughAndThrough(
            String name, Function<Map<String, Object>, Map<String, Object>> raw) {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        Map<String, Object> outer = new HashMap<>(Map.of("inner", inner));

        Map<String, Object> kept = raw.apply(outer);
        list.add(2);
        inner.put("new", 1);
        outer.put("new", 1);

        assertThat(kept).isEqualTo(Map.of("inner", Map.of("list", List.of(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordsWithMembersThatAreNotKnown")
    @SuppressWarnings("unchecked") // the test knows what it put in
    void membersThatAreNotKnownCannotBeChanged(String name, Function<Map<String, Object>, Map<String, Object>> raw) {
        Map<String, Object> kept = raw.apply(Map.of("map", Map.of("a", 1), "list", List.of(1)));

        assertThatThrownBy(() -> kept.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<String, Object>) kept.get("map")).put("b", 2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<Object>) kept.get("list")).add(2))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordsWithMembersThatAreNotKnown")
    void nullsAreLeftOutOfObjectsAndKeepTheirPlaceInArrays(
            String name, Function<Map<String, Object>, Map<String, Object>> raw) {
        Map<String, Object> inner = new HashMap<>();
        inner.put("none", null);
        Map<String, Object> outer = new HashMap<>(Map.of("inner", inner, "list", Arrays.asList(1, null, 2)));
        outer.put("none", null);

        assertThat(raw.apply(outer)).isEqualTo(Map.of("inner", Map.of(), "list", Arrays.asList(1, null, 2)));
        assertThat(raw.apply(null)).isEmpty();
    }

    @Test
    void membersThatAreNotKnownKeepTheirOrder() {
        Map<String, Object> members = new LinkedHashMap<>();
        List.of("z", "a", "m", "b").forEach(name -> members.put(name, 1));

        assertThat(new Body(null, null, members).raw().keySet()).containsExactly("z", "a", "m", "b");
    }

    static Stream<Arguments> recordsWithLists() {
        Recipient recipient = Recipient.of("1");
        Item item = Item.text("t", List.of());
        Card card = Card.titled("h");
        Suggestion suggestion = Button.logout().suggestion();
        return Stream.of(
                list("to", recipient, to -> message(to, List.of(), null, Map.of())
                        .to()),
                list("allowedChannels", "SMS", names -> message(List.of(), names, null, Map.of())
                        .allowedChannels()),
                list("conversation", item, items -> RichContent.of(items).conversation()),
                list("items", item, items -> message(List.of(), List.of(), RichContent.of(items), Map.of())
                        .items()),
                list("suggestions beside the conversation", suggestion, all -> new RichContent(List.of(), all, Map.of())
                        .suggestions()),
                list("suggestions of an item", suggestion, all -> Item.text("t", all)
                        .suggestions()),
                list("suggestions of a card", suggestion, all -> new Card(null, null, null, all, Map.of())
                        .suggestions()),
                list("cards", card, cards -> Carousel.of(cards).cards()),
                list(
                        "recipients of a result",
                        new RecipientResult("1", Outcome.ACCEPTED, 1, 0, null),
                        all -> SendResult.of("r", all, List.of()).recipients()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordsWithLists")
    void listsAreCopiesThatCannotBeChanged(String name, Object element, Function<List<Object>, List<Object>> list) {
        List<Object> given = new ArrayList<>(List.of(element));

        List<Object> kept = list.apply(given);
        given.add(element);

        assertThat(kept).containsExactly(element);
        assertThatThrownBy(() -> kept.add(element)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aListThatIsNotThereIsEmpty() {
        OutboundMessage message = message(null, null, new RichContent(null, null, null), null);

        assertThat(message.to()).isEmpty();
        assertThat(message.allowedChannels()).isEmpty();
        assertThat(message.items()).isEmpty();
        assertThat(message.richContent().suggestions()).isEmpty();
        assertThat(message(null, null, null, null).items()).isEmpty();
    }

    @Test
    void cardsAreCopiedByEachOfTheirMethods() {
        Card title = Card.titled("h");
        Card whole = title.text("t").image("https://a/b.png").buttons(Button.logout());

        assertThat(title).isEqualTo(new Card("h", null, null, List.of(), Map.of()));
        assertThat(whole.text("u").header()).isEqualTo("h");
        assertThat(whole.text("u").suggestions()).hasSize(1);
        assertThat(whole.buttons().suggestions()).isEmpty();
        assertThat(new Card("h", null, null, List.of(), Map.of("x", 1))
                        .text("t")
                        .image("https://a/b.png")
                        .buttons()
                        .raw())
                .isEqualTo(Map.of("x", 1));
    }

    private static Arguments raw(String name, Function<Map<String, Object>, Map<String, Object>> record) {
        return Arguments.of(name, record);
    }

    private static <T> Arguments list(String name, T element, Function<List<T>, List<T>> list) {
        return Arguments.of(name, element, list);
    }

    private static OutboundMessage message(
            List<Recipient> to, List<String> channels, RichContent content, Map<String, Object> raw) {
        return new OutboundMessage(null, to, null, null, channels, null, null, null, null, content, raw);
    }
}
