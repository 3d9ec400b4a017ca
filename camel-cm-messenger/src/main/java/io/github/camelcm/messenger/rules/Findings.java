package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the violations of one message. */
final class Findings {

    private final int index;
    private final Limits limits;
    private @Nullable List<Violation> violations;

    Findings(int index, Limits limits) {
        this.index = index;
        this.limits = limits;
    }

    void add(Rule rule, Pointer at, String message) {
        add(rule, rule.severity(), at, message);
    }

    void add(Rule rule, Severity severity, Pointer at, String message) {
        List<Violation> all = violations;
        if (all == null) {
            all = new ArrayList<>();
            violations = all;
        }
        all.add(new Violation(rule.id(), severity, at.toString(), message, index));
    }

    /** Reports a text that is longer than the limit, counted in code points; an absent one is never too long. */
    void length(Rule rule, Limit limit, Pointer parent, String name, @Nullable String value) {
        int allowed = limits.of(limit);
        if (value == null || value.length() <= allowed || value.isBlank()) {
            return;
        }
        int length = value.codePointCount(0, value.length());
        if (length > allowed) {
            add(
                    rule,
                    parent.member(name),
                    "%s is %d characters long, at most %d are allowed".formatted(name, length, allowed));
        }
    }

    void count(Rule rule, Limit limit, Pointer at, String what, int count) {
        int allowed = limits.of(limit);
        if (count > allowed) {
            add(rule, at, "%d %s, at most %d are allowed".formatted(count, what, allowed));
        }
    }

    int limit(Limit limit) {
        return limits.of(limit);
    }

    List<Violation> violations() {
        return violations == null ? List.of() : List.copyOf(violations);
    }
}
