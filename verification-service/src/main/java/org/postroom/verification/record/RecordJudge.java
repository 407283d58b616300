package org.postroom.verification.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;

/** Makes one verdict of what all servers answered about a record. */
public final class RecordJudge {

    private RecordJudge() {}

    /**
     * Judges a record.
     *
     * <ul>
     *   <li>No server knows anything: LOOKUP_ERROR.
     *   <li>All servers that know something agree that it is right: OK, even where others are out of reach, since
     *       resolvers pass those over; the cure then tells of them.
     *   <li>Some have it right and some do not: PENDING, it is still spreading, or one of them is stale.
     *   <li>All say that it is absent, but some are out of reach: LOOKUP_ERROR, since those may have it.
     *   <li>Otherwise what the first server that has it wrong says.
     * </ul>
     *
     * @param issued all records of the domain, the expected one among them
     * @param answers one for each server, at least one
     * @param clues what was seen beside
     */
    public static RecordCheck judge(
            ExpectedRecord expected, List<ExpectedRecord> issued, List<ServerAnswer> answers, List<Clue> clues) {
        List<Known> known = known(expected, issued, answers);
        Verdict verdict = ClueRules.apply(expected, combine(known, unknown(answers)), clues);
        OptionalLong ttl = answers.stream()
                .map(ServerAnswer::answer)
                .filter(Found.class::isInstance)
                .mapToLong(answer -> ((Found) answer).ttlSeconds())
                .min();
        return new RecordCheck(
                expected,
                verdict.status(),
                found(answers),
                verdict.mistake(),
                verdict.cure().isEmpty() ? null : verdict.cure(),
                answers,
                ttl.isPresent() ? ttl.getAsLong() : null);
    }

    private record Known(String server, Verdict verdict) {

        boolean isRight() {
            return verdict.status() == RecordStatus.OK;
        }
    }

    private record Unknown(String server, TryAgain answer) {}

    private static List<Known> known(ExpectedRecord expected, List<ExpectedRecord> issued, List<ServerAnswer> answers) {
        List<Known> known = new ArrayList<>();
        for (ServerAnswer answer : answers) {
            switch (answer.answer()) {
                case Found found -> known.add(new Known(answer.server(), found(expected, issued, found)));
                case NoRecord none -> known.add(new Known(answer.server(), ValueRules.missing(expected, none.alias())));
                case TryAgain unknown -> {}
            }
        }
        return known;
    }

    /** A different value behind an alias is not the fault of the value. */
    private static Verdict found(ExpectedRecord expected, List<ExpectedRecord> issued, Found found) {
        Verdict verdict = ValueRules.judge(expected, issued, found.values());
        if (verdict.status() == RecordStatus.OK || found.alias() == null) {
            return verdict;
        }
        return new Verdict(
                verdict.status(),
                Mistake.ALIAS_IN_THE_WAY,
                ValueRules.missing(expected, found.alias()).cure());
    }

    private static List<Unknown> unknown(List<ServerAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.answer() instanceof TryAgain)
                .map(answer -> new Unknown(answer.server(), (TryAgain) answer.answer()))
                .toList();
    }

    private static Verdict combine(List<Known> known, List<Unknown> unknown) {
        if (known.isEmpty()) {
            return lookupError(unknown);
        }
        if (known.stream().allMatch(Known::isRight)) {
            return unknown.isEmpty() ? Verdict.OK : rightButFor(unknown);
        }
        if (known.stream().anyMatch(Known::isRight)) {
            return new Verdict(
                    RecordStatus.PENDING,
                    Mistake.STALE_SERVER,
                    "Wait until all name servers of the domain have the record; it is not yet right at " + behind(known)
                            + ": if that lasts longer than a day, tell your DNS host that this server is stale.");
        }
        Verdict wrong = known.stream()
                .map(Known::verdict)
                .filter(verdict -> verdict.status() != RecordStatus.MISSING)
                .findFirst()
                .orElse(known.getFirst().verdict());
        return wrong.status() == RecordStatus.MISSING && !unknown.isEmpty() ? lookupError(unknown) : wrong;
    }

    private static Verdict rightButFor(List<Unknown> unknown) {
        return new Verdict(
                RecordStatus.OK,
                mistake(unknown.getFirst().answer().cause()),
                "The record is right, but have the name server repaired or removed that gives no answer: "
                        + sentence(unknown) + ".");
    }

    private static Verdict lookupError(List<Unknown> unknown) {
        return new Verdict(
                RecordStatus.LOOKUP_ERROR,
                unknown.isEmpty() ? null : mistake(unknown.getFirst().answer().cause()),
                unknown.isEmpty()
                        ? "Check that the domain is registered and has name servers."
                        : "Wait for the next check, and if this lasts tell your DNS host: " + sentence(unknown) + ".");
    }

    private static Mistake mistake(Cause cause) {
        return switch (cause) {
            case TIMED_OUT, UNREACHABLE, NOT_ASKED -> Mistake.UNREACHABLE_SERVER;
            case REFUSED, SERVER_FAILURE, NOT_AUTHORITATIVE, MALFORMED -> Mistake.LAME_SERVER;
        };
    }

    private static String sentence(List<Unknown> unknown) {
        return unknown.stream()
                .map(each -> each.server() + " " + each.answer().reason())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String behind(List<Known> known) {
        return known.stream()
                .filter(each -> !each.isRight())
                .map(Known::server)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> found(List<ServerAnswer> answers) {
        Set<String> values = new LinkedHashSet<>();
        for (ServerAnswer answer : answers) {
            if (answer.answer() instanceof Found found) {
                found.values().stream().sorted().forEach(values::add);
            }
        }
        return List.copyOf(values);
    }
}
