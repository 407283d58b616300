package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the name servers that are responsible for a name: those of the closest name above it, or itself, that has NS
 * records, which is where its zone begins (RFC 1034, section 4.2).
 */
final class NameServers {

    private static final int MOST_SERVERS = 13;
    private static final int MOST_ADDRESSES = 4;

    private final DnsClient client;

    NameServers(DnsClient client) {
        this.client = client;
    }

    /**
     * Returns the zone, as far as the resolver knows it: where its servers fail, the resolver does too, and the zone above
     * is returned, whose servers know more.
     *
     * @throws IOException where the resolver does not answer, or knows of none
     */
    ServedZone of(Name name) throws IOException {
        String failure = "knows of no name servers for " + Answers.text(name);
        for (Name zone = name; zone.labels() > 1; zone = new Name(zone, 1)) {
            Message answer = client.askResolver(zone, Type.NS);
            List<Name> hosts = hosts(answer, zone);
            if (!hosts.isEmpty()) {
                return new ServedZone(zone, servers(hosts));
            }
            if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
                failure = "answers " + Rcode.string(answer.getRcode()) + " for " + Answers.text(zone);
            }
        }
        throw new IOException(failure);
    }

    /** The servers with their addresses. */
    List<NameServer> servers(List<Name> hosts) {
        return hosts.stream()
                .sorted()
                .distinct()
                .limit(MOST_SERVERS)
                .map(host -> new NameServer(Answers.text(host), addresses(host)))
                .toList();
    }

    private static List<Name> hosts(Message answer, Name zone) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(entry -> entry instanceof NSRecord && entry.getName().equals(zone))
                .map(entry -> ((NSRecord) entry).getTarget())
                .toList();
    }

    private List<InetAddress> addresses(Name host) {
        List<InetAddress> all = new ArrayList<>();
        all.addAll(addresses(host, Type.A));
        all.addAll(Ipv6.isUsable() || all.isEmpty() ? addresses(host, Type.AAAA) : List.of());
        return all;
    }

    private List<InetAddress> addresses(Name host, int type) {
        try {
            return client.askResolver(host, type).getSection(Section.ANSWER).stream()
                    .map(NameServers::address)
                    .flatMap(Optional::stream)
                    .limit(MOST_ADDRESSES)
                    .toList();
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private static Optional<InetAddress> address(Record entry) {
        return switch (entry) {
            case ARecord v4 -> Optional.of(v4.getAddress());
            case AAAARecord v6 -> Optional.of(v6.getAddress());
            default -> Optional.empty();
        };
    }
}
