package org.postroom.runtime.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks a resolver; a network address stands for itself. */
public final class DnsHostLookup implements HostLookup {

    private final Resolver resolver;

    /** Takes the resolver to ask. */
    public DnsHostLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Result of(String host) {
        try {
            return host.contains(":") || host.matches("[0-9.]+")
                    ? new Result.Found(List.of(InetAddress.ofLiteral(host)))
                    : lookUp(Name.fromString(host, Name.root));
        } catch (IllegalArgumentException | TextParseException invalid) {
            return new Result.NotFound();
        }
    }

    private Result lookUp(Name name) {
        List<InetAddress> addresses = new ArrayList<>();
        String failure = "";
        for (int type : new int[] {Type.A, Type.AAAA}) {
            var lookup = new Lookup(name, type);
            lookup.setResolver(resolver);
            lookup.setCache(null);
            Record[] records = lookup.run();
            switch (lookup.getResult()) {
                case Lookup.SUCCESSFUL -> add(addresses, records);
                case Lookup.TYPE_NOT_FOUND, Lookup.HOST_NOT_FOUND -> {
                    // the other type may have one
                }
                default -> failure = "DNS gave no answer for " + name.toString(true) + ": " + lookup.getErrorString();
            }
        }
        if (!addresses.isEmpty()) {
            return new Result.Found(addresses);
        }
        return failure.isEmpty() ? new Result.NotFound() : new Result.NoAnswer(failure);
    }

    private static void add(List<InetAddress> addresses, Record[] records) {
        for (Record entry : records) {
            if (entry instanceof ARecord v4) {
                addresses.add(v4.getAddress());
            } else if (entry instanceof AAAARecord v6) {
                addresses.add(v6.getAddress());
            }
        }
    }
}
