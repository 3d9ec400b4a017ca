package io.github.camelcm.messenger.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The fault rules, in the order they were added.
 *
 * <ul>
 *   <li>What counts for a rule of the gateway: every {@code POST} whose body was read, whatever it holds, so not what is
 *       answered 405, 413 or 415; for {@link FaultKind#REJECTED_MESSAGE} only requests with that many messages that are
 *       not refused as a whole.
 *   <li>What counts for a rule of webhooks: every attempt to call one, also retries and repeats by hand.
 *   <li>Each rule counts for itself, from when it was added, whether it or another one fires.
 *   <li>{@link FaultKind#SLOW} rules that are due all fire, and their delays add up. Of the other rules the first that is
 *       due fires and no further one: a later {@code next N} keeps its turns, an {@code every N} loses this one.
 * </ul>
 */
public final class Faults {

    /** How many rules there may be. */
    static final int MAX_RULES = 100;

    private final Object monitor;
    private final Runnable changed;
    private final List<FaultRule> rules = new ArrayList<>();
    private long lastId;

    Faults(Object monitor, Runnable changed) {
        this.monitor = monitor;
        this.changed = changed;
    }

    /**
     * Adds a rule behind all others.
     *
     * @param fault what goes wrong
     * @param scope when
     * @return the rule
     * @throws SimulatorException if there are 100 rules already
     */
    public FaultRule add(Fault fault, FaultScope scope) {
        synchronized (monitor) {
            if (rules.size() == MAX_RULES) {
                throw SimulatorException.conflict(
                        "There are " + MAX_RULES + " fault rules already; delete some first.");
            }
            FaultRule rule = new FaultRule(++lastId, fault, scope, 0, 0);
            rules.add(rule);
            changed.run();
            return rule;
        }
    }

    /**
     * The rules as they stand, spent ones too.
     *
     * @return the rules in their order
     */
    public List<FaultRule> list() {
        synchronized (monitor) {
            return List.copyOf(rules);
        }
    }

    /**
     * Removes a rule.
     *
     * @param id its number
     * @throws SimulatorException if there is no such rule
     */
    public void remove(long id) {
        synchronized (monitor) {
            if (!rules.removeIf(rule -> rule.id() == id)) {
                throw SimulatorException.notFound("There is no fault rule of that number.");
            }
            changed.run();
        }
    }

    /** Removes all rules. */
    public void clear() {
        synchronized (monitor) {
            rules.clear();
            changed.run();
        }
    }

    /** A request to the gateway of that many messages, 0 if it is refused as a whole. */
    FaultHit gateway(int messages) {
        return hit(
                FaultPlace.GATEWAY,
                rule -> rule.fault().kind() != FaultKind.REJECTED_MESSAGE
                        || rule.fault().value() <= messages);
    }

    /** An attempt to call a webhook. */
    FaultHit webhook() {
        return hit(FaultPlace.WEBHOOKS, rule -> true);
    }

    private FaultHit hit(FaultPlace where, Predicate<FaultRule> counts) {
        synchronized (monitor) {
            long delay = 0;
            FaultRule deciding = null;
            List<Long> fired = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                FaultRule rule = rules.get(i);
                if (rule.fault().where() != where || !counts.test(rule)) {
                    continue;
                }
                rule = rule.count();
                boolean slow = rule.fault().kind() == FaultKind.SLOW;
                if (rule.isDue() && (slow || deciding == null)) {
                    rule = rule.fire();
                    delay += slow ? rule.fault().value() : 0;
                    deciding = slow ? deciding : rule;
                    fired.add(rule.id());
                }
                rules.set(i, rule);
            }
            if (!fired.isEmpty()) {
                changed.run();
            }
            return new FaultHit(delay, deciding, fired);
        }
    }

    long lastId() {
        synchronized (monitor) {
            return lastId;
        }
    }

    void restore(long newLastId, List<FaultRule> newRules) {
        synchronized (monitor) {
            rules.clear();
            rules.addAll(newRules);
            lastId = newLastId;
        }
    }
}
