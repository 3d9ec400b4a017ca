package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Everything that Camel's MBeans tell: each attribute, and each operation without parameters that only reads. */
final class JmxDump {

    private JmxDump() {}

    static List<String> ofCamel() throws Exception {
        List<String> seen = new ArrayList<>();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(new ObjectName("org.apache.camel:*"), null);
        assertThat(names).isNotEmpty();
        for (ObjectName name : names) {
            seen.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    seen.add(name + " " + attribute.getName() + " " + read(server, name, attribute.getName()));
                }
            }
            for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
                boolean dump = operation.getName().startsWith("dump")
                        || operation.getName().endsWith("AsXml");
                if (dump && operation.getSignature().length == 0) {
                    seen.add(name + " " + operation.getName() + " " + invoke(server, name, operation.getName()));
                }
            }
        }
        return seen;
    }

    private static String read(MBeanServer server, ObjectName name, String attribute) {
        try {
            return String.valueOf(server.getAttribute(name, attribute));
        } catch (Exception e) {
            return ""; // an attribute that is not there in this state
        }
    }

    private static String invoke(MBeanServer server, ObjectName name, String operation) {
        try {
            return String.valueOf(server.invoke(name, operation, null, null));
        } catch (Exception e) {
            return ""; // a dump that needs a module which is not there
        }
    }
}
