package org.postroom.runtime.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What each client may take of this replica: a rate for a user, one for the organisation, one for an address without a
 * sign-in, and few requests of an organisation at once. What is remembered is bounded, whoever asks.
 */
public final class ClientLimits {

    private static final int MOST_USERS = 100_000;
    private static final int MOST_ORGANISATIONS = 20_000;
    private static final int MOST_ADDRESSES = 100_000;

    /** Half of an IPv6 address is one network's, whose host may choose the other half anew each time (RFC 4291 section 2.5.1). */
    private static final int NETWORK_OCTETS = 8;

    private final Buckets users;
    private final Buckets organisations;
    private final Buckets addresses;
    private final Turnstile turnstile;

    /** Begins with nobody known. */
    public ClientLimits(LimitSettings settings) {
        this.users = new Buckets(settings.user(), MOST_USERS);
        this.organisations = new Buckets(settings.organisation(), MOST_ORGANISATIONS);
        this.addresses = new Buckets(settings.address(), MOST_ADDRESSES);
        this.turnstile = new Turnstile(settings, MOST_ORGANISATIONS);
    }

    /** Lets a request in, waits until it may come in, or says why not. */
    public Entrance enter(Client client) {
        return switch (client) {
            case Client.Address(String address) ->
                addresses
                        .take(network(address))
                        .<Entrance>map(wait -> tooOften("address", "from your network address", wait))
                        .orElse(Free.ENTRANCE);
            case Client.User(String organisation, String user) -> enter(organisation, user);
        };
    }

    private Entrance enter(String organisation, String user) {
        Optional<Duration> wait = users.take(organisation + "/" + user);
        if (wait.isPresent()) {
            return tooOften("user", "of yours", wait.get());
        }
        if (organisation.isEmpty()) {
            return Free.ENTRANCE;
        }
        wait = organisations.take(organisation);
        return wait.isPresent()
                ? tooOften("organisation", "of your organisation", wait.get())
                : turnstile.enter(organisation);
    }

    private static Entrance tooOften(String limit, String whose, Duration wait) {
        return new Entrance.Shut(limit, "expected fewer requests %s, but there were too many".formatted(whose), wait);
    }

    private static String network(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_OCTETS))
                : address;
    }

    /** An entrance that takes nobody's place. */
    private enum Free implements Entrance.Open {
        /** The only one. */
        ENTRANCE;

        @Override
        public void close() {
            // nothing was taken
        }
    }
}
