package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Places in a message, as texts and as values that can be compared. */
class PointerTest {

    private static final Pointer ITEM = Pointer.ROOT.member("conversation").element(1);

    @Test
    void itsTextIsAJsonPointer() {
        assertThat(Pointer.ROOT).hasToString("");
        assertThat(ITEM.member("text")).hasToString("/conversation/1/text");
        assertThat(Pointer.ROOT.member("a/b~c~1")).hasToString("/a~1b~0c~01");
        assertThat(Pointer.ROOT.member("")).hasToString("/");
    }

    @Test
    void itIsHeldByItsParentAndTheRootByItself() {
        assertThat(ITEM.parent()).hasToString("/conversation");
        assertThat(ITEM.parent().parent()).isSameAs(Pointer.ROOT);
        assertThat(Pointer.ROOT.parent()).isSameAs(Pointer.ROOT);
    }

    @Test
    void onePlaceIsEqualHoweverItWasReached() {
        Pointer again = Pointer.ROOT.member("conversation").element(1);

        assertThat(again).isEqualTo(ITEM).hasSameHashCodeAs(ITEM);
    }

    @Test
    void anotherIndexNameOrParentIsAnotherPlace() {
        List<Pointer> places = List.of(
                Pointer.ROOT,
                ITEM,
                Pointer.ROOT.member("conversation").element(2),
                Pointer.ROOT.member("conversation").member("1"),
                Pointer.ROOT.member("cards").element(1),
                ITEM.member("text"),
                ITEM.member("header"),
                Pointer.ROOT.member("text"));

        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).extracting(Pointer::hashCode).doesNotHaveDuplicates();
        assertThat(ITEM).isNotEqualTo("/conversation/1").isNotEqualTo(null);
    }
}
