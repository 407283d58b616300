package org.postroom.console.message.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Knows a host by those of its addresses only that may be connected to. It gives the very addresses that are connected to, so that
 * a name cannot mean another one a moment later.
 */
final class GuardedResolver implements DnsResolver {

    private final Predicate<InetAddress> allowed;

    GuardedResolver(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] reachable = Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host))
                .filter(allowed)
                .toArray(InetAddress[]::new);
        if (reachable.length == 0) {
            throw new UnknownHostException("expected a host on the web, but " + host + " is none");
        }
        return reachable;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
