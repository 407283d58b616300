package org.postroom.verification.record.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postroom.runtime.text.StorableText;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Reads what a name server sent. Only what it says with authority counts, presence as well as absence. */
final class Answers {

    /** More than this only somebody who means harm puts at one name. */
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_VALUE = 4_096;

    private Answers() {}

    /** What an answer is. */
    sealed interface Reading {}

    /** An answer. */
    record Direct(DnsAnswer answer) implements Reading {}

    /** The name is an alias of one that this server does not answer for. */
    record Alias(Name target) implements Reading {}

    /** The name is in a zone below, which other servers answer for. */
    record Referral(Name zone, List<Name> hosts) implements Reading {}

    static Reading read(Message message, Name asked, int type) {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Direct(failure(code));
        }
        if (!message.getHeader().getFlag(Flags.AA)) {
            return referral(message, asked)
                    .orElseGet(() ->
                            new Direct(new TryAgain(Cause.NOT_AUTHORITATIVE, "is not responsible for " + text(asked))));
        }
        List<Record> answers = message.getSection(Section.ANSWER);
        // Who asks for the alias itself does not want to be led to what it stands for.
        Optional<Name> end = type == Type.CNAME ? Optional.of(asked) : endOfChain(answers, asked);
        if (end.isEmpty()) {
            return new Direct(new TryAgain(Cause.MALFORMED, "leads in a circle of aliases from " + text(asked)));
        }
        Name name = end.get();
        List<Record> records = answers.stream()
                .filter(entry -> entry.getType() == type && entry.getName().equals(name))
                .limit(MOST_VALUES)
                .toList();
        if (!records.isEmpty()) {
            return new Direct(new Found(
                    records.stream().map(Answers::value).toList(),
                    records.stream().mapToLong(Record::getTTL).min().orElse(0),
                    name.equals(asked) ? null : text(name)));
        }
        return name.equals(asked) ? new Direct(new NoRecord(code == Rcode.NOERROR)) : new Alias(name);
    }

    private static TryAgain failure(int code) {
        return switch (code) {
            case Rcode.REFUSED -> new TryAgain(Cause.REFUSED, "refuses to answer for this domain");
            case Rcode.SERVFAIL -> new TryAgain(Cause.SERVER_FAILURE, "says that it failed");
            case Rcode.NOTAUTH -> new TryAgain(Cause.NOT_AUTHORITATIVE, "is not responsible for this domain");
            default -> new TryAgain(Cause.MALFORMED, "answers with the error " + Rcode.string(code));
        };
    }

    private static Optional<Reading> referral(Message message, Name asked) {
        List<NSRecord> servers = message.getSection(Section.AUTHORITY).stream()
                .filter(entry -> entry instanceof NSRecord && asked.subdomain(entry.getName()))
                .map(NSRecord.class::cast)
                .toList();
        return servers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Referral(
                        servers.getFirst().getName(),
                        servers.stream().map(NSRecord::getTarget).toList()));
    }

    /** Follows aliases to their end; empty where they go in a circle. */
    private static Optional<Name> endOfChain(List<Record> answers, Name asked) {
        Set<Name> passed = new HashSet<>();
        Name name = asked;
        while (passed.add(name)) {
            Name next = next(answers, name);
            if (next.equals(name)) {
                return Optional.of(name);
            }
            name = next;
        }
        return Optional.empty();
    }

    private static Name next(List<Record> answers, Name name) {
        for (Record entry : answers) {
            if (entry instanceof CNAMERecord alias && alias.getName().equals(name)) {
                return alias.getTarget();
            }
        }
        for (Record entry : answers) {
            if (entry instanceof DNAMERecord alias
                    && !alias.getName().equals(name)
                    && name.subdomain(alias.getName())) {
                try {
                    return name.fromDNAME(alias);
                } catch (NameTooLongException tooLong) {
                    return name;
                }
            }
        }
        return name;
    }

    private static String value(Record entry) {
        String value = switch (entry) {
            case TXTRecord text -> joined(text);
            case MXRecord exchanger -> exchanger.getPriority() + " " + text(exchanger.getTarget());
            case CNAMERecord alias -> text(alias.getTarget());
            default -> entry.rdataToString();
        };
        return StorableText.of(value, LONGEST_VALUE);
    }

    /** What cannot be shown is written as DNS hosts write it: a backslash and three digits (RFC 1035, section 5.1). */
    private static String joined(TXTRecord text) {
        var octets = new ByteArrayOutputStream();
        text.getStringsAsByteArrays().forEach(octets::writeBytes);
        var shown = new StringBuilder();
        octets.toString(UTF_8).codePoints().forEach(character -> {
            if (Character.isISOControl(character)) {
                shown.append("\\%03d".formatted(character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
