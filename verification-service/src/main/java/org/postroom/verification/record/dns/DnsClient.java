package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Sends queries over UDP, and over TCP where an answer is cut off; a query without answer is repeated once. */
final class DnsClient {

    private static final int ATTEMPTS = 2;

    private final Resolver resolver;
    private final int serverPort;
    private final Duration timeout;

    DnsClient(DnsSettings settings) {
        this.resolver = resolver(settings);
        this.serverPort = settings.port();
        this.timeout = settings.timeout();
    }

    /** Asks the resolver, which asks others. */
    Message askResolver(Name name, int type) throws IOException {
        return send(resolver, Message.newQuery(Record.newRecord(name, type, DClass.IN)));
    }

    /** Asks one name server for what it knows itself. */
    Message askServer(InetAddress server, Name name, int type) throws IOException {
        var direct = new SimpleResolver(new InetSocketAddress(server, serverPort));
        direct.setTimeout(timeout);
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return send(direct, query);
    }

    private static Message send(Resolver to, Message query) throws IOException {
        IOException last = new IOException("expected at least one attempt");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return to.send(query);
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last;
    }

    private static Resolver resolver(DnsSettings settings) {
        try {
            Resolver chosen = settings.resolverHost().isEmpty()
                    ? new ExtendedResolver()
                    : new SimpleResolver(new InetSocketAddress(
                            InetAddress.getByName(settings.resolverHost()), settings.resolverPort()));
            chosen.setTimeout(settings.timeout());
            return chosen;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "postroom.dns.server: expected a host that can be reached, but got " + settings.server(), unknown);
        }
    }
}
