package org.postroom.inbound.authenticity.dmarc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.QueryNames;
import org.postroom.inbound.authenticity.evidence.Result;
import org.postroom.mail.PublicSuffixes;

/** Whether the author's domain stands behind a mail (RFC 7489, section 6.6). */
public final class DmarcCheck {

    private static final int MOST_AUTHORS = 5;
    private static final List<Result> BEST_FIRST =
            List.of(Result.PASS, Result.NONE, Result.TEMPERROR, Result.PERMERROR, Result.FAIL);

    private DmarcCheck() {}

    /**
     * Asks each author's domain. Of several (section 6.6.1) the worst counts, and of those that fail the one that asks for
     * most: a mail must be from all whom it names.
     *
     * @param authors the domains in the From fields, each once
     * @return empty where there is no author
     */
    public static Optional<DmarcVerdict> of(
            List<String> authors, Identifier envelope, List<Identifier> signers, Names names) {
        if (authors.size() > MOST_AUTHORS) {
            return Optional.of(DmarcVerdict.of(Result.PERMERROR, authors.getFirst()));
        }
        return authors.stream()
                .map(author -> of(author, envelope, signers, names))
                .max(Comparator.<DmarcVerdict>comparingInt(verdict -> BEST_FIRST.indexOf(verdict.result()))
                        .thenComparingInt(DmarcCheck::demand));
    }

    private static int demand(DmarcVerdict verdict) {
        return switch (verdict.policy()) {
            case null -> 0;
            case NONE -> 1;
            case QUARANTINE -> 2;
            case REJECT -> 3;
        };
    }

    private static DmarcVerdict of(String author, Identifier envelope, List<Identifier> signers, Names names) {
        String organisation = PublicSuffixes.organisational(author);
        DnsAnswer<String> answer = policy(author, names);
        boolean inherited = answer instanceof DnsAnswer.None<String> && !organisation.equals(author);
        if (inherited) {
            answer = policy(organisation, names);
        }
        return switch (answer) {
            case DnsAnswer.Trouble<String> _ -> DmarcVerdict.of(Result.TEMPERROR, author);
            case DnsAnswer.None<String> _ -> DmarcVerdict.of(Result.NONE, author);
            case DnsAnswer.Records<String> records ->
                DmarcRecord.parse(records.values().getFirst())
                        .map(record -> judge(record, author, inherited, envelope, signers))
                        .orElseGet(() -> DmarcVerdict.of(Result.PERMERROR, author));
        };
    }

    private static DmarcVerdict judge(
            DmarcRecord record, String author, boolean inherited, Identifier envelope, List<Identifier> signers) {
        List<Result> aligned = Stream.concat(
                        Stream.of(envelope).filter(one -> one.isAligned(author, record.strictSpf())),
                        signers.stream().filter(one -> one.isAligned(author, record.strictDkim())))
                .map(Identifier::result)
                .toList();
        Result result = aligned.contains(Result.PASS)
                ? Result.PASS
                : aligned.contains(Result.TEMPERROR) ? Result.TEMPERROR : Result.FAIL;
        return new DmarcVerdict(result, author, inherited ? record.subdomains() : record.policy());
    }

    /** The one record of a name; where there are several, there is none (section 6.6.3). */
    private static DnsAnswer<String> policy(String domain, Names names) {
        DnsAnswer<String> answer =
                QueryNames.of("_dmarc." + domain).map(names::texts).orElseGet(DnsAnswer.None::new);
        if (!(answer instanceof DnsAnswer.Records<String> texts)) {
            return answer;
        }
        List<String> records =
                texts.values().stream().filter(DmarcRecord::isRecord).toList();
        return records.size() == 1 ? new DnsAnswer.Records<>(records) : new DnsAnswer.None<>();
    }
}
