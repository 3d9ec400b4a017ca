package io.github.camelcm.messenger.gateway;

/**
 * Where a file is, on one of the {@link MediaHosts}; over HTTPS always.
 *
 * @param host a name as the option has it, in lower case
 * @param port its port
 * @param path path and query
 */
public record MediaAddress(String host, int port, String path) {

    /** Without path and query, which may be as good as a password. */
    @Override
    public String toString() {
        return "MediaAddress[" + host + ":" + port + "]";
    }
}
