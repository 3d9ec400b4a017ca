package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule is broken, or the body cannot be read as messages; then there are no violations and the text says why, and
 * what is accepted if the body is nothing of that. Nothing was sent, of a list nothing at all, but for one case: a message made in Java holds something in
 * {@code raw()} that has no JSON form, and requests before its own had been sent; {@link #results()} tells.
 */
public final class InvalidMessageException extends CmMessengerException {

    private static final long serialVersionUID = 1L;

    /** The most violations that the text tells; {@link #violations()} has all. */
    private static final int TOLD = 10;

    private final transient List<Violation> violations;

    InvalidMessageException(String message, @Nullable Throwable cause) {
        this(message, cause, List.of());
    }

    /** @param results of a list of which requests may have been sent before */
    InvalidMessageException(String message, @Nullable Throwable cause, List<SendResult> results) {
        super(message, cause, 0, results);
        this.violations = List.of();
    }

    InvalidMessageException(List<Violation> violations, boolean list) {
        super(text(violations, list), null, 0, List.of());
        this.violations = List.copyOf(violations);
    }

    /** Every rule that is broken, of both severities. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations; // null after deserialization
    }

    @Override
    public Outcome outcome() {
        return Outcome.NOT_SENT;
    }

    @Override
    public boolean retryable() {
        return false;
    }

    private static String text(List<Violation> violations, boolean list) {
        Map<Violation, List<String>> places = new LinkedHashMap<>();
        violations.stream().limit(TOLD).forEach(violation -> places.computeIfAbsent(
                        withoutPlace(violation), first -> new ArrayList<>())
                .add(violation.pointer()));
        List<String> told = new ArrayList<>();
        places.forEach((finding, pointers) -> told.add((list ? "message " + finding.index() + ": " : "")
                + at(finding, pointers).sentence()));
        int more = violations.size() - TOLD;
        return "Nothing was sent, the rules are broken" + (list ? " (messages are counted from 0): " : ": ")
                + String.join("; ", told) + (more > 0 ? "; and " + more + " more" : "");
    }

    /** What is the same in several places, four buttons that cannot be shown, is told once. */
    private static Violation withoutPlace(Violation violation) {
        return at(violation, List.of());
    }

    private static Violation at(Violation violation, List<String> pointers) {
        return new Violation(
                violation.rule(),
                violation.severity(),
                String.join(", ", pointers),
                violation.message(),
                violation.index());
    }
}
