package org.postroom.verification.record.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resolver in the settings: {@code host} or {@code host:port}; an IPv6 address with port in brackets. */
final class HostAndPort {

    private static final int USUAL_PORT = 53;
    private static final String WITH_PORT = "([^:]+|\\[.+]):\\d{1,5}";

    private HostAndPort() {}

    static void check(String setting, @Nullable String value) {
        if (value != null
                && value.indexOf(':') == value.lastIndexOf(':')
                && value.contains(":")
                && !value.matches(WITH_PORT)) {
            throw new IllegalArgumentException(setting + ": expected host or host:port, but got " + value);
        }
    }

    /**
     * Finds the address.
     *
     * @return empty where the setting is
     * @throws IllegalArgumentException where there is no such host
     */
    static Optional<InetSocketAddress> address(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        boolean withPort = value.matches(WITH_PORT);
        String host = withPort ? value.substring(0, value.lastIndexOf(':')) : value;
        int port = withPort ? Integer.parseInt(value.substring(value.lastIndexOf(':') + 1)) : USUAL_PORT;
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    setting + ": expected a host that can be reached, but got " + value, unknown);
        }
    }
}
