package io.github.camelcm.messenger.rules.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random strings, each kind in a good and a bad form. */
final class GeneratorValues {

    private static final List<String> WORDS = List.of(
            "Hello",
            "Yes",
            "No thanks",
            "Größe 42",
            "日本語",
            "👋",
            "7",
            "42",
            "a\"b\\c",
            "l1\nl2",
            " padded ",
            "👩‍👩‍👧",
            "é",
            "x");

    private static final List<String> LETTERS = List.of("a", "é", "👋", "𝒳", "日");

    private static final List<String> HOSTS = List.of(
            "example.com",
            "www.example.com:8443",
            "user:pw@example.com",
            "user@x@example.com:80",
            "[2001:db8::1]",
            "[::1]:8080",
            "bücher.example",
            "localhost",
            "exa mple.com",
            "example.com:",
            "example.pdf");

    private static final List<String> GOOD_PHONES = List.of(
            "+31765727000",
            "+31 76 572 70 00",
            "+1 (555) 123-4567",
            "+1234567",
            "+123456789012345",
            "+31.76.572.7000",
            "(+31) 765727000",
            "+-1234567");

    private static final List<String> BAD_PHONES = List.of(
            "0765727000",
            "+123456",
            "+1234567890123456",
            "31765727000",
            "+31 76 CALL",
            "++31765727000",
            "+",
            "+31/765727000",
            "0031765727000",
            "call me");

    private static final List<String> GOOD_VALIDITIES = List.of(
            "2h",
            "30m",
            "48H",
            "5M",
            "0h",
            "007m",
            "99999999999999999999999h",
            "2017-04-20 11:50:05",
            "2017-04-20 11:50:05 GMT",
            "2017-04-20 11:50:05GMT",
            "2017-04-20 11:50:05 UTC",
            "2017-04-20 11:50:05Z",
            "2017-04-20 11:50:05 Z",
            "2017-04-20 11:50:05+8",
            "2017-04-20 11:50:05-07:00",
            "2017-04-20 11:50:05 +0530",
            "2017-04-20 11:50:05+08",
            "2024-02-29 00:00:00",
            "2000-02-29 23:59:59 -3",
            "2017-12-31 23:59:59",
            "2017-04-20 11:50:05+20:00");

    private static final List<String> BAD_VALIDITIES = List.of(
            "2d",
            "h",
            "2",
            "2 h",
            "-2h",
            "1h30m",
            "2h ",
            "tomorrow",
            "2017-02-29 11:50:05",
            "1900-02-29 00:00:00",
            "2017-13-01 00:00:00",
            "2017-00-10 00:00:00",
            "2017-04-31 11:50:05",
            "2017-04-20 24:00:00",
            "2017-04-20 11:60:05",
            "2017-04-20 11:50:60",
            "2017-04-20T11:50:05",
            "2017-04-20",
            "2017-04-20 11:50",
            "2017-4-20 11:50:05",
            "2017-04-20 11:50:05  GMT",
            "2017-04-20 11:50:05 CET",
            "2017-04-20 11:50:05 GMT+2",
            "2017-04-20 11:50:05+123",
            "2017-04-20 11:50:05+",
            "2017-04-20 11:50:05+8:00",
            "2017-04-20 11:50:05+08:0",
            "20-04-2017 11:50:05",
            "2017-04-20 11:50:05 ",
            "2017-04-20 11:50:05.000",
            "2017-04-20 11:50:05 gmt");

    private static final List<String> BAD_CHANNELS_NEAR = List.of(
            "facebook messenger",
            "FacebookMessenger",
            "Facebook  Messenger",
            "facebook-messenger",
            "FACEBOOK_MESSENGER",
            "Facebook Messenger.",
            " Facebook Messenger",
            "sms",
            "Whats App",
            "whatsapp",
            "Mobile Push",
            "i-Message",
            "imessage",
            "Apple-Messages For Business",
            "TELEGRAM MESSENGER",
            "r.c.s.");

    private static final List<String> BAD_CHANNELS_FAR = List.of(
            "Messenger",
            "Facebook",
            "Signal",
            "E-Mail",
            "Fax",
            "Facebook Messengers",
            "Telegram",
            "Apple Business",
            "X",
            "👋");

    private final Random random;

