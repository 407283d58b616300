package org.postroom.verification.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordType;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** A zone with DNSSEC signatures, some of which are over. */
final class SignedZone {

    private static final int SIGNING_KEY = 257;

    private final Name origin;
    private final DNSKEYRecord key;
    private final PrivateKey secret;
    private final Instant now;

    SignedZone(String origin, DNSKEYRecord key, PrivateKey secret, Instant now) throws IOException {
        this.origin = Name.fromString(origin, Name.root);
        this.key = key;
        this.secret = secret;
        this.now = now;
    }

    static DNSKEYRecord key(String origin, KeyPair keys) throws Exception {
        return new DNSKEYRecord(
                Name.fromString(origin, Name.root),
                DClass.IN,
                60,
                SIGNING_KEY,
                DNSKEYRecord.Protocol.DNSSEC,
                DNSSEC.Algorithm.ECDSAP256SHA256,
                keys.getPublic());
    }

    /** The zone with all records of a domain; those that are broken have signatures of last month. */
    String text(MailDomain domain, String others, Predicate<ExpectedRecord> broken) throws Exception {
        List<Record> records = new ArrayList<>(parse("$TTL 60\n@ SOA ns1 hostmaster 1 3600 600 86400 60\n" + others));
        records.add(key);
        List<Name> brokenNames = new ArrayList<>();
        for (ExpectedRecord expected : domain.issue().records()) {
            List<Record> parsed = parse("$TTL 60\n" + line(expected));
            records.addAll(parsed);
            if (broken.test(expected)) {
                parsed.forEach(entry -> brokenNames.add(entry.getName()));
            }
        }
        Map<String, List<Record>> sets = records.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getName() + " " + entry.getType(), TreeMap::new, Collectors.toList()));
        List<Record> signed = new ArrayList<>();
        for (List<Record> set : sets.values()) {
            signed.addAll(set);
            signed.add(signature(set, brokenNames.contains(set.getFirst().getName())));
        }
        return signed.stream()
                .sorted((left, right) -> Integer.compare(rank(left), rank(right)))
                .map(Record::toString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Name servers want the SOA record first. */
    private static int rank(Record entry) {
        return entry.getType() == Type.SOA ? 0 : 1;
    }

    private RRSIGRecord signature(List<Record> set, boolean over) throws Exception {
        Instant from = now.minus(Duration.ofDays(60));
        Instant until = over ? now.minus(Duration.ofDays(30)) : now.plus(Duration.ofDays(1));
        return DNSSEC.sign(new RRset(set.toArray(Record[]::new)), key, secret, from, until);
    }

    private List<Record> parse(String text) throws IOException {
        var master = new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), origin);
        List<Record> records = new ArrayList<>();
        for (Record entry = master.nextRecord(); entry != null; entry = master.nextRecord()) {
            records.add(entry);
        }
        return records;
    }

    private static String line(ExpectedRecord expected) {
        String value = expected.type() == RecordType.MX
                ? expected.value() + "."
                : expected.valueChunks().stream()
                        .map(chunk -> "\"" + chunk + "\"")
                        .collect(Collectors.joining(" "));
        return "%s. IN %s %s\n".formatted(expected.name(), expected.type(), value);
    }
}
