package org.postroom.local.dns;

import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
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
        if (found.isCNAME()) {
            answer.addRecord(found.getCNAME(), Section.ANSWER);
            return Optional.of(found.getCNAME());
        }
        if (found.isSuccessful()) {
            found.answers().forEach(set -> addAll(set, answer, Section.ANSWER));
        } else if (found.isDelegation()) {
            answer.getHeader().unsetFlag(Flags.AA);
            addAll(found.getNS(), answer, Section.AUTHORITY);
        } else {
            absent(zone, name, found, answer);
        }
        return Optional.empty();
    }

    /** A name that only has names below it exists, without records: RFC 8020. */
    private static void absent(Zone zone, Name name, SetResponse found, Message answer) {
        if (found.isNXDOMAIN() && !hasNamesBelow(zone, name)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        answer.addRecord(zone.getSOA(), Section.AUTHORITY);
    }

    private static boolean hasNamesBelow(Zone zone, Name name) {
        for (var set : zone) {
            if (set.getName().subdomain(name)) {
                return true;
            }
        }
        return false;
    }

    private static void addAll(RRset set, Message answer, int section) {
        set.rrs(false).forEach(record -> answer.addRecord(record, section));
    }

    /** Returns how many bytes an answer over UDP to this query may have. */
    static int udpLimit(Message query) {
        var options = query.getOPT();
        return options == null ? SMALLEST_LIMIT : Math.clamp(options.getPayloadSize(), SMALLEST_LIMIT, UDP_SIZE);
    }
}
