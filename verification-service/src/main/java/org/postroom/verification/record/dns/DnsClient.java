package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * Sends queries over UDP, and over TCP where an answer is cut off (RFC 7766, section 5). A query without answer is
 * repeated once, then without EDNS, since some servers do not know it (RFC 6891, section 7).
 */
final class DnsClient {

    private static final int WITHOUT_EDNS = -1;

    private final Resolver resolver;
    private final int serverPort;

    DnsClient(DnsSettings settings) {
        this.resolver = HostAndPort.address("postroom.dns.server", settings.server())
                .<Resolver>map(SimpleResolver::new)
                .orElseGet(ExtendedResolver::new);
        resolver.setTimeout(settings.timeout());
        this.serverPort = settings.port();
    }

    /** Asks the resolver, which asks others. */
    Message askResolver(Name name, int type) throws IOException {
        Message query = query(name, type);
        try {
            return resolver.send(query);
        } catch (IOException lost) {
            return resolver.send(query);
        }
    }

    /** Asks one name server for what it knows itself. */
    Message askServer(InetAddress server, Name name, int type, Duration timeout) throws IOException {
        Message query = query(name, type);
        query.getHeader().unsetFlag(Flags.RD);
        Message answer;
        try {
            answer = send(server, query, timeout, true);
        } catch (IOException lost) {
            return send(server, query, timeout, false);
        }
        return refusesEdns(answer.getRcode()) ? send(server, query, timeout, false) : answer;
    }

    private Message send(InetAddress server, Message query, Duration timeout, boolean edns) throws IOException {
        SimpleResolver direct = to(server, timeout, edns);
        direct.setIgnoreTruncation(true);
        Message answer = direct.send(query);
        if (!answer.getHeader().getFlag(Flags.TC)) {
            return answer;
        }
        direct.setTCP(true);
        try {
            return direct.send(query);
        } catch (IOException failed) {
            throw new TruncatedAnswerException(failed);
        }
    }

    private SimpleResolver to(InetAddress server, Duration timeout, boolean edns) {
        var direct = new SimpleResolver(new InetSocketAddress(server, serverPort));
        direct.setTimeout(timeout);
        if (!edns) {
            direct.setEDNS(WITHOUT_EDNS);
        }
        return direct;
    }

    private static boolean refusesEdns(int code) {
        return code == Rcode.FORMERR || code == Rcode.NOTIMP || code == Rcode.BADVERS;
    }

    private static Message query(Name name, int type) {
        return Message.newQuery(Record.newRecord(name, type, DClass.IN));
    }
}
