package io.github.camelcm.messenger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** A server's key and certificate, made by the JDK's keytool, and whoever trusts it. */
final class TestTls {

    private static final String PASSWORD = "changeit";

    private final Path store;

    /** @param name what the certificate is for, such as {@code dns:localhost} or {@code ip:127.0.0.1} */
    TestTls(Path folder, String name) throws IOException, InterruptedException {
        store = folder.resolve(name.replace(':', '-') + ".p12");
        if (Files.exists(store)) {
            return; // made for an earlier test
        }
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + name,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
    }

    ServerSocketFactory serverSockets() throws Exception {
        SSLContextParameters server = new SSLContextParameters();
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(keyStore());
        keys.setKeyPassword(PASSWORD);
        server.setKeyManagers(keys);
        return server.createSSLContext(new DefaultCamelContext()).getServerSocketFactory();
    }

    /** Parameters of a client that trusts the server. */
    SSLContextParameters trusting() {
        SSLContextParameters client = new SSLContextParameters();
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(keyStore());
        client.setTrustManagers(trust);
        return client;
    }

    private KeyStoreParameters keyStore() {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setResource("file:" + store);
        parameters.setPassword(PASSWORD);
        parameters.setType("PKCS12");
        return parameters;
    }
}
