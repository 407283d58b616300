package org.postroom.inbound.authenticity.spf;

import org.jspecify.annotations.Nullable;

/** What a directive compares the client with (RFC 7208, section 5). Without a domain, the one that is asked is meant. */
sealed interface Mechanism {

    /** Whether it costs one of the ten questions that a check may ask (section 4.6.4). */
    default boolean asksDns() {
        return !(this instanceof All || this instanceof Ip);
    }

    /** Always matches. */
    record All() implements Mechanism {}

    /** Matches where the other domain's record passes the client. */
    record Include(MacroString domain) implements Mechanism {}

    /** Matches the addresses of a name. */
    record A(@Nullable MacroString domain, int bits4, int bits6) implements Mechanism {}

    /** Matches the addresses of a domain's mail servers. */
    record Mx(@Nullable MacroString domain, int bits4, int bits6) implements Mechanism {}

    /** Matches where the client's own name is in the domain. */
    record Ptr(@Nullable MacroString domain) implements Mechanism {}

    /** Matches a range of addresses. */
    record Ip(Network network) implements Mechanism {}

    /** Matches where a name has an IPv4 address. */
    record Exists(MacroString domain) implements Mechanism {}
}
