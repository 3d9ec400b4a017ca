package io.github.camelcm.messenger.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a program runs on. */
public final class Machine {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Machine() {}

    public static String describe() {
        return String.format(
                "%d CPUs, %s %s, %s %s %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    /** Nanoseconds of CPU time that this JVM has used, with the kernel's part. */
    public static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