    GeneratorValues(Random random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A present string of 1 to {@code limit} characters, often just at the limit. */
    String upTo(int limit) {
        if (chance(0.15)) {
            return ofLength(limit - random.nextInt(2));
        }
        return pick(WORDS);
    }

    String over(int limit) {
        return ofLength(limit + (chance(0.8) ? 1 : between(2, 40)));
    }

    private String ofLength(int characters) {
        boolean uniform = chance(0.6);
        String letter = pick(LETTERS);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append(uniform ? letter : pick(LETTERS));
        }
        return text.toString();
    }

    String digits(int length) {
        StringBuilder text = new StringBuilder().append(between(1, 9));
        while (text.length() < length) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    String blank() {
        return pick(List.of("", " ", "  ", "\t\n", "\u2003"));
    }

    String withUnpairedSurrogate(String text) {
        String alone = pick(List.of("\uD83D", "\uDC4B", "\uDC4B\uD83D", "\uD83D\uD83D\uDC4B"));
        // Between two characters that cannot pair with it, it stays alone.
        return switch (random.nextInt(3)) {
            case 0 -> alone + text;
            case 1 -> text + alone;
            default -> text + "x" + alone + "y";
        };
    }

    String goodUrl(String path) {
        return pick(List.of("https", "http", "HTTPS", "Http")) + "://" + pick(HOSTS) + path;
    }

    String goodUrl() {
        return goodUrl(pick(List.of("", "/", "/a/b", "?q=1", "#top", "/a?b=https://c/#d", "\\a", "/👋", " ")));
    }

    String goodHttpsUrl() {
        return pick(List.of("https://", "HTTPS://", "Https://")) + pick(HOSTS) + "/login";
    }

    String badUrl() {
        return pick(List.of(
                "example.com/a.jpg",
                "//example.com/a.jpg",
                "ftp://example.com/a.jpg",
                "https:/example.com",
                "https:example.com",
                "https://",
                "https:///a.jpg",
                "http://?x",
                "https://#x",
                "https://\\a",
                "https:// /a",
                "https://:8080/a.jpg",
                "https://user@/a.jpg",
                "https://user@:80/",
                " https://example.com/a.jpg",
                "httpss://example.com",
                "xhttps://example.com/",
                "mailto:a@example.com",
                "/a.jpg",
                "data:,a",
                "www",
                "42"));
    }

    String goodPhone() {
        return pick(GOOD_PHONES);
    }

    String badPhone() {
        return pick(BAD_PHONES);
    }

    String goodValidity() {
        return pick(GOOD_VALIDITIES);
    }

    String badValidity() {
        return pick(BAD_VALIDITIES);
    }

    String badChannel() {
        return pick(chance(0.6) ? BAD_CHANNELS_NEAR : BAD_CHANNELS_FAR);
    }

    String goodReference() {
        return chance(0.3)
                ? digits(between(1, 32))
                : pick(List.of("a", "Z9", "0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b", "order17"));
    }

    String badReference() {
        return pick(List.of(
                "0d0c2f5e-8f7b-4d2c-9a6e-1b3c5d7f9a1b",
                "order|1",
                "a b",
                "a_b",
                "ref ",
                "👋",
                "réf",
                "a\n",
                "0d0c2f5e8f7b4d2c9a6e1b3c5d7f9a1b2",
                digits(33)));
    }

    String badFrom() {
        return pick(List.of("Your Page ID", "12 34", "+1234567890", "-5", "12a", "1234567890 ", "1.5", "१२३", "👋"));
    }

    String badPsid() {
        return pick(List.of(
                "+31612345678", "0031612345678", "0", "Recipients PSID", "12 34", "12345 ", "1e5", "१२३", digits(33)));
    }

    /** The same name in another mix of upper and lower case (ASCII letters only). */
    String inAnotherCase(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> upper(name);
            case 1 -> lower(name);
            case 2 -> upper(name.substring(0, 1)) + name.substring(1);
            default -> {
                StringBuilder mixed = new StringBuilder();
                name.chars().forEach(c -> mixed.append(chance(0.5) ? upper("" + (char) c) : lower("" + (char) c)));
                yield name.equals("postbackdata") && chance(0.5) ? "postbackData" : mixed.toString();
            }
        };
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
