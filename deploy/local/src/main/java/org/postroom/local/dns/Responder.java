package org.postroom.local.dns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/** Answers a DNS query from the zones: RFC 1034 section 4.3.2, without recursion to other servers. */
final class Responder {

    /** What we say we can take over UDP; small enough never to be cut in pieces. */
    static final int UDP_SIZE = 1232;

    private static final int SMALLEST_LIMIT = 512;
    private static final int LONGEST_CHAIN = 8;

    private final Zones zones;
    private final Faults faults;

    Responder(Zones zones, Faults faults) {
        this.zones = zones;
        this.faults = faults;
    }

    /** Returns the answer, or nothing when the query shall go unanswered. */
    Optional<Message> answer(Message query) {
        var question = query.getQuestion();
        if (query.getHeader().getFlag(Flags.QR)) {
            return Optional.empty();
        }
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode(query.getHeader().getOpcode());
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        if (question == null || query.getHeader().getOpcode() != Opcode.QUERY) {
            answer.getHeader().setRcode(question == null ? Rcode.FORMERR : Rcode.NOTIMP);
            return Optional.of(answer);
        }
        answer.addRecord(question, Section.QUESTION);
        if (query.getOPT() != null) {
            answer.addRecord(new OPTRecord(UDP_SIZE, 0, 0), Section.ADDITIONAL);
        }
        var fault = faults.of(question.getName());
        if (fault.isPresent()) {
            return failing(answer, fault.get());
        }
        answerFromZones(question, answer);
        return Optional.of(answer);
    }

    private static Optional<Message> failing(Message answer, Faults.Kind kind) {
        return switch (kind) {
            case DROP -> Optional.empty();
            case SERVFAIL -> Optional.of(withCode(answer, Rcode.SERVFAIL));
            case REFUSED -> Optional.of(withCode(answer, Rcode.REFUSED));
        };
    }

    private static Message withCode(Message answer, int code) {
        answer.getHeader().setRcode(code);
        return answer;
    }

    private void answerFromZones(Record question, Message answer) {
        if (question.getDClass() != DClass.IN
                || zones.zoneOf(question.getName()).isEmpty()) {
            answer.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        answer.getHeader().setFlag(Flags.AA);
        var name = question.getName();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            var zone = zones.zoneOf(name);
            if (zone.isEmpty()) {
                return;
            }
            var alias = answerFrom(zone.get(), name, question.getType(), answer);
            if (alias.isEmpty()) {
                return;
            }
            name = alias.get().getTarget();
        }
    }

    private static Optional<CNAMERecord> answerFrom(Zone zone, Name name, int type, Message answer) {
        var found = zone.findRecords(name, type);
        if (found.isDelegation()) {
            answer.getHeader().unsetFlag(Flags.AA);
            found.getNS().rrs(false).forEach(record -> answer.addRecord(record, Section.AUTHORITY));
            return Optional.empty();
        }
        var source = source(zone, name);
        var records = records(zone, source, type);
        records.forEach(record -> answer.addRecord(named(name, record), Section.ANSWER));
        if (records.isEmpty()) {
            if (!exists(zone, source)) {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            answer.addRecord(zone.getSOA(), Section.AUTHORITY);
        }
        return type != Type.CNAME && records.size() == 1 && records.getFirst() instanceof CNAMERecord alias
                ? Optional.of(alias)
                : Optional.empty();
    }

    /** The records of a type, or the alias that stands in place of them: RFC 1034, section 3.6.2. */
    private static List<Record> records(Zone zone, Name source, int type) {
        var own = all(zone).filter(record -> record.getName().equals(source)).toList();
        var wanted = own.stream()
                .filter(record -> type == Type.ANY || record.getType() == type)
                .toList();
        return wanted.isEmpty()
                ? own.stream().filter(CNAMERecord.class::isInstance).limit(1).toList()
                : wanted;
    }

    /**
     * The name whose records answer for a name: itself where it exists, else the wildcard right below the closest name
     * above it that does; no other wildcard counts (RFC 4592, section 3.3).
     */
    private static Name source(Zone zone, Name name) {
        if (exists(zone, name)) {
            return name;
        }
        var encloser = new Name(name, 1);
        while (!exists(zone, encloser)) {
            encloser = new Name(encloser, 1);
        }
        return name.wild(name.labels() - encloser.labels());
    }

    /** A name exists if it has records, and also if only names below it have: RFC 8020. */
    private static boolean exists(Zone zone, Name name) {
        return name.equals(zone.getOrigin())
                || all(zone).anyMatch(record -> record.getName().subdomain(name));
    }

    private static Stream<Record> all(Zone zone) {
        return StreamSupport.stream(zone.spliterator(), false).flatMap(set -> set.rrs(false).stream());
    }

    /** What a wildcard has is answered as the asked name's own. */
    private static Record named(Name name, Record record) {
        return record.getName().equals(name)
                ? record
                : Record.newRecord(
                        name, record.getType(), record.getDClass(), record.getTTL(), record.rdataToWireCanonical());
    }

    /** Returns how many bytes an answer over UDP to this query may have. */
    static int udpLimit(Message query) {
        var options = query.getOPT();
        return options == null ? SMALLEST_LIMIT : Math.clamp(options.getPayloadSize(), SMALLEST_LIMIT, UDP_SIZE);
    }
}
