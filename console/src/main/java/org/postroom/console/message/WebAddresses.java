package org.postroom.console.message;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;
import org.postroom.runtime.network.NetworkGuard;

/**
 * The addresses that a picture may be fetched from: those of the public network, and none of the installation's own one.
 *
 * @param trusted addresses that may be asked all the same
 */
public record WebAddresses(Set<InetAddress> trusted) implements Predicate<InetAddress> {

    private static final NetworkGuard GUARD = new NetworkGuard(false);

    /** Copies the set. */
    public WebAddresses {
        trusted = Set.copyOf(trusted);
    }

    @Override
    public boolean test(InetAddress address) {
        return trusted.contains(address) || GUARD.allows(address);
    }
}
