package org.postroom.verification.record.dns;

import java.util.List;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Reads what a name server sent. Only an authoritative answer can say that there is no record. */
final class Answers {

    private Answers() {}

    /** What an answer is. */
    sealed interface Reading {}

    /** An answer. */
    record Direct(DnsAnswer answer) implements Reading {}

    /** The name is an alias of one that this server does not answer for. */
    record Alias(Name target) implements Reading {}

    static Reading read(Message message, Name asked, int type) {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Direct(new TryAgain("a name server answered " + Rcode.string(code)));
        }
        List<Record> answers = message.getSection(Section.ANSWER);
        Name name = endOfChain(answers, asked);
        List<Record> records = answers.stream()
                .filter(entry -> entry.getType() == type && entry.getName().equals(name))
                .toList();
        if (!records.isEmpty()) {
            return new Direct(new Found(
                    records.stream().map(Answers::value).toList(),
                    records.stream().mapToLong(Record::getTTL).min().orElse(0)));
        }
        if (!name.equals(asked)) {
            return new Alias(name);
        }
        boolean authoritative = message.getHeader().getFlag(Flags.AA);
        return new Direct(
                authoritative ? new NoRecord() : new TryAgain("a name server is not responsible for " + asked));
    }

    private static Name endOfChain(List<Record> answers, Name asked) {
        Name name = asked;
        for (int hop = 0; hop < answers.size(); hop++) {
            Name from = name;
            name = answers.stream()
                    .filter(entry ->
                            entry instanceof CNAMERecord && entry.getName().equals(from))
                    .map(entry -> ((CNAMERecord) entry).getTarget())
                    .findFirst()
                    .orElse(from);
        }
        return name;
    }

    private static String value(Record entry) {
        return switch (entry) {
            case TXTRecord text -> String.join("", text.getStrings());
            case MXRecord exchanger ->
                exchanger.getPriority() + " " + exchanger.getTarget().toString(true);
            default -> entry.rdataToString();
        };
    }
}
