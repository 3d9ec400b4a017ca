package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/** The meters of a page in Micrometer. The only class that knows Micrometer, which need not be on the class path. */
final class MicrometerMeters implements Meters {

    /** Camel Micrometer's name for the registry of meters. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Meter> registered = new ArrayList<>();
    private final Map<Outcome, Counter> messages = new EnumMap<>(Outcome.class);
    private final Map<EventResult, Counter> events = new EnumMap<>(EventResult.class);
    private final LongAdder pending = new LongAdder();
    private final Counter invalid;
    private final Counter refused;
    private final DistributionSummary requestSize;
    private final Timer latency;

    private MicrometerMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        for (Outcome outcome : Outcome.values()) {
            messages.put(
                    outcome,
                    counter(
                            "cm.messenger.messages",
                            "Messages that were handed over for sending, by what became of them",
                            Tags.of("outcome", tag(outcome))));
        }
        for (EventResult result : EventResult.values()) {
            events.put(
                    result,
                    counter(
                            "cm.messenger.received",
                            "Events that CM.com reported, by what became of them",
                            Tags.of("result", tag(result))));
        }
        invalid = counter("cm.messenger.invalid", "Exchanges that were refused before sending", Tags.empty());
        refused = counter(
                "cm.messenger.refused",
                "Webhook calls that were answered with another status than 200 and 500",
                Tags.empty());
        registered.add(Gauge.builder("cm.messenger.pending", pending, LongAdder::sum)
                .description("Messages that were handed over for sending, and whose outcome is not known yet")
                .tags(tags)
                .register(registry));
        requestSize = keep(DistributionSummary.builder("cm.messenger.request.size")
                .description("Messages in a request to the gateway")
                .baseUnit("messages")
                .tags(tags)
                .register(registry));
        latency = keep(Timer.builder("cm.messenger.latency")
                .description("From the start of an attempt to send until its outcome is known")
                .tags(tags)
                .register(registry));
    }

    /** @return none if the application has no registry of meters, or several of equal rank */
    static Meters of(CamelContext context, String page) {
        MeterRegistry registry = registry(context.getRegistry());
        return registry == null
                ? NONE
                : new MicrometerMeters(registry, Tags.of("camelContext", context.getName(), "page", page));
    }

    /** As Camel Micrometer finds it. */
    private static @Nullable MeterRegistry registry(Registry beans) {
        MeterRegistry named = beans.lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
        if (named != null) {
            return named;
        }
        MeterRegistry composite = beans.findSingleByType(CompositeMeterRegistry.class);
        return composite != null ? composite : beans.findSingleByType(MeterRegistry.class);
    }

    private Counter counter(String name, String description, Tags further) {
        return keep(Counter.builder(name)
                .description(description)
                .tags(tags.and(further))
                .register(registry));
    }

    private <T extends Meter> T keep(T meter) {
        registered.add(meter);
        return meter;
    }

    private static String tag(Enum<?> value) {
        return value == Outcome.UNKNOWN ? "ambiguous" : value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void sent(int count) {
        pending.add(count);
    }

    @Override
    public void known(Outcome outcome, int count) {
        pending.add(-count);
        messages.get(outcome).increment(count);
    }

    @Override
    public void attempt(long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void request(int count) {
        requestSize.record(count);
    }

    @Override
    public void invalid() {
        invalid.increment();
    }

    @Override
    public void received(EventResult result) {
        events.get(result).increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void remove() {
        registered.forEach(registry::remove);
    }
}
