package io.github.camelcm.messenger.rules.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/**
 * Random {@code msg} objects with a bias to the limits and the exceptions of {@code messenger-rules.md}. About a third
 * is without a fault, most others get one to three, the rest a soup of them. Equal seeds give equal messages.
 */
public final class MessageGenerator {

    private final GeneratorValues values;
    private final GeneratorParts parts;
    private final GeneratorFaults faults;
    private final GeneratorNames names;

    public MessageGenerator(long seed) {
        values = new GeneratorValues(new Random(seed));
        parts = new GeneratorParts(values);
        faults = new GeneratorFaults(values, parts);
        names = new GeneratorNames(values);
    }

    /** The next message. */
    public ObjectNode next() {
        ObjectNode msg = parts.message();
        for (int i = numberOfFaults(); i > 0; i--) {
            faults.add(msg);
        }
        writeOtherwise(msg);
        return msg;
    }

    private int numberOfFaults() {
        if (values.chance(0.22)) {
            return 0;
        }
        return values.chance(0.8) ? values.between(1, 3) : values.between(4, 15);
    }

    /** Other ways to write the same message. */
    private void writeOtherwise(ObjectNode msg) {
        if (values.chance(0.15)) {
            names.addKnown(msg);
        }
        if (values.chance(0.25)) {
            names.addAbsent(msg);
        }
        if (values.chance(0.2)) {
            names.writeDigitsAsNumbers(msg);
        }
        if (values.chance(0.3)) {
            names.spellActionsOtherwise(msg);
        }
        if (values.chance(0.25)) {
            names.spellNamesOtherwise(msg);
        }
    }
}
