package io.github.camelcm.messenger.quickstart.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arranges text in columns. A column is what one Latin letter takes; most emoji take two. */
final class Layout {

    private Layout() {}

    static int width(String text) {
        return text.codePoints().map(Layout::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0x1F300;
        return wide ? 2 : 1;
    }

    static int widest(List<String> lines) {
        return lines.stream().mapToInt(Layout::width).max().orElse(0);
    }

    /** Fills up with spaces on the right. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String centre(String text, int width) {
        return pad(" ".repeat(Math.max(0, (width - width(text)) / 2)) + text, width);
    }

    /** Breaks between words, and within words that are too long. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String line = "";
            for (String word : paragraph.strip().split("[\\s\\p{Cntrl}]+")) {
                for (String part : parts(word, width)) {
                    if (!line.isEmpty() && width(line) + 1 + width(part) > width) {
                        lines.add(line);
                        line = "";
                    }
                    line = line.isEmpty() ? part : line + " " + part;
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<String> parts(String word, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        word.codePoints().forEach(character -> {
            if (width(part.toString()) + width(character) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(character);
        });
        parts.add(part.toString());
        return parts;
    }

    /** Blocks side by side, as many in a row as fit. Blocks of a row that are too low get empty lines below. */
    static List<String> sideBySide(List<List<String>> blocks, int width) {
        List<String> lines = new ArrayList<>();
        List<List<String>> row = new ArrayList<>();
        int used = 0;
        for (List<String> block : blocks) {
            if (!row.isEmpty() && used + 1 + widest(block) > width) {
                lines.addAll(row(row));
                row.clear();
                used = 0;
            }
            used += (row.isEmpty() ? 0 : 1) + widest(block);
            row.add(block);
        }
        lines.addAll(row(row));
        return lines;
    }

    private static List<String> row(List<List<String>> blocks) {
        int height = blocks.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>(Collections.nCopies(height, ""));
        for (List<String> block : blocks) {
            int width = widest(block);
            for (int i = 0; i < height; i++) {
                String gap = lines.get(i).isEmpty() ? "" : " ";
                lines.set(i, lines.get(i) + gap + pad(i < block.size() ? block.get(i) : "", width));
            }
        }
        return lines;
    }
}
