package org.postroom.verification.record;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
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
     *       resolvers pass those over.
     *   <li>Some have it right and some do not: PENDING, it is still spreading.
     *   <li>All say that it is absent, but some are out of reach: LOOKUP_ERROR, since those may have it.
     *   <li>Otherwise what the first server that has it wrong says.
     * </ul>
     *
     * @param answers one for each server, at least one
     */
    public static RecordCheck judge(ExpectedRecord expected, List<ServerAnswer> answers) {
        Map<String, Verdict> verdicts = verdicts(expected, answers);
        Verdict verdict = combine(verdicts, answers);
        OptionalLong ttl = answers.stream()
                .map(ServerAnswer::answer)
                .filter(Found.class::isInstance)
                .mapToLong(answer -> ((Found) answer).ttlSeconds())
                .min();
        return new RecordCheck(
                expected,
                verdict.status(),
                found(answers),
                verdict.cure().isEmpty() ? null : verdict.cure(),
                answers.stream().map(ServerAnswer::server).toList(),
                ttl.isPresent() ? ttl.getAsLong() : null);
    }

    private static Map<String, Verdict> verdicts(ExpectedRecord expected, List<ServerAnswer> answers) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (ServerAnswer answer : answers) {
            switch (answer.answer()) {
                case Found found -> verdicts.put(answer.server(), ValueRules.judge(expected, found.values()));
                case NoRecord none -> verdicts.put(answer.server(), ValueRules.missing(expected));
                case TryAgain unknown -> {}
            }
        }
        return verdicts;
    }

    private static Verdict combine(Map<String, Verdict> verdicts, List<ServerAnswer> answers) {
        Set<RecordStatus> statuses =
                verdicts.values().stream().map(Verdict::status).collect(Collectors.toSet());
        if (statuses.equals(Set.of(RecordStatus.OK))) {
            return Verdict.OK;
        }
        if (statuses.contains(RecordStatus.OK)) {
            return new Verdict(
                    RecordStatus.PENDING,
                    "Wait until all name servers of the domain have the record; it is not yet right at "
                            + behind(verdicts) + ".");
        }
        Optional<Verdict> wrong = verdicts.values().stream()
                .filter(verdict -> verdict.status() != RecordStatus.MISSING)
                .findFirst();
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (verdicts.size() < answers.size()) {
            return new Verdict(
                    RecordStatus.LOOKUP_ERROR,
                    "Nothing needs to be done yet, the check is repeated: " + firstReason(answers) + ".");
        }
        return verdicts.values().iterator().next();
    }

    private static String behind(Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().status() != RecordStatus.OK)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String firstReason(List<ServerAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.answer() instanceof TryAgain)
                .map(answer -> ((TryAgain) answer.answer()).reason())
                .findFirst()
                .orElse("the domain has no name server");
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
