package io.github.camelcm.messenger.quickstart.chat;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the terminal can show.
 *
 * @param unicode whether it knows lines and arrows beyond ASCII
 * @param colours whether it is a terminal at all, which knows colours
 */
record Ink(boolean unicode, boolean colours) {

    private static final String SAMPLE = "╭─╮│╰╯├┤✓↗☎↵▣·";

    /** What this process's terminal can show; in a pipe or a file there are no colours. */
    static Ink ofTerminal() {
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Ink(charset().newEncoder().canEncode(SAMPLE), terminal() && !plain);
    }

    /** The charset to print in. */
    static Charset charset() {
        Console console = System.console();
        if (console != null) {
            return console.charset();
        }
        String name = System.getProperty("native.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private static boolean terminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try { // since Java 22 there is a console without a terminal too
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    String frame(int part) {
        return String.valueOf((unicode ? "╭─╮│╰╯├┤" : "+-+|++++").charAt(part));
    }

    String tick() {
        return unicode ? "✓" : "v";
    }

    String dot() {
        return unicode ? " · " : ", ";
    }

    String link() {
        return unicode ? "↗ " : "> ";
    }

    String phone() {
        return unicode ? "☎ " : "# ";
    }

    String answer() {
        return unicode ? "↵ " : "< ";
    }

    String dim(String text) {
        return colour("2", text);
    }

    String user(String text) {
        return colour("36", text);
    }

    String accent(String text) {
        return colour("1", text);
    }

    private String colour(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
