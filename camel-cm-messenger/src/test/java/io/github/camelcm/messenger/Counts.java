package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;

/** What an endpoint has counted. */
record Counts(long sent, long accepted, long rejected, long ambiguous, long notSent, long pending) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    static Counts of(CmMessengerEndpoint endpoint) {
        return new Counts(
                endpoint.getSentMessages(),
                endpoint.getAcceptedMessages(),
                endpoint.getRejectedMessages(),
                endpoint.getAmbiguousMessages(),
                endpoint.getNotSentMessages(),
                endpoint.getPendingMessages());
    }

    /** Of one attempt to send messages with these outcomes. */
    static Counts of(List<Outcome> outcomes) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return new Counts(
                outcomes.size(),
                counts.getOrDefault(Outcome.ACCEPTED, 0L),
                counts.getOrDefault(Outcome.REJECTED, 0L),
                counts.getOrDefault(Outcome.UNKNOWN, 0L),
                counts.getOrDefault(Outcome.NOT_SENT, 0L),
                0);
    }

    Counts minus(Counts less) {
        return new Counts(
                sent - less.sent,
                accepted - less.accepted,
                rejected - less.rejected,
                ambiguous - less.ambiguous,
                notSent - less.notSent,
                pending - less.pending);
    }

    Counts plus(Counts more) {
        return new Counts(
                sent + more.sent,
                accepted + more.accepted,
                rejected + more.rejected,
                ambiguous + more.ambiguous,
                notSent + more.notSent,
                pending + more.pending);
    }

    /** An attribute of the context's only endpoint of the component, in JMX. */
    static Object inJmx(CamelContext context, String attribute) throws Exception {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:type=endpoints,context=" + context.getManagementName()
                        + ",name=\"cm-messenger*\""),
                null);
        return server.getAttribute(names.iterator().next(), attribute);
    }
}
