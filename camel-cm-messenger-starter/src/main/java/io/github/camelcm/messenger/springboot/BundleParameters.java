package io.github.camelcm.messenger.springboot;

import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Camel's TLS parameters made of an SSL bundle of Spring Boot: its keys, certificates, protocols and ciphers. */
final class BundleParameters {

    private BundleParameters() {}

    /** @throws IllegalArgumentException if there is no such bundle; it says what to do */
    static SSLContextParameters of(String name, @Nullable SslBundles bundles) {
        if (bundles == null) {
            throw new IllegalArgumentException("There are no SSL bundles, since SslAutoConfiguration is excluded");
        }
        try {
            return of(bundles.getBundle(name));
        } catch (NoSuchSslBundleException e) {
            throw new IllegalArgumentException(
                    "There is no SSL bundle '" + name + "', which " + CmMessengerComponentAutoConfiguration.PREFIX
                            + ".ssl-bundle names. Define it as spring.ssl.bundle.pem." + name
                            + " or spring.ssl.bundle.jks." + name + ", or name one of " + bundles.getBundleNames(),
                    e);
        }
    }

    private static SSLContextParameters of(SslBundle bundle) {
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setSecureSocketProtocol(bundle.getProtocol());
        parameters.setKeyManagers(new KeyManagersParameters() {
            @Override
            public KeyManager[] createKeyManagers() {
                return bundle.getManagers().getKeyManagers();
            }
        });
        parameters.setTrustManagers(new TrustManagersParameters() {
            @Override
            public TrustManager[] createTrustManagers() {
                return bundle.getManagers().getTrustManagers();
            }
        });
        String[] protocols = bundle.getOptions().getEnabledProtocols();
        if (protocols != null) {
            SecureSocketProtocolsParameters allowed = new SecureSocketProtocolsParameters();
            allowed.setSecureSocketProtocol(List.of(protocols));
            parameters.setSecureSocketProtocols(allowed);
        }
        String[] ciphers = bundle.getOptions().getCiphers();
        if (ciphers != null) {
            CipherSuitesParameters allowed = new CipherSuitesParameters();
            allowed.setCipherSuite(List.of(ciphers));
            parameters.setCipherSuites(allowed);
        }
        return parameters;
    }
}
