package org.postroom.inbound.scan.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/** Where clamd listens: {@code tcp://host:port}, or {@code unix:/path} for a socket in the file system. */
record ClamdAddress(URI uri) {

    private static final String EXPECTED = "tcp://host:port or unix:/path/of/the/socket";

    ClamdAddress {
        boolean tcp = "tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
        boolean unix = "unix".equals(uri.getScheme())
                && uri.getPath() != null
                && uri.getPath().startsWith("/");
        if (!tcp && !unix) {
            throw Addresses.refused("clamd", EXPECTED);
        }
    }

    static ClamdAddress of(String text) {
        return new ClamdAddress(Addresses.read("clamd", text, EXPECTED));
    }

    /** The address to connect to; a host's name is looked up anew each time. */
    SocketAddress resolved() {
        @Nullable String host = uri.getHost();
        return host == null ? UnixDomainSocketAddress.of(uri.getPath()) : new InetSocketAddress(host, uri.getPort());
    }
}
