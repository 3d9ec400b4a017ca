package io.github.camelcm.messenger.quickstart.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void breaksBetweenWordsAndAtLineEnds() {
        assertThat(Layout.wrap("one two three\nfour", 8)).containsExactly("one two", "three", "four");
    }

    @Test
    void breaksWordsThatAreTooLong() {
        assertThat(Layout.wrap("a abcdefghij", 4)).containsExactly("a", "abcd", "efgh", "ij");
    }

    @Test
    void keepsEmptyLinesAndDropsControlCharacters() {
        assertThat(Layout.wrap("a\n\nb\u001b[2Jc", 10)).containsExactly("a", "", "b [2Jc");
    }

    @Test
    void countsEmojiAsTwoColumnsAndCombiningMarksAsNone() {
        assertThat(Layout.width("a\uD83D\uDE00")).isEqualTo(3);
        assertThat(Layout.width("e\u0301")).isEqualTo(1);
        assertThat(Layout.pad("\uD83D\uDE00", 4)).isEqualTo("\uD83D\uDE00  ");
    }

    @Test
    void putsBlocksSideBySideAsLongAsTheyFit() {
        List<String> high = List.of("aa", "aa");
        List<String> low = List.of("bb");
        assertThat(Layout.sideBySide(List.of(high, low, low), 5)).containsExactly("aa bb", "aa   ", "bb");
    }
}
