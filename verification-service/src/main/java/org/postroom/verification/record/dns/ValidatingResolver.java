package org.postroom.verification.record.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/** A resolver that validates signatures (RFC 4035). It fails where they are broken, and not when told to pass over them. */
final class ValidatingResolver {

    private static final int PAYLOAD = 1232;

    private final SimpleResolver resolver;

    ValidatingResolver(InetSocketAddress address, Duration timeout) {
        this.resolver = new SimpleResolver(address);
        resolver.setTimeout(timeout);
        resolver.setEDNS(0, PAYLOAD, ExtendedFlags.DO);
    }

    /** What the resolver says of broken signatures; empty where there are none, or it cannot tell. */
    Optional<String> brokenSignatures(Name name, int type) {
        try {
            Message validated = resolver.send(query(name, type));
            if (validated.getRcode() != Rcode.SERVFAIL) {
                return Optional.empty();
            }
            Message unchecked = query(name, type);
            unchecked.getHeader().setFlag(Flags.CD);
            return resolver.send(unchecked).getRcode() == Rcode.SERVFAIL
                    ? Optional.empty()
                    : Optional.of(explanation(validated));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static Message query(Name name, int type) {
        return Message.newQuery(Record.newRecord(name, type, DClass.IN));
    }

    /** Servers may say why they failed (RFC 8914). */
    private static String explanation(Message failed) {
        OPTRecord options = failed.getOPT();
        return options == null
                ? "SERVFAIL"
                : options.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                        .map(option -> ((ExtendedErrorCodeOption) option).getText())
                        .filter(text -> text != null && !text.isBlank())
                        .findFirst()
                        .orElse("SERVFAIL");
    }
}
