package org.postroom.outbound.delivery.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postroom.outbound.delivery.MailRoute;
import org.postroom.outbound.delivery.MailRoutes;
import org.postroom.outbound.delivery.MailServer;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Finds servers by MX records, or by the domain's own address where it has none (RFC 5321, section 5.1). A null MX
 * (RFC 7505) says that the domain takes no mail.
 */
final class DnsMailRoutes implements MailRoutes {

    private static final int MOST_SERVERS = 10;
    private static final String BAD_DOMAIN = "5.1.2";
    private static final String NULL_MX = "5.1.10";
    private static final String NO_SERVER = "5.4.4";

    private final Resolver resolver;
    private final int smtpPort;

    DnsMailRoutes(Resolver resolver, int smtpPort) {
        this.resolver = resolver;
        this.smtpPort = smtpPort;
    }

    @Override
    public MailRoute of(String domainName) {
        try {
            Name name = Name.fromString(domainName, Name.root);
            return switch (ask(name, Type.MX)) {
                case Answer.Records(List<Record> records) -> byExchangers(domainName, records);
                case Answer.NoRecords _ -> byOwnAddress(name);
                case Answer.NoName _ ->
                    new MailRoute.Nowhere(
                            BAD_DOMAIN, "expected the domain " + domainName + " to exist, but it does not");
                case Answer.None(String reason) -> new MailRoute.TryAgain(reason);
            };
        } catch (TextParseException invalid) {
            return new MailRoute.Nowhere(BAD_DOMAIN, "expected a host name, but got " + domainName);
        }
    }

    private MailRoute byExchangers(String domainName, List<Record> records) {
        List<MXRecord> exchangers = records.stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .toList();
        if (exchangers.stream().allMatch(exchanger -> exchanger.getTarget().equals(Name.root))) {
            return new MailRoute.Nowhere(
                    NULL_MX, "expected a domain that takes mail, but " + domainName + " says that it takes none");
        }
        return servers(domainName, exchangers.stream().map(MXRecord::getTarget).toList());
    }

    private MailRoute byOwnAddress(Name name) {
        return servers(name.toString(true), List.of(name));
    }

    private MailRoute servers(String domainName, List<Name> hosts) {
        List<MailServer> servers = new ArrayList<>();
        String failure = "";
        for (Name host : hosts) {
            for (int type : new int[] {Type.A, Type.AAAA}) {
                switch (ask(host, type)) {
                    case Answer.Records(List<Record> records) ->
                        records.forEach(entry -> addServer(servers, host, entry));
                    case Answer.None(String reason) -> failure = reason;
                    case Answer.NoRecords _, Answer.NoName _ -> {
                        // the next host may have an address
                    }
                }
            }
        }
        if (!servers.isEmpty()) {
            return new MailRoute.Servers(servers.subList(0, Math.min(servers.size(), MOST_SERVERS)));
        }
        return failure.isEmpty()
                ? new MailRoute.Nowhere(
                        NO_SERVER, "expected a mail server of " + domainName + " with an address, but there is none")
                : new MailRoute.TryAgain(failure);
    }

    private void addServer(List<MailServer> servers, Name host, Record entry) {
        InetAddress address = switch (entry) {
            case ARecord v4 -> v4.getAddress();
            case AAAARecord v6 -> v6.getAddress();
            default -> null;
        };
        if (address != null) {
            servers.add(new MailServer(host.toString(true), address.getHostAddress(), smtpPort));
        }
    }

    private Answer ask(Name name, int type) {
        var lookup = new Lookup(name, type);
        lookup.setResolver(resolver);
        lookup.setCache(null);
        Record[] records = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> new Answer.Records(List.of(records));
            case Lookup.TYPE_NOT_FOUND -> new Answer.NoRecords();
            case Lookup.HOST_NOT_FOUND -> new Answer.NoName();
            default ->
                new Answer.None("DNS gave no answer for %s %s: %s"
                        .formatted(name.toString(true), Type.string(type), lookup.getErrorString()));
        };
    }

    /** What DNS said. */
    private sealed interface Answer {

        record Records(List<Record> records) implements Answer {}

        record NoRecords() implements Answer {}

        record NoName() implements Answer {}

        record None(String reason) implements Answer {}
    }
}
