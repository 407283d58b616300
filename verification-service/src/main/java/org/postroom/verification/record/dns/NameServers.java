package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    private static final int MOST_SERVERS = 8;

    private final DnsClient client;

    NameServers(DnsClient client) {
        this.client = client;
    }

    /**
     * Returns the name servers, at least one.
     *
     * @throws IOException where the resolver does not answer, or knows of none
     */
    List<NameServer> responsibleFor(Name name) throws IOException {
        for (Name zone = name; zone.labels() > 1; zone = new Name(zone, 1)) {
            List<String> hosts = hosts(zone);
            if (!hosts.isEmpty()) {
                return servers(hosts);
            }
        }
        throw new IOException("no name servers were found for " + name);
    }

    private List<String> hosts(Name zone) throws IOException {
        return answered(zone, Type.NS)
                .filter(NSRecord.class::isInstance)
                .filter(entry -> entry.getName().equals(zone))
                .map(entry -> ((NSRecord) entry).getTarget().toString(true))
                .sorted()
                .limit(MOST_SERVERS)
                .toList();
    }

    private List<NameServer> servers(List<String> hosts) throws IOException {
        List<NameServer> servers = new ArrayList<>();
        for (String host : hosts) {
            servers.add(new NameServer(host, addresses(Name.fromString(host, Name.root))));
        }
        return servers;
    }

    /** IPv6 only where there is nothing else: many networks do not have it. */
    private List<InetAddress> addresses(Name host) {
        try {
            List<InetAddress> v4 = answered(host, Type.A)
                    .filter(ARecord.class::isInstance)
                    .map(entry -> ((ARecord) entry).getAddress())
                    .toList();
            return !v4.isEmpty()
                    ? v4
                    : answered(host, Type.AAAA)
                            .filter(AAAARecord.class::isInstance)
                            .map(entry -> ((AAAARecord) entry).getAddress())
                            .toList();
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private Stream<Record> answered(Name name, int type) throws IOException {
        Message answer = client.askResolver(name, type);
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new IOException("the resolver answered " + Rcode.string(code) + " for " + name);
        }
        return answer.getSection(Section.ANSWER).stream();
    }
}
