package io.github.camelcm.messenger.ingest;

/** Reads as much of an HTTP answer as tells that it is the one that is expected: 200, with the text OK. */
final class Answers {

    private static final String STATUS = "HTTP/1.1 200 ";
    private static final String PLAIN = "\r\n\r\nOK";
    private static final String CHUNKED = "\r\n\r\n2\r\nOK\r\n0\r\n\r\n";

    private Answers() {}

    /**
     * Whether the answer that this text begins with is complete.
     *
     * @throws IllegalStateException if it is another one
     */
    static boolean isComplete(String text) {
        if (text.length() >= STATUS.length() && !text.startsWith(STATUS)) {
            throw new IllegalStateException("An answer is not 200: " + text);
        }
        if (text.endsWith(CHUNKED) || text.endsWith(PLAIN)) {
            return true;
        }
        if (text.indexOf("\r\n\r\n") >= 0 && text.length() > text.indexOf("\r\n\r\n") + CHUNKED.length()) {
            throw new IllegalStateException("An answer has another body: " + text);
        }
        return false;
    }
}
