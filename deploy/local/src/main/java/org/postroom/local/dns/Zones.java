package org.postroom.local.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Zone;

/**
 * The zones of the playground, all below {@code test}. A zone comes into being with its first record, and each is served
 * with SOA and NS records of the playground's own.
 */
public final class Zones {

    static final Name TEST = Name.fromConstantString("test.");
    private static final Name SERVER = Name.fromConstantString("ns1.playground.test.");
    private static final Name PERSON = Name.fromConstantString("hostmaster.playground.test.");
    private static final int ABSENCE_TTL = 1;

    private final Map<Name, List<Record>> records = new TreeMap<>();
    private final Map<Name, Zone> served = new TreeMap<>();
    private long serial = 1;

    /** Makes the zones with the playground's own: its hosts, and a domain for customers. */
    public Zones() {
        serve(TEST);
        publish("playground.test", List.of(address("ns1"), address("mail")));
        publish("postroom.test", List.of(address("mx"), address("mail"), mailOfEveryNameBelow()));
        publish("customer.test", List.of(new PublishedRecord("@", "MX", null, "10 mail.playground.test")));
        publish("archive.test", List.of(new PublishedRecord("@", "MX", null, "10 mail.playground.test")));
    }

    /**
     * Adds records to a zone. Records that it has already stay as they are, but take the new time to live.
     *
     * @throws IllegalArgumentException when a record is none, or the zone is not below {@code test}
     */
    public synchronized void publish(String zone, List<PublishedRecord> published) {
        var origin = origin(zone);
        var added = published.stream().map(record -> record.in(origin)).toList();
        var all = new ArrayList<>(records.getOrDefault(origin, List.of()));
        all.removeAll(added);
        all.addAll(added);
        put(origin, all);
    }

    /** Replaces, in a zone, the records that have the names and types of these. */
    public synchronized void replace(String zone, List<PublishedRecord> published) {
        var origin = origin(zone);
        for (var record : published.stream().map(record -> record.in(origin)).toList()) {
            remove(origin, PublishedRecord.of(record), false);
        }
        publish(zone, published);
    }

    /** Replaces all records of a zone at once. */
    public synchronized void replaceAll(String zone, List<PublishedRecord> published) {
        var origin = origin(zone);
        put(origin, published.stream().map(record -> record.in(origin)).toList());
    }

    /** Removes a record from a zone. */
    public synchronized void remove(String zone, PublishedRecord record) {
        remove(origin(zone), PublishedRecord.of(record.in(origin(zone))), true);
    }

    /** Removes a zone with all its records. */
    public synchronized void remove(String zone) {
        var origin = origin(zone);
        records.remove(origin);
        served.remove(origin);
    }

    /** Returns the records of a zone as they were published; none when there is no such zone. */
    public synchronized List<PublishedRecord> list(String zone) {
        return records.getOrDefault(origin(zone), List.of()).stream()
                .map(PublishedRecord::of)
                .toList();
    }

    /** Returns the names of all zones, without the final dot. */
    public synchronized List<String> names() {
        return records.keySet().stream().map(name -> name.toString(true)).toList();
    }

    /** Returns the zone that answers for a name; nothing when the playground does not answer for it. */
    synchronized Optional<Zone> zoneOf(Name name) {
        for (int skipped = 0; skipped < name.labels(); skipped++) {
            var zone = served.get(skipped == 0 ? name : new Name(name, skipped));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    private void remove(Name origin, PublishedRecord like, boolean sameValue) {
        var left = new ArrayList<>(records.getOrDefault(origin, List.of()));
        left.removeIf(record -> isLike(PublishedRecord.of(record), like, sameValue));
        put(origin, left);
    }

    private static boolean isLike(PublishedRecord record, PublishedRecord like, boolean sameValue) {
        return record.name().equalsIgnoreCase(like.name())
                && record.type().equals(like.type())
                && (!sameValue || record.value().equals(like.value()));
    }

    private void put(Name origin, List<Record> all) {
        records.put(origin, List.copyOf(all));
        serve(origin);
    }

    private void serve(Name origin) {
        serial++;
        var all = new ArrayList<Record>();
        all.add(new SOARecord(origin, DClass.IN, ABSENCE_TTL, SERVER, PERSON, serial, 3600, 600, 86_400, ABSENCE_TTL));
        all.add(new NSRecord(origin, DClass.IN, PublishedRecord.USUAL_TTL, SERVER));
        all.addAll(records.getOrDefault(origin, List.of()));
        try {
            served.put(origin, new Zone(origin, all.toArray(Record[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("The zone " + origin + " could not be made", e);
        }
    }

    private static Name origin(String zone) {
        try {
            var name = Name.fromString(zone, Name.root);
            if (name.subdomain(TEST) && !name.equals(TEST)) {
                return name;
            }
        } catch (TextParseException e) {
            throw new IllegalArgumentException("Expected the name of a zone, but got " + zone, e);
        }
        throw new IllegalArgumentException("Expected a zone below .test, but got " + zone);
    }

    /** Every organisation has a domain below the platform's own, and so has the host that others redirect to. */
    private static PublishedRecord mailOfEveryNameBelow() {
        return new PublishedRecord("*", "MX", null, "10 mx.postroom.test");
    }

    private static PublishedRecord address(String host) {
        return new PublishedRecord(host, "A", null, "127.0.0.1");
    }
}
